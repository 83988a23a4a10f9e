import DailiesCore
import TerminalCanvas
import VideosAPI

/// The last look before money is spent: what will be sent, how often, where to, and what it costs as far as known.
struct ReviewView {
  let sheet: ReviewSheet
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(in: body)
    let rows = LayerBox.textRows(in: body)
    let foot = foot(columns, canvas.widths)
    let isRoomy = rows >= foot.count + sheet.rows.count * 2 + 3
    // The prompts get what is left, each at least a line, and no more than it has.
    let fixed = foot.count + sheet.rows.count + (isRoomy ? 2 : 0)
    let promptRows = max(1, (rows - fixed) / max(1, sheet.rows.count))
    var lines: [TextLine] = []
    for index in sheet.rows.indices {
      lines += row(index, promptRows: promptRows, columns: columns, widths: canvas.widths)
    }
    let room = max(0, rows - foot.count - (isRoomy ? 1 : 0))
    lines = visible(lines, room: room)
    if isRoomy { lines.append(.blank) }
    lines += foot
    let box = LayerBox(title: state.say(Strings.reviewTitle))
    let inside = box.draw(columns: columns, rows: lines.count, on: &canvas, in: body, theme: theme)
    canvas.draw(lines, in: inside, theme: theme)
  }

  /// Keeps the selected row in sight when there are more than fit.
  private func visible(_ lines: [TextLine], room: Int) -> [TextLine] {
    guard lines.count > room else { return lines }
    let marked = lines.firstIndex { $0.spans.first?.text == ">" } ?? 0
    let top = min(marked, lines.count - room)
    return Array(lines[top..<top + room])
  }

  private func row(_ index: Int, promptRows: Int, columns: Int, widths: DisplayWidth) -> [TextLine] {
    let row = sheet.rows[index]
    let order = row.order
    let isSelected = index == sheet.selected
    let count = state.say(Strings.reviewLine, String(row.takes), String(order.seconds))
    var facts = [Span(count), Span(order.size.description)]
    if !Self.isNarrow(columns) { facts.append(Span(ShotPane.shape(order.size, state.language), .dim)) }
    facts.append(Span(order.model, .dim))
    if let image = order.image { facts.append(Span(state.say(Strings.withImage, image.name))) }
    let head = [
      Span(isSelected ? ">" : " ", .accent), Span(row.isTicked ? " [x] " : " [ ] ", isSelected ? .accent : .text),
    ]
    let indent = 6
    var more = TakeFacts.flow(facts, columns: columns - indent, widths: widths)
    let first = more.removeFirst()
    for at in more.indices { more[at].indent = indent }
    if let advice = state.advice(on: order) {
      more.insert(TextLine("! " + advice, .attention, indent: indent), at: 0)
    }
    let left = max(1, promptRows - more.count)
    let prompt = WrappedText(order.prompt, columns: columns - indent, limit: left, widths: widths)
      .textLines(row.isTicked ? .text : .dim, indent: indent)
    // Where little fits, what is cut at the end is not the prompt.
    return [TextLine(head + first.spans)] + (Self.isNarrow(columns) ? prompt + more : more + prompt)
  }

  private static func isNarrow(_ columns: Int) -> Bool { columns < 60 }

  private func foot(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    var texts: [(String, Role)] = [
      (state.say(Strings.reviewSum, String(sheet.orders.count), String(sheet.seconds)), .text)
    ]
    texts.append((state.say(Strings.to, state.service.host), .text))
    texts.append(
      state.service.isDemo
        ? (state.say(Strings.reviewDemo), .good)
        : (state.say(Self.isNarrow(columns) ? Strings.reviewPriceShort : Strings.reviewPrice), .attention))
    let countdown = state.settings.countdown
    let takeBack = Self.isNarrow(columns) ? Strings.reviewCountdownShort : Strings.reviewCountdown
    let leaving = countdown > 0 ? state.say(takeBack, String(countdown)) : state.say(Strings.reviewNoCountdown)
    texts.append((leaving, .text))
    if let refusal = sheet.refusal {
      // Where little fits, what is cut at the end is not the reason why nothing was sent.
      texts.insert((refusal.text(state.language), refusal.tone.role), at: Self.isNarrow(columns) ? 0 : texts.count)
    }
    var lines = texts.flatMap { WrappedText($0.0, columns: columns, widths: widths).textLines($0.1) }
    if !Self.isNarrow(columns) { lines += [.blank, TextLine(state.say(Strings.reviewKeys), .dim)] }
    return lines
  }
}
