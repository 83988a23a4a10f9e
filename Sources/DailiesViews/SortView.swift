import DailiesCore
import TerminalCanvas

/// The orders there are, the one in force marked.
struct SortView {
  let screen: SortScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let entries = screen.entries(state.language)
    let columns = LayerBox.textColumns(60, in: body)
    let foot = WrappedText(
      state.say(Strings.sortHelp), columns: columns, limit: 2, widths: canvas.widths)
    ChooserView(
      chooser: screen.chooser, title: state.say(Strings.sortTitle), count: entries.count,
      nothing: state.say(Strings.sortNothing), theme: theme, columns: columns,
      foot: foot.textLines(.dim), leastRows: 4
    ).draw(on: &canvas, in: body) { index in
      let now = state.list.scope.sort
      let isNow = entries[index].isSame(as: now)
      let shown = isNow ? now : entries[index]
      let isTurned = isNow && now.key != .number && now.isReversed
      let mark = isNow ? state.say(isTurned ? Strings.sortReversed : Strings.sortInForce) : ""
      return ChooserView.Row(
        left: [
          Span(isNow ? "* " : "  ", .accent),
          Span(shown.title(state.language), isNow ? .accent : .text),
        ],
        right: [Span(mark, .dim)])
    }
  }
}
