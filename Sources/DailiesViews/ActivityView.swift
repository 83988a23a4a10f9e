import DailiesCore
import TerminalCanvas

/// Everything that was said, the newest first.
struct ActivityView {
  let scroll: ScrollPosition
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(in: body)
    let widths = canvas.widths
    let lines = state.log.reversed().flatMap { said($0, columns, widths) }
    let box = LayerBox(title: state.say(Strings.activityTitle))
    ScrolledText(lines: lines.isEmpty ? [TextLine(state.say(Strings.noActivity), .dim)] : lines, scroll: scroll)
      .draw(box, columns: columns, on: &canvas, in: body, state: state, theme: theme)
  }

  private func said(_ note: Note, _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let time = note.at.map { state.time($0) + "  " } ?? ""
    let indent = widths.width(of: time)
    let text = WrappedText(note.text(state.wording), columns: columns - indent, limit: 6, widths: widths)
    return text.lines.enumerated().map { index, line in
      index == 0
        ? TextLine([Span(time, .dim), Span(line, note.tone.role)]) : TextLine(line, note.tone.role, indent: indent)
    }
  }
}
