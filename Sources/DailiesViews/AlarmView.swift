import DailiesCore
import TerminalCanvas

/// The line under the title while films are about to be lost: how many, how urgent, and the key that saves them.
struct AlarmView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty, let forms = state.unsavedLine else { return }
    let room = rect.columns - 2
    let gap = "  "
    let fitting = forms.first { canvas.widths.width(of: $0.fact + gap + $0.key) <= room } ?? forms[forms.count - 1]
    let line = [Span(fitting.fact, .attention), Span(gap), Span(fitting.key)]
    canvas.draw(line.cut(to: room, canvas.widths), column: rect.column + 1, row: rect.row, theme: theme)
  }
}
