import DailiesCore
import TerminalCanvas

/// The line in which a command is typed, at the bottom: the names it may become, and what Enter would do.
struct CommandLineView {
  let entry: CommandEntry
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    var area = body
    let columns = LayerBox.textColumns(92, in: body)
    var inside = LayerBox(title: state.say(Strings.commandLineTitle))
      .draw(columns: columns, rows: 3, on: &canvas, in: area.cutBottom(5), theme: theme)
    var field = inside.cutTop(1)
    canvas.draw([TextLine(":", .accent)], in: field.cutLeft(1), theme: theme)
    canvas.draw([names(columns, canvas.widths), outcome], in: inside, theme: theme)
    Field(line: entry.line).draw(on: &canvas, in: field, theme: theme)
  }

  /// The candidates in one row, the one that Enter would run in sight.
  private func names(_ columns: Int, _ widths: DisplayWidth) -> TextLine {
    let candidates = entry.candidates(in: state)
    let chosen = entry.choice(in: state)
    var shown = candidates[...]
    if let chosen, let at = candidates.firstIndex(of: chosen) {
      func columnsToChosen() -> Int { shown[...at].reduce(0) { $0 + widths.width(of: $1.name) + 2 } }
      while shown.startIndex < at, columnsToChosen() > columns { shown = shown.dropFirst() }
    }
    return TextLine(shown.map { Span($0.name + "  ", $0 == chosen ? .accent : .dim) })
  }

  private var outcome: TextLine {
    if let refusal = entry.refusal { return TextLine(refusal.text(state.wording), refusal.tone.role) }
    guard let choice = entry.choice(in: state) else { return TextLine(state.say(Strings.commandLineHelp), .dim) }
    let obstacle = state.obstacle(to: choice.command)
    return TextLine(obstacle?.text(state.wording) ?? state.say(choice.title), obstacle == nil ? .text : .dim)
  }
}
