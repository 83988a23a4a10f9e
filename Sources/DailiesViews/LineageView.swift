import DailiesCore
import TerminalCanvas

/// Takes with those that came from each, deeper by a step, under it.
struct LineageView {
  let screen: LineageScreen
  let state: State
  let theme: Theme

  /// Steps deeper than this stand in one column.
  private static let deepest = 8

  func draw(on canvas: inout Canvas, in body: Rect) {
    let lines = screen.lines
    let columns = LayerBox.textColumns(100, in: body)
    ChooserView(
      chooser: screen.chooser, title: state.say(Strings.lineageTitle), count: lines.count,
      nothing: state.say(screen.family == nil ? Strings.loading : Strings.lineageNothing), theme: theme,
      columns: columns
    ).draw(on: &canvas, in: body) { index in
      row(lines[index], isSelected: index == screen.chooser.selected, columns: columns)
    }
  }

  /// The selected row has its prompt in full below it.
  private func row(_ line: Family.Line, isSelected: Bool, columns: Int) -> ChooserView.Row {
    let take = line.take
    let progress = TakeProgress(take, in: state)
    let marks = progress.marks.isEmpty ? [] : [Span(" ")] + progress.marks
    var left = [Span(String(repeating: "  ", count: min(line.depth, Self.deepest)))]
    left += [Span(take.number.description, line.take.number == screen.number ? .accent : .text), Span(" ")]
    left += [progress.word] + marks
    if let way = line.way, let parent = take.origin?.parent {
      left.append(Span("  " + way.text(state.language, parent), .dim))
    }
    if let shot = take.origin?.shot, line.depth == 0 { left.append(Span("  " + shot, .accent)) }
    if !isSelected {
      left.append(Span("  " + String(take.order.prompt.prefix(120).map { $0.isNewline ? " " : $0 }), .dim))
    }
    let right = columns < 60 ? "" : " \(take.secondsText)s \(take.sizeText)"
    var row = ChooserView.Row(
      left: left.cut(to: columns - 3 - right.count, state.widths), right: [Span(right, .dim)])
    row.below = WrappedText(take.order.prompt, columns: columns - 4, limit: 2, widths: state.widths)
      .textLines(.dim, indent: 4)
    return row
  }
}
