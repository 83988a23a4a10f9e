import DailiesCore
import TerminalCanvas

/// What the review would ask for, in one line under the draft; where the limits stand, at its right end.
struct WillSendView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let forecast = forecast
    let texts = texts(forecast)
    let fitting = texts.first { canvas.widths.width(of: $0) <= rect.columns - 2 } ?? texts.last ?? ""
    let text = Span(fitting, isFlawed ? .attention : state.prompt.isEmpty ? .dim : .text)
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

  /// The longest first: what it costs is never cut.
  private func texts(_ forecast: SpendingForecast) -> [String] {
    let shot = state.shot
    let (takes, seconds) = (String(shot.takes), String(shot.seconds))
    switch state.batch.reading {
    case .plain:
      let phrase = pick(forecast, Strings.willSendDemo, Strings.willSend, Strings.willSendPriced)
      let all = shot.takes * shot.seconds
      return [state.say(phrase, takes, seconds, String(all), forecast.amount), film(all, forecast)]
    case .pattern(let pattern):
      let rows = min(state.settings.mostRows, pattern.count)
      let count = PatternCount.text(pattern.count)
      let phrase = pick(forecast, Strings.willSendBatchDemo, Strings.willSendBatch, Strings.willSendBatchPriced)
      let all = rows * shot.takes * shot.seconds
      let prompts = rows < pattern.count ? state.say(Strings.someOf, String(rows), count) : count
      let short = pick(
        forecast, Strings.willSendPromptsDemo, Strings.willSendPrompts, Strings.willSendPromptsPriced)
      return [
        state.say(phrase, prompts, takes, seconds, String(all), forecast.amount),
        state.say(short, prompts, String(all), forecast.amount), film(all, forecast),
      ]
    case .flaw:
      return ["! " + (state.batch.flaw?.text(state.language) ?? "")]
    }
  }

  /// How much film, and what it costs.
  private func film(_ seconds: Int, _ forecast: SpendingForecast) -> String {
    let phrase = pick(forecast, Strings.willSendFilmDemo, Strings.willSendFilm, Strings.willSendFilmPriced)
    return state.say(phrase, String(seconds), forecast.amount)
  }

  private func pick(_ forecast: SpendingForecast, _ demo: Phrase, _ unknown: Phrase, _ priced: Phrase) -> Phrase {
    state.service.isDemo ? demo : forecast.sums.isEmpty ? unknown : priced
  }
}
