import DailiesCore
import TerminalCanvas

/// Which columns a list of some width has, and where, counted from its left edge. Columns that do not fit go whole,
/// the least important first.
struct TakeColumns: Equatable, Sendable {
  /// The `>` of the selected row, then the sign of the state.
  static let marks = 2

  private(set) var number: Range<Int>
  private(set) var state: Range<Int>
  private(set) var progress: Range<Int>?
  private(set) var time: Range<Int>?
  /// One figure in place of progress and time, where there is little room.
  private(set) var figure: Range<Int>?
  private(set) var length: Range<Int>?
  private(set) var size: Range<Int>?
  private(set) var cost: Range<Int>?
  private(set) var prompt: Range<Int>

  /// - Parameters:
  ///   - width: Columns of the list.
  ///   - numberWidth: Columns of the longest take number.
  ///   - hasCosts: Whether there are costs to show.
  init(width: Int, numberWidth: Int, hasCosts: Bool = false) {
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
