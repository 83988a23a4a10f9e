import DailiesCore
import TerminalCanvas

/// The shots there are with the number of their takes; what is typed may be a new one.
struct ShotsView {
  let picker: ShotPicker
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let entries = picker.entries
    let columns = LayerBox.textColumns(60, in: body)
    ChooserView(
      chooser: picker.chooser, title: state.say(Strings.shotsTitle, state.text(of: picker.takes)),
      count: entries.count, nothing: "", theme: theme, columns: columns,
      foot: [TextLine(state.say(Strings.shotsHelp), .dim)]
    ).draw(on: &canvas, in: body) { index in
      switch entries[index] {
      case .shot(let known): ChooserView.Row(left: [Span(known.name)], right: [Span(String(known.count), .dim)])
      case .typed(let name): ChooserView.Row(left: [Span(state.say(Strings.shotsNew, name), .accent)])
      case .none: ChooserView.Row(left: [Span(state.say(Strings.shotsNone), .dim)])
      }
    }
  }
}
