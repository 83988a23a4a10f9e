import DailiesCore
import TerminalCanvas

/// What came of a screening: what it cost for what, then the films by verdict and what to try again.
struct EveningSheetView {
  let sheet: EveningSheet
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(in: body)
    let box = LayerBox(title: state.say(Strings.sheetTitle))
    var inside = box.draw(
      columns: columns, rows: LayerBox.textRows(in: body), on: &canvas, in: body, theme: theme)
    // Where little fits, what is left out is not the cost.
    var head = sums.dropFirst(columns < 60 ? 1 : 0).flatMap {
      WrappedText($0.text, columns: columns, widths: canvas.widths).textLines($0.role)
    }
    if inside.rows > head.count + 6 { head.append(.blank) }
    canvas.draw(head, in: inside.cutTop(min(head.count, max(0, inside.rows - 3))), theme: theme)
    let lines = lines
    if lines.isEmpty { return canvas.draw([TextLine(state.say(Strings.sheetEmpty), .dim)], in: inside, theme: theme) }
    let at = lines.firstIndex { $0.spot == sheet.selected } ?? 0
    let top = max(0, min(at - inside.rows / 2, lines.count - inside.rows))
    for (line, row) in zip(lines[top...], inside.row..<inside.endRow) where line.spot == sheet.selected {
      canvas.fill(
        Rect(column: inside.column, row: row, columns: inside.columns, rows: 1),
        style: theme.style(.text, on: .selection))
    }
    for (line, row) in zip(lines[top...], inside.row..<inside.endRow) {
      let ground: Ground = line.spot == sheet.selected ? .selection : .screen
      if let spot = line.spot {
        canvas.mark(Rect(column: inside.column, row: row, columns: inside.columns, rows: 1), as: spot)
      }
      canvas.draw(line.spans, column: inside.column, row: row, limit: inside.columns, theme: theme, on: ground)
    }
  }

  // MARK: Sums

  private var sums: [(text: String, role: Role)] {
    let evening = sheet.evening
    let films = evening.films
    let circled = sheet.films(.circled)
    let (all, good) = (Evening.seconds(films), Evening.seconds(circled))
    let head =
      evening.isToday
      ? state.say(Strings.sheetOfDay, state.today.description, String(evening.takes.count), filmSeconds(all))
      : state.say(Strings.sheetOfAll, String(evening.takes.count), filmSeconds(all))
    let counts = state.say(
      Strings.sheetCounts, String(circled.count), filmSeconds(good), String(sheet.films(.noGood).count),
      String(sheet.films(nil).count))
    return [(head, .text), (counts, .text)] + cost(circled, all: all)
  }

  /// Averages go over the circled films whose cost is known, and are a lower bound where the cost of other takes is not.
  private func cost(_ circled: [Take], all: Double) -> [(text: String, role: Role)] {
    // Whatever the demo service says of prices, nothing is paid there.
    if state.service.isDemo {
      let seconds = Evening.seconds(circled)
      let ratio = seconds > 0 ? [(state.say(Strings.sheetFilmPerCircled, filmSeconds(all / seconds)), Role.text)] : []
      return [(state.say(Strings.nothingPaid), .dim)] + ratio
    }
    let sum = CostSum(sheet.evening.takes)
    let known = circled.filter { $0.cost?.amount != nil && $0.cost?.certainty == .sure }
    let seconds = Evening.seconds(known)
    var lines: [(text: String, role: Role)] = []
    if sum.parts.isEmpty {
      lines.append((state.say(Strings.sheetNoCost), .attention))
    } else {
      lines.append((state.say(Strings.sheetCost, sum.text(state.language)), .text))
      let isLeast =
        sum.unknown.contains { number in !circled.contains { $0.number == number } }
        || !sum.unsure.isEmpty || !sum.failed.isEmpty
      let parts = [
        known.isEmpty ? "" : state.say(Strings.sheetPerTake, sum.text(per: Double(known.count))),
        seconds > 0 ? state.say(Strings.sheetPerSecond, sum.text(per: seconds)) : "",
      ]
      let averages = parts.filter { !$0.isEmpty }.joined(separator: "   ")
      if !averages.isEmpty { lines.append((isLeast ? state.say(Strings.sheetAtLeast, averages) : averages, .text)) }
      if known.count < circled.count {
        let missing = String(circled.count - known.count)
        lines.append((state.say(Strings.sheetCircledUnknown, missing, String(circled.count)), .attention))
      }
    }
    let left = [
      (sum.parts.isEmpty ? [] : sum.unknown, Strings.sheetUnknown), (sum.unsure, Strings.sheetUnsure),
      (sum.failed, Strings.sheetFailed),
    ]
    for (takes, phrase) in left where !takes.isEmpty { lines.append((state.say(phrase, names(takes)), .attention)) }
    return lines
  }

  /// The takes by name, where there are not too many of them.
  private func names(_ numbers: [Take.Number]) -> String {
    numbers.count <= 6 ? numbers.map(\.description).joined(separator: " ") : state.text(of: numbers)
  }

  // MARK: Rows

  private var lines: [TextLine] {
    var lines: [TextLine] = []
    var heading: Phrase?
    for (index, row) in sheet.rows.enumerated() {
      if row.heading != heading { lines.append(TextLine(state.say(row.heading), .dim)) }
      heading = row.heading
      var line = TextLine(spans(of: row, isSelected: index == sheet.selected))
      line.spot = index
      lines.append(line)
    }
    return lines
  }

  private func spans(of row: EveningSheet.Row, isSelected: Bool) -> [Span] {
    let take = row.take
    var spans = [Span(isSelected ? "> " : "  ", .accent), Span(take.number.description + " ")]
    if case .again(_, let count) = row {
      if count > 1 { spans.append(Span(state.say(Strings.sheetTakes, String(count)) + "  ", .dim)) }
      if take.phase != .saved { spans += [TakeProgress(take, in: state).word, Span("  ")] }
    } else {
      spans.append(Span("\(take.secondsText)s \(take.sizeText)  ", .dim))
      if !state.service.isDemo, let amount = take.cost?.amount { spans.append(Span(amount.text + "  ", .dim)) }
    }
    if let shot = take.origin?.shot { spans.append(Span(shot + "  ", .accent)) }
    if let comment = take.comment { spans.append(Span(comment + "  ", .attention)) }
    spans.append(Span(String(take.order.prompt.prefix(120).map { $0.isNewline ? " " : $0 })))
    return spans
  }
}
