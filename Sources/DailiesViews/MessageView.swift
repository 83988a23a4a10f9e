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

/// The line above the footer: what was said last, or what waits for a person.
struct MessageView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let note = state.message ?? state.standingNote else { return }
    canvas.draw(
      note.text(state.wording), column: rect.column + 1, row: rect.row, limit: rect.columns - 2,
      style: theme.style(note.tone.role))
  }
}
