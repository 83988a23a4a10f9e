import DailiesCore
import TerminalCanvas

/// The first line: where the person is at the left; the demo mark, the service and the way to it at the right.
struct TitleView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, style: theme.style(.text, on: .bar))
    let end = rect.endColumn - 1
    let left = left
    let facts = factsThatFit(rect.columns - 2 - width(left, canvas), canvas.widths)
    let room = end - width(facts, canvas) - 2
    canvas.draw(left, column: rect.column + 1, row: rect.row, limit: room - 1, theme: theme, on: .bar)
    canvas.drawRight(facts, from: room + 1, end: end, row: rect.row, theme: theme, on: .bar)
  }

  private var left: [Span] {
    let tabs = TitleTabs(state)
    var spans = [Span(tabs.name)] + tabs.tabs.map { Span($0.text, $0.isChosen ? .accent : .dim) }
    if state.layout.mode == .compact, state.focus == .takes, state.list.scope != TakeScope() {
      // Little fits: what is looked for says more than that it is looked for among all.
      let search = state.list.search
      if search.isEmpty || state.list.view != .all || state.list.scope.shot != nil {
        spans.append(Span(" " + state.scopeTitle))
      }
      if !search.isEmpty { spans.append(Span(" /" + search, .attention)) }
    }
    if !state.marks.isEmpty {
      let count = String(state.marks.count)
      let text = state.size.columns < 64 ? theme.mark + count : state.say(Strings.marked, count)
      spans.append(Span(" " + text, .attention))
    }
    return spans
  }

  /// The demo mark, or profile and host where there is room; and the way to the service, which may go without saying only
  /// where it would cut the screens' names and nothing is wrong with it.
  private func factsThatFit(_ room: Int, _ widths: DisplayWidth) -> [Span] {
    let host = state.service.host.isEmpty ? [] : [Span(state.service.host, .dim), Span("  ")]
    let profile = state.namesProfile ? [Span(state.service.profile), Span("  ")] : []
    let demo = Span(state.say(Strings.demo), .attention)
    let isQuiet = network.role == .dim
    let choices: [[Span]] =
      state.service.isDemo
      ? [[demo, Span("  "), network]] + (isQuiet ? [[demo]] : [])
      : [profile + host + [network], profile + [network], [network]] + (isQuiet ? [[]] : [])
    let fitting = choices.first { spans in spans.reduce(0) { $0 + widths.width(of: $1.text) } + 2 <= room }
    return fitting ?? choices.last ?? []
  }

  private var network: Span {
    if !state.service.hasKey, !state.service.isDemo { return Span(state.say(Strings.noKey), .attention) }
    switch state.network {
    case .unknown: return Span(state.say(Strings.networkUnknown), .dim)
    case .reached: return Span(state.say(Strings.networkReached), .dim)
    case .offline(let since): return Span(state.say(Strings.networkOffline, state.shortTime(since)), .bad)
    case .slowedDown(let until): return Span(state.say(Strings.networkSlow, state.time(until)), .attention)
    case .keyRefused: return Span(state.say(Strings.networkKey), .bad)
    }
  }

  private func width(_ spans: [Span], _ canvas: Canvas) -> Int {
    spans.reduce(0) { $0 + canvas.widths.width(of: $1.text) }
  }
}
