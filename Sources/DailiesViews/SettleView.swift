import DailiesCore
import TerminalCanvas

/// Asks what became of a take whose answer was lost.
struct SettleView {
  let sheet: SettleSheet
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(76, in: body)
    let widths = canvas.widths
    let order = sheet.take.order
    var lines = WrappedText(state.say(Strings.settleAdvice), columns: columns, limit: 2, widths: widths).textLines()
    lines += TakeFacts.flow(
      [Span(order.model, .dim), Span(state.say(Strings.ordered, String(order.seconds)), .dim)]
        + (sheet.take.sent.map { [Span(state.say(Strings.sentAt, state.time($0)), .dim)] } ?? []),
      columns: columns, widths: widths)
    let isRoomy = LayerBox.textRows(in: body) >= 12
    let promptRows = isRoomy ? 2 : 1
    lines += WrappedText(order.prompt, columns: columns, limit: promptRows, widths: widths).textLines(.dim)
    if isRoomy { lines.append(.blank) }
    var fieldRow: Int?
    for choice in SettleSheet.Choice.allCases {
      let isChosen = choice == sheet.choice
      var line = TextLine([Span(isChosen ? "> " : "  ", .accent), Span(title(choice), isChosen ? .accent : .text)])
      line.spot = choice.rawValue
      lines.append(line)
      if choice == .id, isChosen {
        fieldRow = lines.count
        lines.append(.blank)
      }
    }
    if let refusal = sheet.refusal {
      let text = WrappedText(refusal.text(state.wording), columns: columns, limit: 3, widths: widths)
      lines += text.textLines(refusal.tone.role)
    } else if sheet.asked != nil {
      lines.append(TextLine(state.say(Strings.settleAsks), .dim))
    }
    let rows = LayerBox.textRows(in: body)
    if lines.count > rows {  // the choices stay, what explains them goes
      let surplus = lines.count - rows
      lines.removeFirst(surplus)
      fieldRow = fieldRow.map { $0 - surplus }
    }
    let box = LayerBox(title: state.say(Strings.settleTitle, sheet.take.number.description))
    let inside = box.draw(columns: columns, rows: lines.count, on: &canvas, in: body, theme: theme)
    canvas.draw(lines, in: inside, theme: theme)
    if let fieldRow {
      let place = Rect(column: inside.column + 2, row: inside.row + fieldRow, columns: inside.columns - 2, rows: 1)
      Field(line: sheet.id).draw(on: &canvas, in: place, theme: theme)
    }
  }

  private func title(_ choice: SettleSheet.Choice) -> String {
    switch choice {
    case .id: state.say(Strings.settleID)
    case .neverArrived: state.say(Strings.settleNever)
    case .lost: state.say(Strings.settleLost)
    }
  }
}
