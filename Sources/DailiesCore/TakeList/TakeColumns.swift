package import TerminalCanvas

/// Which columns a list of some width has, and where, counted from its left edge. Columns that do not fit go whole,
/// the least important first.
package struct TakeColumns: Equatable, Sendable {
  /// The `>` of the selected row, then the sign of the state.
  package static let marks = 2

  package private(set) var number: Range<Int>
  package private(set) var state: Range<Int>
  /// The time left stands at its end where that has no column of its own.
  package private(set) var progress: Range<Int>?
  package private(set) var time: Range<Int>?
  /// One figure in place of progress and time, where there is little room.
  package private(set) var figure: Range<Int>?
  package private(set) var length: Range<Int>?
  package private(set) var size: Range<Int>?
  package private(set) var cost: Range<Int>?
  package private(set) var prompt: Range<Int>

  /// The columns of the list as it is drawn.
  package init(_ state: State, in rect: Rect) {
    // Numbers are given one after the other, and no take is ever deleted: as many takes, so large a number.
    let last = max(Take.Number(state.list.counts.total), state.list.lastNumber)
    let numberWidth = last.description.utf8.count
    self.init(width: rect.columns, numberWidth: numberWidth, hasCosts: state.costCurrency != nil)
  }

  /// What the head of a column sorts by.
  package var heads: [(columns: Range<Int>, key: TakeSort.Key)] {
    let heads: [(Range<Int>?, TakeSort.Key)] = [
      (number, .number), (state, .state), (length, .length), (size, .size),
      (cost, .cost),
      (prompt, .prompt),
    ]
    return heads.compactMap { columns, key in columns.map { ($0, key) } }
  }

  /// What a click on a column of the header sorts by.
  package func key(at column: Int) -> TakeSort.Key? {
    heads.first { $0.columns.contains(column) }?.key
  }

  /// - Parameters:
  ///   - width: Columns of the list.
  ///   - numberWidth: Columns of the longest take number.
  ///   - hasCosts: Whether there are costs to show.
  package init(width: Int, numberWidth: Int, hasCosts: Bool = false) {
    var at = Self.marks
    func next(_ columns: Int, gap: Int = 1) -> Range<Int> {
      defer { at += columns + gap }
      return at..<at + columns
    }
    number = next(max(4, numberWidth))
    state = next(8)
    // By their prompts takes are told apart: what they would be left with decides which other columns there are. The
    // order stands in the detail, too.
    var left = width - 1 - at
    func fits(_ columns: Int, leaving least: Int) -> Bool {
      guard left - columns >= least else { return false }
      left -= columns
      return true
    }
    let progressWidth = hasCosts ? 18 : 20
    if width < 60 {
      figure = next(7)
    } else if fits(progressWidth + 9, leaving: 30) {
      progress = next(progressWidth)
      time = next(7)
      let showsCost = hasCosts && fits(10, leaving: 24)
      if fits(5, leaving: 28) { length = next(4) }
      if fits(10, leaving: 40) { size = next(9) }
      if showsCost { cost = next(8, gap: 2) }
    } else {
      progress = next(min(20, max(17, left - 31)))
    }
    prompt = at..<max(at, width - 1)
  }
}

extension State {
  /// The currency of the costs in the list; nil where there are none to show. In the demo nothing is paid.
  package var costCurrency: String? {
    guard !service.isDemo else { return nil }
    return rules.limits.currency ?? prices.prices.last { $0.profile == service.profile }?.perSecond
      .currency ?? list.currency
  }
}
