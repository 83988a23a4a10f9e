import DailiesCore
import TerminalCanvas
import VideosAPI

/// The review of many prompts, or of one that cannot be unfolded: what is common to all, a line for each with what tells it
/// from the others, the selected one as it will be sent, and the sum.
struct BatchView {
  let review: ReviewView

  private var sheet: ReviewSheet { review.sheet }
  private var state: State { review.state }
  private var theme: Theme { review.theme }

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(in: body)
    let rows = LayerBox.textRows(in: body)
    let widths = canvas.widths
    let isNarrow = ReviewView.isNarrow(columns)
    let foot = review.foot(columns, widths)
    let head = head(columns, widths, isNarrow: isNarrow)
    var box = LayerBox(title: isNarrow && !origin.isEmpty ? origin : state.say(Strings.reviewTitle))
    if !isNarrow { box.facts = [Box.Fact(text: origin)] }

    let room = max(1, rows - head.count - foot.count - (isNarrow ? 0 : 1))
    // The selected prompt gets what the list leaves, a heading and two lines at least where there is room for both.
    let wanted = min(prompt(12, columns, widths).count, max(room - sheet.rows.count - 2, min(3, room - 4)))
    let shown = isNarrow ? 0 : max(0, wanted)
    let listRows = max(1, min(sheet.rows.count, room - (shown > 0 ? shown + 2 : 0)))
    let visible = visible(listRows)
    if visible.count < sheet.rows.count {
      let place = state.say(
        Strings.scrolled, String(visible.lowerBound + 1), String(visible.upperBound), String(sheet.rows.count))
      box.bottomFacts = [Box.Fact(text: place)]
    }

