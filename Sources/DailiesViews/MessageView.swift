import DailiesCore
import TerminalCanvas

extension Note.Tone {
  var role: Role {
    switch self {
    case .plain: .text
    case .good: .good
    case .attention: .attention
    case .bad: .bad
    }
  }
}

/// The line above the footer: what was said last or what waits for a person, and the totals.
struct MessageView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var free = rect.column + 1
    if let note = state.message ?? state.standingNote {
      free =
        canvas.draw(
          note.text(state.wording), column: free, row: rect.row, limit: rect.columns - 2,
          style: theme.style(note.tone.role)) + TotalLine.gap
    }
    if !state.isSettingUp { TotalLineView(state: state, theme: theme).draw(on: &canvas, in: rect, from: free) }
  }
}
