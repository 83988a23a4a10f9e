import DailiesCore
import TerminalCanvas

/// What the review would ask for, in one line under the draft.
struct WillSendView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let shot = state.shot
    let phrase = state.service.isDemo ? Strings.willSendDemo : Strings.willSend
    let text = state.say(phrase, String(shot.takes), String(shot.seconds), String(shot.takes * shot.seconds))
    canvas.draw(
      text, column: rect.column + 1, row: rect.row, limit: rect.columns - 2,
      style: theme.style(state.prompt.isEmpty ? .dim : .text))
  }
}