    let height = head.count + listRows + (shown > 0 ? shown + 2 : 0) + (isNarrow ? 0 : 1) + foot.count
    var inside = box.draw(columns: columns, rows: min(rows, height), on: &canvas, in: body, theme: theme)
    canvas.draw(foot, in: inside.cutBottom(min(foot.count, inside.rows - 1)), theme: theme)
    if !isNarrow { _ = inside.cutBottom(1) }
    if shown > 0 {
      canvas.draw(prompt(shown, columns, widths), in: inside.cutBottom(shown), theme: theme)
      canvas.draw([TextLine(heading, .dim)], in: inside.cutBottom(1), theme: theme)
      _ = inside.cutBottom(1)
    }
    canvas.draw(head, in: inside.cutTop(head.count), theme: theme)
    for (index, row) in zip(visible, inside.row...) where row < inside.endRow {
      canvas.mark(Rect(column: inside.column, row: row, columns: inside.columns, rows: 1), as: index)
      draw(sheet.rows[index], isSelected: index == sheet.selected, row: row, on: &canvas, in: inside)
    }
  }

  // MARK: Rows

  private func visible(_ rows: Int) -> Range<Int> {
    let top = max(0, min(sheet.selected - rows / 2, sheet.rows.count - rows))
    return top..<min(sheet.rows.count, top + rows)
  }

  /// Tick and label at the left; at the right takes, length, size and price, each in a column of its own.
  private func draw(
    _ row: ReviewSheet.Row, isSelected: Bool, row place: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    let ground: Ground = isSelected ? .selection : .screen
    if isSelected {
      canvas.fill(
        Rect(column: rect.column, row: place, columns: rect.columns, rows: 1), style: theme.style(.text, on: ground))
    }
    let role: Role = row.isTicked ? .text : .dim
    let right = facts(row, isNarrow: ReviewView.isNarrow(rect.columns)).map { Span($0, role) }
    let rightWidth = right.reduce(0) { $0 + canvas.widths.width(of: $1.text) }
    let left = [
      Span(isSelected ? ">" : " ", .accent), Span(row.isTicked ? " [x] " : " [ ] ", isSelected ? .accent : role),
      Span(row.label ?? state.say(Strings.asTyped), role),
    ]
    let end = rect.columns - rightWidth - 1
    canvas.draw(left, column: rect.column, row: place, limit: end, theme: theme, on: ground)
    canvas.drawRight(right, from: rect.column + end + 1, end: rect.endColumn, row: place, theme: theme, on: ground)
  }

  private func facts(_ row: ReviewSheet.Row, isNarrow: Bool) -> [String] {
    let count = state.say(Strings.reviewLine, String(row.takes), String(row.order.seconds))
    if isNarrow { return [count] }
    // The widest that there can be, so that the columns stand whatever the figures are.
    let widest = state.say(Strings.reviewLine, "20", "12")
    var facts = [Self.right(count, widest), "  " + row.order.size.description]
    if sheet.rows.contains(where: { $0.price != nil }) {
      facts.append("  " + Self.right(row.price?.times(row.takes).number ?? "?", "0000.00"))
    }
    return facts
  }

  private static func right(_ text: String, _ widest: String) -> String {
    String(blanks: max(0, widest.count - text.count)) + text
  }

  // MARK: What is common

  /// How the rows came about.
  private var origin: String {
    guard let unfolding = sheet.unfolding else { return "" }
    let rows = PatternCount.text(sheet.rows.count)
    let count = PatternCount.text(unfolding.pattern.count)
    if unfolding.isSample { return state.say(Strings.samplePrompts, rows, count) }
    if sheet.rows.count < unfolding.pattern.count { return state.say(Strings.distinctPrompts, rows, count) }
    return sheet.rows.count == 1 ? state.say(Strings.onePrompt) : state.say(Strings.allPrompts, rows)
  }

  private func head(_ columns: Int, _ widths: DisplayWidth, isNarrow: Bool) -> [TextLine] {
    var lines: [TextLine] = []
    if !isNarrow, let order = sheet.rows.indices.contains(sheet.selected) ? sheet.rows[sheet.selected].order : nil {
      var facts = [Span(order.model)]
      facts.append(Span(ShotPane.shape(order.size, state.language), .dim))
      if let image = order.image { facts.append(Span(state.say(Strings.withImage, image.name))) }
      lines += TakeFacts.flow(facts, columns: columns, widths: widths)
      if let advice = state.advice(on: order) {
        lines += WrappedText("! " + advice, columns: columns, limit: 2, widths: widths).textLines(.attention)
      }
      lines.append(.blank)
    }
    guard let flaw = sheet.flaw, let typed = sheet.source?.typed.prompt else { return lines }
    let text = "! " + flaw.note(in: typed).text(state.wording)
    lines += WrappedText(text, columns: columns, limit: 2, widths: widths).textLines(.attention)
    if !isNarrow {
      lines += FlawExcerpt(flaw, in: typed, columns: columns, widths: widths).lines
      lines += WrappedText(state.say(Strings.flawEsc), columns: columns, widths: widths).textLines(.dim) + [.blank]
    }
    return lines
  }

  // MARK: The selected prompt

  private var heading: String {
    state.say(Strings.selectedPrompt, String(sheet.selected + 1), String(sheet.rows.count))
  }

  private func prompt(_ limit: Int, _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    guard sheet.rows.indices.contains(sheet.selected) else { return [] }
    let row = sheet.rows[sheet.selected]
    return WrappedText(row.order.prompt, columns: columns, limit: limit, widths: widths)
      .textLines(row.isTicked ? .text : .dim)
  }
}

/// The line of a text in which something is wrong, with a mark below the place.
struct FlawExcerpt {
  let lines: [TextLine]

  init(_ flaw: PatternFlaw, in text: String, columns: Int, widths: DisplayWidth) {
    let place = text.utf8.index(text.startIndex, offsetBy: min(flaw.offset, text.utf8.count))
    var before = text[..<place]
    if let start = before.lastIndex(where: \.isNewline) { before = before[before.index(after: start)...] }
    // A third of the line leads up to the place.
    var lead = String(before.suffix(columns / 3)).replacing("\t", with: " ")
    if lead.count < before.count { lead = "…" + lead }
    let rest = text[place...].prefix(columns).prefix { !$0.isNewline }
    let indent = widths.width(of: lead)
    lines = [
      TextLine(lead + rest, .dim), TextLine([Span(String(blanks: indent)), Span("^", .attention)]),
    ]
  }
}
