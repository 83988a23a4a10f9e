import DailiesCore
import TerminalCanvas

/// The states a take went through, with their times and how long each lasted, and how often the service was asked.
struct TimelineView {
  let detail: DetailScreen
  let state: State

  private var take: Take { detail.take }

  func lines(columns: Int, widths: DisplayWidth) -> [TextLine] {
    let words = detail.events.map { $0.phase.word(state.language) }
    let wordColumns = words.map { widths.width(of: $0) }.max() ?? 0
    var lines: [TextLine] = []
    for (index, event) in detail.events.enumerated() {
      let time = state.time(event.at) + "  "
      let gap = String(blanks: wordColumns - widths.width(of: words[index]) + 2)
      var spans = [Span(time, .dim), Span(words[index], event.phase.role)]
      if let lasted = lasted(index) { spans += [Span(gap), Span(lasted, .dim)] }
      lines.append(TextLine(spans))
      guard let problem = event.problem else { continue }
      let indent = widths.width(of: time)
      let text =
        problem.kind.what(state.language) + (problem.detail.isEmpty ? "" : ": " + problem.detail(state.language))
      lines += WrappedText(text, columns: columns - indent, limit: 4, widths: widths).textLines(.dim, indent: indent)
    }
    return lines + TakeFacts.flow(checks, columns: columns, widths: widths)
  }

  /// How long a state lasted; of the last one, how long it has lasted, where it will not stay for good.
  private func lasted(_ index: Int) -> String? {
    let event = detail.events[index]
    if index + 1 < detail.events.count {
      let time = detail.events[index + 1].at - event.at
      return time < .seconds(1) ? nil : state.say(Strings.forTime, time.clock)
    }
    guard event.phase == take.phase else { return nil }
    switch event.phase {
    case .saved, .failed, .gone, .dropped: return nil
    default: return state.say(Strings.sinceThen, max(.zero, state.now - event.at).clock)
    }
  }

  /// Who asked whom when: the program the service, and what came of it.
  private var checks: [Span] {
    guard let checks = detail.checks else { return [] }
    let last = state.time(checks.last)
    var row = [
      Span(
        checks.times == 1
          ? state.say(Strings.askedOnce, last) : state.say(Strings.askedTimes, String(checks.times), last), .dim)
    ]
    guard take.phase.isWatched, let activity = state.activity[take.number] else { return row }
    if let reached = activity.lastReached { row.append(Span(state.say(Strings.reachedAt, state.time(reached)), .dim)) }
    if let failure = activity.lastFailure {
      row.append(Span(state.say(Strings.failedCheck, failure.kind.what(state.language)), .attention))
    }
    switch state.asking(about: take) {
    case .usual?, .failing?:
      if let next = activity.nextCheck { row.append(Span(state.say(Strings.nextCheckAt, state.time(next)), .dim)) }
    case let asking?: if let next = state.nextCheck(of: take, asking) { row.append(Span(next + ".", .dim)) }
    case nil: break
    }
    return row
  }
}
