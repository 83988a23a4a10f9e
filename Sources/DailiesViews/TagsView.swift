import DailiesCore
import TerminalCanvas

/// The line for tags with the known ones under it, the one that Tab has chosen standing out.
struct TagsView {
  let entry: TagEntry
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(76, in: body)
    let widths = canvas.widths
    let help = entry.takes.count == 1 ? Strings.tagsHelp : Strings.tagsHelpMany
    let head = WrappedText(state.say(help), columns: columns, limit: 2, widths: widths).textLines(.dim)
    let foot =
      entry.refusal.map {
        WrappedText($0.text(state.language), columns: columns, limit: 2, widths: widths).textLines($0.tone.role)
      } ?? [known(columns, widths)]
    let title = state.say(Strings.tagsTitle, state.text(of: entry.takes))
    var inside = LayerBox(title: title)
      .draw(columns: columns, rows: head.count + 1 + foot.count, on: &canvas, in: body, theme: theme)
    canvas.draw(head, in: inside.cutTop(head.count), theme: theme)
    let field = inside.cutTop(1)
    canvas.draw(foot, in: inside, theme: theme)
    Field(line: entry.line).draw(on: &canvas, in: field, theme: theme)
  }

  /// The candidates in one row, the chosen one in sight.
  private func known(_ columns: Int, _ widths: DisplayWidth) -> TextLine {
    if entry.known.isEmpty { return TextLine(state.say(Strings.tagsNone), .dim) }
    var shown = entry.candidates[...]
    if let chosen = entry.chosen, let at = shown.firstIndex(of: chosen) {
      func columnsToChosen() -> Int { shown[...at].reduce(0) { $0 + widths.width(of: $1) + 3 } }
      while shown.startIndex < at, columnsToChosen() > columns { shown = shown.dropFirst() }
    }
    return TextLine(shown.map { Span("#" + $0 + "  ", $0 == entry.chosen ? .accent : .dim) })
  }
}
