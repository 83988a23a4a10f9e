import DailiesCore
import TerminalCanvas

/// Every command by name: a field to narrow them, and those that match, with their keys, or with why they cannot run now.
struct PaletteView {
  let palette: PaletteScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let matches = palette.matches(in: state)
    let columns = LayerBox.textColumns(72, in: body)
    let widths = canvas.widths
    ChooserView(
      chooser: palette.chooser, title: state.say(Strings.paletteTitle), count: matches.count,
      nothing: state.say(Strings.nothingMatches), theme: theme, columns: 72
    ).draw(on: &canvas, in: body) { index in
      let command = matches[index]
      let title = state.say(command.title)
      if let obstacle = state.obstacle(to: command, in: palette.context) {
        let reason = obstacle.text(state.wording)
        let fits = widths.width(of: title) + widths.width(of: reason) + 3 <= columns
        let lines = WrappedText(reason, columns: columns - 4, limit: 3, widths: widths)
        return ChooserView.Row(
          left: [Span(title, .dim)], right: fits || index != palette.chooser.selected ? [Span(reason, .dim)] : [],
          below: fits ? [] : lines.textLines(.attention, indent: 4))
      }
      let key = state.keymap.key(for: command, in: palette.context)?.name(in: state.language) ?? ""
      return ChooserView.Row(left: [Span(title)], right: [Span(key, .dim)])
    }
  }
}
