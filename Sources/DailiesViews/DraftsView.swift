import DailiesCore
import TerminalCanvas
import VideosAPI

/// The drawer: a field to narrow the drafts, and those that match with their length, settings, age and last take.
struct DraftsView {
  let screen: DraftsScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let total = screen.rows?.total ?? 0
    let columns = LayerBox.textColumns(in: body)
    var view = ChooserView(
      chooser: screen.chooser, title: state.say(isDeleted ? Strings.draftsDeletedTitle : Strings.draftsTitle),
      count: total, nothing: nothing, theme: theme, columns: columns)
    if total > 0 {
      let place = state.say(Strings.draftsCount, String(screen.chooser.selected + 1), String(total))
      view.facts = [Box.Fact(text: place)]
    }
    view.draw(on: &canvas, in: body) { index in
      screen.rows?.row(index).map { row(of: $0, columns: columns) } ?? ChooserView.Row(left: [])
    }
  }

  private var isDeleted: Bool { screen.view == .deleted }

  /// What fills the list; nothing while the store is asked.
  private var nothing: String {
    guard screen.rows != nil else { return "" }
    if !screen.chooser.text.isEmpty { return state.say(Strings.draftsNoMatch) }
    return state.say(isDeleted ? Strings.draftsNoneDeleted : Strings.draftsNone)
  }

  private func row(of draft: DraftRow, columns: Int) -> ChooserView.Row {
    let isOpen = draft.id == state.card.id
    let title = Span(state.title(of: draft), draft.characters == 0 ? .dim : .text)
    var left = [title]
    if draft.name != nil { left.append(Span("  " + draft.head, .dim)) }
    let age = (state.now - (draft.deleted ?? draft.updated)).rough(state.language)
    var facts: [Span] = []
    if let sent = draft.sent { facts.append(Span(state.say(Strings.draftSent, sent.take.description), .good)) }
    if columns >= 60 {
      facts.append(Span(state.say(Strings.characters, String(draft.characters)), .dim))
      facts.append(
        Span(state.say(Strings.ordered, String(draft.shot.seconds)) + " " + draft.shot.size.description, .dim))
    }
    facts.append(isOpen ? Span(state.say(Strings.draftIsOpen), .accent) : Span(age, .dim))
    let right = [Span(" ")] + facts.flatMap { [Span("  "), $0] }
    // The facts keep their place; the words give way.
    let room = columns - 3 - right.reduce(0) { $0 + state.widths.width(of: $1.text) }
    return ChooserView.Row(left: left.cut(to: room, state.widths), right: right)
  }
}
