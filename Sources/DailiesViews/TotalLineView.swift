import DailiesCore
import TerminalCanvas

/// The totals, at the right of the line above the footer: as many as there is room for beside the message.
struct TotalLineView {
  let state: State
  let theme: Theme

  /// - Parameter start: The first column that is free.
  func draw(on canvas: inout Canvas, in rect: Rect, from start: Int) {
    let end = rect.endColumn - 1
    let (facts, width) = TotalLine(state).fitting(end - start)
    var column = end - width
    for fact in facts {
      column =
        canvas.draw(fact.text, column: column, row: rect.row, style: theme.style(fact.isWanted ? .attention : .dim))
        + TotalLine.gap
    }
  }
}
