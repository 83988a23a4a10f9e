import DailiesCore
import TerminalCanvas

/// Larger and longer forms of a take with what each costs.
struct BlowUpView {
  let picker: BlowUpPicker
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let entries = picker.entries
    let columns = LayerBox.textColumns(70, in: body)
    let foot = WrappedText(state.say(Strings.blowUpHelp), columns: columns, widths: canvas.widths).textLines(.attention)
    ChooserView(
      chooser: picker.chooser, title: state.say(Strings.blowUpTitle, picker.take.number.description),
      count: entries.count, nothing: state.say(Strings.blowUpNothing), theme: theme, columns: columns, foot: foot
    ).draw(on: &canvas, in: body) { index in
      let order = entries[index]
      let advice = state.advice(on: order)
      var row = ChooserView.Row(left: [Span(BlowUpPicker.name(of: order))])
      if columns >= 60 { row.left.append(Span("  " + ShotPane.shape(order.size, state.language), .dim)) }
      if advice != nil { row.left.append(Span(" !", .attention)) }
      if let price = state.price(of: order) { row.right = [Span(price.text)] }
      let below = [
        state.priceDifference(of: order, to: picker.take).map { ($0.text(state.wording), Role.text) },
        advice.map { ("! " + $0, Role.attention) },
      ]
      row.below = below.compactMap(\.self).flatMap { text, role in
        WrappedText(text, columns: columns - 4, widths: state.widths).textLines(role, indent: 4)
      }
      return row
    }
  }
}
