import DailiesCore
import TerminalCanvas

/// Every command by name: a field to narrow them, and those that match with their keys.
struct PaletteView {
  let palette: PaletteScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let matches = palette.matches(state.keymap)
    ChooserView(
      chooser: palette.chooser, title: state.say(Strings.paletteTitle), count: matches.count,
      nothing: state.say(Strings.nothingMatches), theme: theme
    ).draw(on: &canvas, in: body) { index in
      let command = matches[index]
      let key = state.keymap.keys(for: command, in: palette.context).first?.name(in: state.language) ?? ""
      return ChooserView.Row(left: [Span(state.say(command.title))], right: [Span(key, .dim)])
    }
  }
}
