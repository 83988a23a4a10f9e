import TerminalCanvas

/// Money on the screens: the Ledger, the price table, and what was spent.
extension State {
  package var today: Day { Day(now, utcOffset: utcOffset) }

  /// What a yes is held against, as the screens know it. In the demo nothing is paid.
  package var rules: SpendingRules {
    if service.isDemo { return SpendingRules(day: today) }
    let profile = settings.profiles[service.profile] ?? Profile()
    return SpendingRules(limits: profile.limits, prices: prices, day: today)
  }

  /// What some orders would cost, and which limits they would meet.
  package func forecast(_ orders: [Order]) -> SpendingForecast {
    SpendingForecast(orders, profile: service.profile, rules: rules, spent: spending)
  }

  /// Asks for what was spent, where a price or a limit gives it a meaning.
  func spendingEffects() -> [Effect] {
    guard !service.isDemo, !(prices.prices.isEmpty && rules.limits.isEmpty) else { return [] }
    return [.loadSpending(profile: service.profile, today)]
  }

  /// A take came, went or cost something else than before.
  func ledgerEffects(_ take: Take, before: Take?) -> [Effect] {
    let isSame =
      take.cost == before?.cost && take.counted == before?.counted && take.countedOn == before?.countedOn
      && take.differsFromOrder == before?.differsFromOrder
    if isSame, before != nil { return [] }
    return spendingEffects() + (focus == .ledger ? [.loadLedger(ledger.query)] : [])
  }

  mutating func showLedger() -> [Effect] {
    guard focus != .ledger else { return [] }
    ledger.cameFrom = focus
    return setFocus(.ledger) + [.loadPrices, .loadLedger(ledger.query)] + spendingEffects()
  }

  mutating func ledgerLoaded(_ rows: LedgerRows) {
    if rows.query == ledger.query { ledger.found = service.isDemo ? rows.withoutMoney : rows }
  }

  /// Gives every row of a sheet the price that a yes would record.
  func price(_ sheet: inout ReviewSheet) {
    let rules = rules
    sheet.setPrices { listPrice(of: $0, by: rules) }
  }

  /// What an order costs by the price table; nil: it has no price for it.
  func listPrice(of order: Order, by rules: SpendingRules) -> Money? {
    rules.prices.price(of: order, profile: service.profile, on: rules.day).map { $0.perSecond.times(order.seconds) }
  }

  mutating func pricesLoaded(_ table: PriceTable) -> [Effect] {
    prices = table
    if case .review(var sheet)? = layers.last {
      price(&sheet)
      replaceTop(.review(sheet))
    }
    return spendingEffects()
  }

  /// Does what a key asks for on the Ledger screen; nil when it means nothing of its own there.
  mutating func performInLedger(_ command: Command) -> [Effect]? {
    if ledger.scroll.perform(command, page: max(1, size.rows - 8)) { return [] }
    switch command {
    case .nextGrouping, .previousGrouping:
      ledger.turn(by: command == .nextGrouping ? 1 : -1)
      return [.loadLedger(ledger.query)]
    case .exportLedger:
      layers.append(.line(LineEntry(.export, text: "~/dailies-\(ledger.grouping.rawValue)-\(today).csv")))
      return []
    default: return nil
    }
  }

  /// A click on the ledger picks a grouping in its first line.
  mutating func clickInLedger(at point: Point, _ rect: Rect) -> [Effect] {
    guard point.row == rect.row,
      let tab = LedgerTabs(self, in: rect).tabs.first(where: { $0.columns.contains(point.column) })
    else { return [] }
    ledger.show(tab.grouping)
    return [.loadLedger(ledger.query)]
  }

  mutating func openPriceForm() -> [Effect] {
    // The ledger's own keys come this way as well.
    if let obstacle = obstacle(to: .addPrice) {
      note(obstacle)
      return []
    }
    let known = prices.prices.last { $0.profile == service.profile } ?? prices.prices.last
    let currency = rules.limits.currency ?? known?.perSecond.currency ?? ""
    layers.append(
      .price(PriceForm(profile: service.profile, model: shot.model, currency: currency, since: today)))
    return []
  }

  mutating func performInPriceForm(_ command: Command, _ form: PriceForm) -> [Effect] {
    var form = form
    switch command {
    case .previousRow: form.move(by: -1)
    case .nextRow: form.move(by: 1)
    case .confirm:
      switch form.price {
      case .success(let price) where form.field == .since:
        layers.removeLast()
        // Shown at once; what the file then holds is read again, whether it could be written or not.
        prices.prices.append(price)
        return [.addPrice(price)]
      case .success: form.move(by: 1)
      case .failure(let flaw) where flaw.field.rawValue > form.field.rawValue: form.move(by: 1)
      case .failure(let flaw):
        form.field = flaw.field
        form.refusal = Note(flaw.phrase, tone: .attention)
        replaceTop(.price(form))
        return []
      }
      form.refusal = nil
    default:
      var line = form[form.field]
      if line.perform(command) {
        form[form.field] = line
        form.refusal = nil
      }
    }
    replaceTop(.price(form))
    return []
  }

  /// The file is not written over: Esc leaves, another name tries again.
  mutating func exportRefused(_ path: String, _ reason: Phrase) {
    let refusal = Note(reason, path, tone: .attention)
    guard layers.isEmpty else { return note(refusal) }
    var entry = LineEntry(.export, text: path)
    entry.refusal = refusal
    layers.append(.line(entry))
  }
}
