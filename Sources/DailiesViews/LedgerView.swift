import DailiesCore
import TerminalCanvas
import VideosAPI

/// Screen 3: the limits, what was spent in the chosen grouping, and the prices.
struct LedgerView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var inside = rect.inset(columns: 1, rows: 0)
    let columns = min(inside.columns, LayerBox.widest)
    let table = LedgerTable(
      columns: columns, hasDiffering: (state.ledger.found?.differingTakes ?? 0) > 0, state: state)
    drawTabs(on: &canvas, in: rect)
    _ = inside.cutTop(rect.rows > 14 ? 2 : 1)
    let limits = limits(columns, canvas.widths)
    canvas.draw(limits, in: inside.cutTop(min(limits.count, inside.rows / 2)), theme: theme)
    if rect.rows > 14 { _ = inside.cutTop(1) }
    guard let found = state.ledger.found else {
      canvas.draw([TextLine(state.say(Strings.loading), .dim)], in: inside, theme: theme)
      return
    }
    var lines: [TextLine] = []
    if found.rows.isEmpty {
      let isBare = state.prices.prices.isEmpty && !state.service.isDemo
      let text = state.say(isBare ? Strings.ledgerEmpty : Strings.ledgerEmptyPriced)
      lines += WrappedText(text, columns: columns, widths: canvas.widths).textLines(.dim)
    } else {
      canvas.draw([table.header], in: inside.cutTop(1), theme: theme)
      lines += found.rows.map { table.line($0, title: title($0, found.query.grouping)) }
      if found.rows.count > 1 {
        lines += found.totals.map { table.line($0, title: state.say(Strings.total), role: .accent) }
      }
      lines += differing(found, columns, canvas.widths) + sources(found, columns, canvas.widths)
    }
    if !state.service.isDemo { lines += [.blank] + prices(columns, canvas.widths) }
    let top = max(0, min(state.ledger.scroll.top, lines.count - inside.rows))
    canvas.draw(lines[top...], in: inside, theme: theme)
  }

  private func title(_ row: LedgerRow, _ grouping: LedgerGrouping) -> String {
    row.key.isEmpty && grouping == .shot ? state.say(Strings.noShot) : row.key
  }

  private func drawTabs(on canvas: inout Canvas, in rect: Rect) {
    let tabs = LedgerTabs(state, in: rect)
    canvas.draw(tabs.label, column: rect.column + 1, row: rect.row, style: theme.style(.dim))
    for tab in tabs.tabs {
      let role: Role = tab.grouping == state.ledger.grouping ? .accent : .dim
      canvas.draw(tab.text, column: tab.columns.lowerBound, row: rect.row, style: theme.style(role))
    }
  }

  // MARK: Limits

  private func limits(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    if state.service.isDemo {
      return WrappedText(state.say(Strings.ledgerDemo), columns: columns, widths: widths).textLines(.good)
    }
    let limits = state.rules.limits
    guard !limits.isEmpty else {
      return WrappedText(state.say(Strings.noLimits), columns: columns, limit: 2, widths: widths).textLines(.dim)
    }
    guard let spent = state.spending, spent.day == state.today else {
      return [TextLine(state.say(Strings.loading), .dim)]
    }
    return SpendingLimits.Name.allCases.flatMap { name -> [TextLine] in
      let sum = name.isOfDay ? spent.today : spent.month
      if let limit = limits.seconds[name] {
        return [
          limitLine(
            name, state.say(Strings.limitFilm), "\(sum.seconds)", "\(limit) s", sum.seconds, limit, columns, widths)
        ]
      }
      guard let limit = limits.amounts[name] else { return [] }
      let spentIn = limits.currency.map { [$0] } ?? sum.money.keys.sorted()
      let priced = state.prices.prices.last { $0.profile == state.service.profile }?.perSecond.currency
      return (spentIn.isEmpty ? [priced ?? ""] : spentIn).map { currency in
        let money = Money(millionths: limit, currency)
        let spent = sum.amount(currency)
        return limitLine(
          name, "", spent.number, money.text.trimming, Int(spent.millionths / 1000), Int(limit / 1000), columns, widths)
      }
    }
  }

  /// `Today   31.50 of 80.00 CNY  [####......]  refuses`.
  private func limitLine(
    _ name: SpendingLimits.Name, _ what: String, _ spent: String, _ limit: String, _ part: Int, _ whole: Int,
    _ columns: Int, _ widths: DisplayWidth
  ) -> TextLine {
    let phrase = name.isOfDay ? Strings.limitDay : Strings.limitMonth
    let percent = whole > 0 ? min(100, part * 100 / whole) : 100
    let role: Role = percent >= 100 ? (name.isHard ? .bad : .attention) : percent >= 80 ? .attention : .text
    let title = [state.say(phrase), what].filter { !$0.isEmpty }.joined(separator: " ")
    // Where little fits, the amounts come before the columns they would stand in.
    let isNarrow = columns < 60
    var spans = [
      Span(Self.padded(title, isNarrow ? 6 : 11, widths), .dim),
      Span(
        Self.padded(spent, isNarrow ? 8 : 9, widths, isRight: true) + " / "
          + Self.padded(limit, isNarrow ? 11 : 13, widths) + (isNarrow ? " " : ""), role),
    ]
    let bar = min(30, columns - 48)
    if bar >= 8 { spans += [Span("[", .dim)] + Bar(percent: percent, columns: bar).spans(theme) + [Span("] ", .dim)] }
    spans.append(Span(state.say(name.isHard ? Strings.limitHardWord : Strings.limitSoftWord), .dim))
    return TextLine(spans)
  }

  // MARK: Sources and prices

  private func differing(_ found: LedgerRows, _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let count = found.differingTakes
    guard count > 0 else { return [] }
    let text = state.say(count == 1 ? Strings.ledgerDiffers : Strings.ledgerDiffer, String(count))
    return [.blank] + WrappedText("! " + text, columns: columns, limit: 3, widths: widths).textLines(.attention)
  }

  private func sources(_ found: LedgerRows, _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    guard !state.service.isDemo else { return [] }
    var texts = [Strings.ledgerSources]
    if found.rows.contains(where: { $0.isFromHeader || $0.unsureTakes > 0 || $0.failedTakes > 0 }) {
      texts.append(Strings.ledgerHeader)
    }
    return [.blank]
      + texts.flatMap { WrappedText(state.say($0), columns: columns, limit: 3, widths: widths).textLines(.dim) }
  }

  private func prices(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    var lines = [TextLine(state.say(Strings.pricesTitle), .dim)]
    if state.prices.prices.isEmpty { lines.append(TextLine(state.say(Strings.noPrices))) }
    for price in state.prices.prices.reversed() {
      let size = price.size?.description ?? state.say(Strings.everySize)
      let isHere = price.profile == state.service.profile
      let facts = [
        Span(Self.padded(price.perSecond.text, 12, widths)), Span(price.model, isHere ? .text : .dim),
        Span(size, .dim), Span(state.say(Strings.priceSince, price.since.description), .dim),
      ]
      lines += TakeFacts.flow(
        facts + (isHere ? [] : [Span(state.say(Strings.profile, price.profile), .dim)]), columns: columns,
        widths: widths)
    }
    return lines
  }

  /// A text in a field of so many columns; a longer one is left whole.
  static func padded(_ text: String, _ columns: Int, _ widths: DisplayWidth, isRight: Bool = false) -> String {
    let blanks = String(blanks: max(0, columns - widths.width(of: text)))
    return isRight ? blanks + text : text + blanks
  }
}
