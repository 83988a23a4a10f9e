import DailiesCore
import TerminalCanvas

/// The last line: the keys that help most here. `Footer` says which, and where they stand.
struct FooterView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, style: theme.style(.dim, on: .bar))
    for hint in Footer(state).hints {
      let keyStyle = theme.style(.text, on: .bar).adding(.bold)
      let end = canvas.draw(hint.key, column: hint.columns.lowerBound, row: rect.row, style: keyStyle)
      canvas.draw(hint.title, column: end + 1, row: rect.row, style: theme.style(.dim, on: .bar))
    }
  }
}
