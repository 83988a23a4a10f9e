import DailiesCore
import TerminalCanvas

/// What the review would ask for, in one line under the draft.
struct WillSendView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let text = Span(text, isFlawed ? .attention : state.prompt.isEmpty ? .dim : .text)
    canvas.draw(
      text.text, column: rect.column + 1, row: rect.row, limit: rect.columns - 2, style: theme.style(text.role))
  }

  private var isFlawed: Bool { if case .flaw = state.batch.reading { true } else { false } }

  private var text: String {
    let shot = state.shot
    let isDemo = state.service.isDemo
    let (takes, seconds) = (String(shot.takes), String(shot.seconds))
    switch state.batch.reading {
    case .plain:
      return state.say(
        isDemo ? Strings.willSendDemo : Strings.willSend, takes, seconds, String(shot.takes * shot.seconds))
    case .pattern(let pattern):
      let rows = min(state.settings.mostRows, pattern.count)
      let count = PatternCount.text(pattern.count)
      return state.say(
        isDemo ? Strings.willSendBatchDemo : Strings.willSendBatch,
        rows < pattern.count ? state.say(Strings.someOf, String(rows), count) : count, takes, seconds,
        String(rows * shot.takes * shot.seconds))
    case .flaw(let flaw):
      return "! " + flaw.note(in: state.prompt.text).text(state.language)
    }
  }
}
