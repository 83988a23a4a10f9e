import DailiesCore
import TerminalCanvas

/// The menu of snippets: a field, names with their groups, and below them the text of the selected one.
struct SnippetsView {
  let screen: SnippetScreen
  let state: State
  let theme: Theme

  /// Lines of text that are shown of the selected snippet.
  private static let previewRows = 2

  func draw(on canvas: inout Canvas, in body: Rect) {
    let matches = state.matches(screen)
    let nothing = state.snippets == nil ? Strings.snippetsLoading : Strings.noSnippet
    var chooser = ChooserView(
      chooser: screen.chooser, title: state.say(Strings.snippetsTitle), count: matches.count,
      nothing: state.say(nothing), theme: theme)
    chooser.columns = 76
    if matches.indices.contains(screen.chooser.selected) {
      let columns = LayerBox.textColumns(chooser.columns, in: body)
      let text = SnippetText(matches[screen.chooser.selected].text).plain
      var lines = WrappedText(text, columns: columns, limit: Self.previewRows, widths: canvas.widths).textLines(.accent)
      // As many lines for each, so that the list stays where it is.
      while lines.count < Self.previewRows { lines.append(.blank) }
      chooser.foot = lines
    }
    chooser.draw(on: &canvas, in: body) { index in
      let snippet = matches[index]
      let group = snippet.language == nil ? state.say(Strings.snippetOwn) + "  " + snippet.group : snippet.group
      return ChooserView.Row(left: [Span(snippet.name)], right: [Span(group, .dim)])
    }
  }
}
