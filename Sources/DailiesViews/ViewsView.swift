import DailiesCore
import TerminalCanvas

/// The views, one's own and the shots with what is in them; what is shown is marked.
struct ViewsView {
  let screen: ViewsScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let entries = screen.entries(state)
    let columns = LayerBox.textColumns(76, in: body)
    ChooserView(
      chooser: screen.chooser, title: state.say(Strings.viewsTitle), count: entries.count,
      nothing: state.say(Strings.viewsNothing), theme: theme, columns: columns
    ).draw(on: &canvas, in: body) { index in row(of: entries[index]) }
  }

  private func row(of entry: ViewsScreen.Entry) -> ChooserView.Row {
    let title = state.title(of: entry)
    switch entry {
    case .view(let view):
      let count = state.list.counts[view]
      return row(
        title,
        isShown: state.shownView == nil && state.list.scope.judgement == nil && state.list.scope.shot == nil
          && state.list.view == view,
        [Span(String(count), count == 0 ? .dim : .text)], isEmpty: count == 0)
    case .judged(let judgement):
      let count = screen.found.map { $0.judged[judgement] ?? 0 }
      return row(
        title, isShown: state.list.scope.judgement == judgement && state.shownView == nil,
        [Span(count.map { String($0) } ?? "", count == 0 ? .dim : .text)], isEmpty: count == 0)
    case .own(let view):
      let count = screen.own(view).map { String($0.total) + ($0.isTotal ? "" : "+") } ?? ""
      return row(
        title, isShown: state.shownView == view,
        [Span(view.scope.facts(state) + "  ", .dim), Span(count)])
    case .shot(let name):
      guard let counts = screen.shot(name) else { return ChooserView.Row(left: [Span(title)]) }
      let wanted: [TakeView] = [.unsure, .ready, .live]
      let facts = wanted.filter { counts[$0] > 0 }.map {
        "\($0.title(state.language)) \(counts[$0])  "
      }
      return row(
        title, isShown: state.list.scope.shot == name,
        [Span(facts.joined(), .dim), Span(String(counts[.all]))])
    case .keep:
      let typed = screen.chooser.text
      let text = typed.isEmpty ? title : state.say(Strings.viewKeepNamed, typed)
      return ChooserView.Row(
        left: [Span("+ " + text, .accent)], right: [Span(state.scopeFacts, .dim)])
    }
  }

  private func row(_ title: String, isShown: Bool, _ right: [Span], isEmpty: Bool = false)
    -> ChooserView.Row
  {
    ChooserView.Row(
      left: [
        Span(isShown ? "* " : "  ", .accent),
        Span(title, isShown ? .accent : isEmpty ? .dim : .text),
      ],
      right: right)
  }
}

extension State {
  /// What the list shows, in a few words.
  var scopeFacts: String { list.scope.facts(self) }
}

extension TakeScope {
  func facts(_ state: State) -> String {
    var parts = [shot.map { state.title(of: .shot($0)) } ?? view.title(state.language)]
    if !search.isEmpty { parts.append("/" + search) }
    if sort != .newest {
      parts.append(state.say(Strings.sortShown, sort.key.title(state.language)))
    }
    return parts.joined(separator: "  ")
  }
}
