import DailiesCore
import TerminalCanvas
import VideosAPI

/// The last look before money is spent: what will be sent, how often, where to, and what it costs as far as known.
struct ReviewView {
  let sheet: ReviewSheet
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    if sheet.isBatch { return BatchView(review: self).draw(on: &canvas, in: body) }
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
    // Its name may be cut where little fits; that there is one may not.
    if Self.isNarrow(columns), order.image != nil { facts.append(Span(state.say(Strings.withImage, "").trimming)) }
    if let price = row.price?.times(row.takes) { facts.append(Span(price.text)) }
    if !Self.isNarrow(columns) { facts.append(Span(ShotPane.shape(order.size, state.language), .dim)) }
    facts.append(Span(order.model, .dim))
    if let image = order.image {
      facts.append(Span(state.say(Strings.withImage, image.name)))
      facts.append(Span(state.facts(of: image), .dim))
    }
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
    more.insert(contentsOf: imageLines(order, columns: columns - indent, indent: indent, widths: widths), at: 0)
    let left = max(1, promptRows - more.count)
    let prompt = WrappedText(order.prompt, columns: columns - indent, limit: left, widths: widths)
      .textLines(row.isTicked ? .text : .dim, indent: indent)
    // Where little fits, what is cut at the end is not the prompt.
    var lines = [TextLine(head + first.spans)] + (Self.isNarrow(columns) ? prompt + more : more + prompt)
    for at in lines.indices { lines[at].spot = index }
    return lines
  }

  static func isNarrow(_ columns: Int) -> Bool { columns < 60 }

  /// What stands under the rows: the sum, where it goes, what it costs, and how it can be taken back.
  func foot(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    var texts: [(String, Role)] = sheet.warnings.map { ($0.text(state.wording), $0.tone.role) }
    if let limit = state.settings.chosenProfile.promptLimit {
      let longest = sheet.rows.reduce(0) { max($0, $1.isTicked ? $1.order.prompt.count : 0) }
      if longest > limit {
        texts.append((state.say(Strings.promptBeyondLimit, String(longest), String(limit)), .attention))
      }
    }
    if sheet.isBatch, let order = sheet.rows.first?.order {
      texts += imageWarnings(order).map { ($0.text, $0.role) }
    }
    texts.append((state.say(Strings.reviewSum, String(sheet.takes), String(sheet.seconds)), .text))
    if let canary = canary(columns) { texts.append((canary, sheet.canary == nil ? .dim : .text)) }
    let profile = state.namesProfile ? " (\(state.service.profile))" : ""
    texts.append((state.say(Strings.to, state.service.host + profile), .text))
    texts += money(isNarrow: Self.isNarrow(columns))
    let countdown = state.settings.countdown
    let takeBack = Self.isNarrow(columns) ? Strings.reviewCountdownShort : Strings.reviewCountdown
    let leaving = countdown > 0 ? state.say(takeBack, String(countdown)) : state.say(Strings.reviewNoCountdown)
    texts.append((leaving, .text))
    let limit = Self.isNarrow(columns) ? state.forecast(sheet.orders).refusal : nil
    if let limit {
      texts.insert((limit.shortText(state.wording), .bad), at: 0)
    } else if let refusal = sheet.refusal {
      // Where little fits, what is cut at the end is not the reason why nothing was sent.
      texts.insert((refusal.text(state.wording), refusal.tone.role), at: Self.isNarrow(columns) ? 0 : texts.count)
    }
    var lines = texts.flatMap { WrappedText($0.0, columns: columns, widths: widths).textLines($0.1) }
    if !Self.isNarrow(columns), let keys { lines += [.blank, TextLine(state.say(keys), .dim)] }
    return lines
  }

  /// What it costs and how that is known; where the limits would stand, and those that it meets.
  private func money(isNarrow: Bool) -> [(String, Role)] {
    if state.service.isDemo { return [(state.say(Strings.reviewDemo), .good)] }
    let forecast = state.forecast(sheet.orders)
    var texts: [(String, Role)] = []
    if forecast.sums.isEmpty {
      texts.append((state.say(isNarrow ? Strings.reviewPriceShort : Strings.reviewPrice), .attention))
    }
    if isNarrow {
      if !forecast.sums.isEmpty { texts.append((state.say(Strings.aboutShort, forecast.amount), .text)) }
      guard forecast.refusal == nil else { return texts }
      return texts + forecast.findings.map { ($0.figures, .attention) }
        + forecast.standings(state.language).prefix(1).map { ($0, .text) }
    }
    for line in forecast.lines(state.wording, saysUnpriced: !forecast.sums.isEmpty) {
      texts.append((line.text, line.tone.role))
    }
    return texts
  }

  /// Whether the first take goes ahead; nil where there is but one, or no room to say that it does not.
  private func canary(_ columns: Int) -> String? {
    guard sheet.takes > 1 else { return nil }
    let others = String(sheet.takes - 1)
    if Self.isNarrow(columns) { return sheet.canary.map { _ in state.say(Strings.canaryShort, others) } }
    return switch sheet.canary {
    case nil: state.say(Strings.canaryOff)
    case .accepted: state.say(Strings.canaryAccepted, others)
    case .seen: state.say(Strings.canarySeen, others)
    }
  }

  /// The keys that change what is on the sheet.
  private var keys: Phrase? {
    guard sheet.isBatch else { return Strings.reviewKeys }
    guard sheet.flaw == nil, sheet.source != nil else { return nil }
    guard let unfolding = sheet.unfolding else { return Strings.reviewKeysTyped }
    return unfolding.isSample ? Strings.reviewKeysSample : Strings.reviewKeysAll
  }
}
