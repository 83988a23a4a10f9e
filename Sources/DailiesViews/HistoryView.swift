import DailiesCore
import TerminalCanvas

/// The history search: a field, a line for each prompt that matches, and below them more of the selected one.
struct HistoryView {
  let screen: HistoryScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(in: body)
    var view = ChooserView(
      chooser: screen.chooser, title: state.say(Strings.historyTitle), count: screen.entries.count,
      nothing: nothing, theme: theme, columns: columns)
    if let page = screen.page, !page.entries.isEmpty {
      let count = String(page.entries.count) + (page.isComplete ? "" : "+")
      view.facts = [Box.Fact(text: state.say(Strings.draftsCount, String(screen.chooser.selected + 1), count))]
    }
    view.foot = preview(columns: columns, rows: LayerBox.textRows(in: body) / 3)
    view.draw(on: &canvas, in: body) { index in row(index, columns: columns) }
  }

  /// What fills the list; nothing while the store is asked.
  private var nothing: String {
    guard screen.page != nil else { return "" }
    return state.say(screen.chooser.text.isEmpty ? Strings.historyNone : Strings.historyNoMatch)
  }

  private func row(_ index: Int, columns: Int) -> ChooserView.Row {
    let entry = screen.entries[index]
    let facts = facts(of: entry)
    let room = columns - 5 - facts.reduce(0) { $0 + state.widths.width(of: $1.text) }
    let spans = MatchedText(entry.text, search: screen.chooser.text)
      .spans(columns: room, widths: state.widths, showing: difference(of: index))
    return ChooserView.Row(left: spans.cut(to: room, state.widths), right: [Span("  ")] + facts)
  }

  /// Where a prompt begins to differ from those next to it: variants of one text are alike for a long way.
  private func difference(of index: Int) -> Int? {
    let neighbours = (index - 2...index + 2).filter { $0 != index && screen.entries.indices.contains($0) }
    return neighbours.map { MatchedText.shared(screen.entries[index].text, screen.entries[$0].text) }.max()
  }

  private func facts(of entry: HistoryEntry) -> [Span] {
    let age = Span((state.now - entry.used).rough(state.language), .dim)
    return entry.take.map { [Span($0.description + " ", .good), age] } ?? [age]
  }

  /// The selected prompt as it is, from its first match on, below a line.
  private func preview(columns: Int, rows: Int) -> [TextLine] {
    guard let entry = screen.selected, rows > 2 else { return [] }
    let limit = rows - 1
    let head = String(entry.text.prefix(20_000))
    let lines = WrappedText(head, columns: columns, widths: state.widths).lines
    let word = screen.chooser.text.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() }
    let match = word.flatMap { word in lines.firstIndex { $0.lowercased().contains(word) } } ?? 0
    let top = max(0, min(match - 1, lines.count - limit))
    var shown = lines[top..<min(lines.count, top + limit)].map { line in
      TextLine(MatchedText.inPlace(line, search: screen.chooser.text))
    }
    shown += [TextLine](repeating: .blank, count: limit - shown.count)
    return [TextLine(String(repeating: theme.horizontal, count: columns), .dim)] + shown
  }
}
