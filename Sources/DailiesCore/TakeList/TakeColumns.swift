package import TerminalCanvas

/// Which columns a list of some width has, and where, counted from its left edge. Columns that do not fit go whole,
/// the least important first.
package struct TakeColumns: Equatable, Sendable {
  /// The `>` of the selected row, then the sign of the state.
  package static let marks = 2

  package private(set) var number: Range<Int>
  package private(set) var state: Range<Int>
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
    let numberWidth = state.list.rows.reduce(0) { max($0, $1.number.description.utf8.count) }
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
    if width < 60 {
      figure = next(7)
    } else {
      // Beside the draft the prompt gets what the length and two columns of progress would take.
      progress = next(width < 72 || hasCosts ? 18 : 20)
      time = next(7)
      if width >= 72 { length = next(4, gap: width < 80 ? 2 : 1) }
      if width >= 80 { size = next(9, gap: hasCosts ? 1 : 2) }
      if hasCosts, width >= 64 { cost = next(8, gap: 2) }
    }
    prompt = at..<max(at, width - 1)
  }
}

extension State {
  /// The currency of the costs in the list; nil where there are none to show. In the demo nothing is paid.
  package var costCurrency: String? {
    guard !service.isDemo else { return nil }
    let costs = list.rows.compactMap { $0.cost?.amount?.currency }
    return rules.limits.currency ?? prices.prices.last { $0.profile == service.profile }?.perSecond
      .currency
      ?? costs.first
  }
}
