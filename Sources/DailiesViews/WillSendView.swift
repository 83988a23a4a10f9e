import DailiesCore
import TerminalCanvas

/// What the review would ask for, in one line under the draft; where the limits stand, at its right end.
struct WillSendView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let forecast = forecast
    let text = Span(text(forecast), isFlawed ? .attention : state.prompt.isEmpty ? .dim : .text)
    let end = canvas.draw(
      text.text, column: rect.column + 1, row: rect.row, limit: rect.columns - 2, style: theme.style(text.role))
    // All limits where there is room for them, else that of the day.
    let standings = [
      forecast.standing(state.language, adds: false), forecast.standings(state.language, adds: false).first,
    ]
    let room = rect.endColumn - end - 2
    guard let standing = standings.compactMap({ $0 }).first(where: { canvas.widths.width(of: $0) < room }) else {
      return
    }
    let width = canvas.widths.width(of: standing)
    let role: Role = forecast.findings.isEmpty ? .dim : forecast.refusal == nil ? .attention : .bad
    canvas.draw([Span(standing, role)], column: rect.endColumn - 1 - width, row: rect.row, theme: theme)
  }

  private var isFlawed: Bool { state.batch.flaw != nil }

  /// What the review would say of it.
  private var forecast: SpendingForecast {
    let shot = state.shot
    let rows = state.batch.rows(ceiling: state.settings.mostRows) ?? 1
    return state.forecast(Array(repeating: shot.order(prompt: ""), count: rows * shot.takes))
  }

  private func text(_ forecast: SpendingForecast) -> String {
    let shot = state.shot
    let isDemo = state.service.isDemo
    let (takes, seconds) = (String(shot.takes), String(shot.seconds))
    switch state.batch.reading {
    case .plain:
      let phrase = isDemo ? Strings.willSendDemo : forecast.sums.isEmpty ? Strings.willSend : Strings.willSendPriced
      return state.say(phrase, takes, seconds, String(shot.takes * shot.seconds), forecast.amount)
    case .pattern(let pattern):
      let rows = min(state.settings.mostRows, pattern.count)
      let count = PatternCount.text(pattern.count)
      let phrase =
        isDemo
        ? Strings.willSendBatchDemo : forecast.sums.isEmpty ? Strings.willSendBatch : Strings.willSendBatchPriced
      return state.say(
        phrase, rows < pattern.count ? state.say(Strings.someOf, String(rows), count) : count, takes, seconds,
        String(rows * shot.takes * shot.seconds), forecast.amount)
    case .flaw:
      return "! " + (state.batch.flaw?.text(state.language) ?? "")
    }
  }
}
