import DailiesCore
import TerminalCanvas

/// A price to be added: a field in each line, the chosen one with the cursor.
struct PriceFormView {
  let form: PriceForm
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(68, in: body)
    let isRoomy = LayerBox.textRows(in: body) >= 10
    let help =
      isRoomy || form.refusal == nil
      ? WrappedText(state.say(Strings.priceHelp), columns: columns, limit: 2, widths: canvas.widths).textLines(.dim)
      : []
    let refusal =
      form.refusal.map {
        WrappedText($0.text(state.wording), columns: columns, limit: 2, widths: canvas.widths).textLines($0.tone.role)
      } ?? []
    let fields = PriceForm.Field.allCases
    let rows = min(LayerBox.textRows(in: body), fields.count + help.count + max(1, refusal.count))
    let box = LayerBox(
      title: state.say(Strings.priceTitle), facts: [Box.Fact(text: state.say(Strings.profile, form.profile))])
    var inside = box.draw(columns: columns, rows: rows, on: &canvas, in: body, theme: theme)
    let width = fields.map { canvas.widths.width(of: state.say($0.title)) }.max() ?? 0
    for field in fields {
      var row = inside.cutTop(1)
      guard !row.isEmpty else { break }
      let isChosen = field == form.field
      canvas.mark(row, as: field.rawValue)
      canvas.draw(
        [Span(isChosen ? "> " : "  ", .accent), Span(state.say(field.title), isChosen ? .accent : .dim)],
        column: row.column, row: row.row, theme: theme)
      _ = row.cutLeft(width + 4)
      if isChosen {
        Field(line: form[field]).draw(on: &canvas, in: row, theme: theme)
      } else {
        let text = form[field].text
        let isEverySize = field == .size && text.isEmpty
        canvas.draw(
          isEverySize ? state.say(Strings.everySize) : text, column: row.column, row: row.row, limit: row.columns,
          style: theme.style(isEverySize ? .dim : .text))
      }
    }
    canvas.draw(refusal + help, in: inside, theme: theme)
  }
}

extension PriceForm.Field {
  fileprivate var title: Phrase {
    switch self {
    case .model: Strings.priceModel
    case .size: Strings.priceSize
    case .perSecond: Strings.pricePerSecond
    case .currency: Strings.priceCurrency
    case .since: Strings.priceFrom
    }
  }
}
