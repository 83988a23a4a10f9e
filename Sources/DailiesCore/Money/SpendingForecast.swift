/// What a yes would cost, where the day and the month would stand after it, and which limits it meets.
package struct SpendingForecast: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var text: String
    package var tone: Note.Tone
  }

  /// One sum for each currency.
  package let sums: [Money]
  package let seconds: Int
  package let unpriced: Int
  package let findings: [LimitFinding]
  private let orders: Int
  private let unpricedSeconds: Int
  /// The day of the price, when it is one and the same for all.
  private let since: Day?
  private let limits: SpendingLimits
  /// Of the person's prices, for limits that name none and before anything was spent.
  private let priceCurrencies: Set<String>
  /// What was spent before; nil while it is not known.
  private let spent: Spending?

  package init(_ orders: [Order], profile: String, rules: SpendingRules, spent: Spending?) {
    let prices = orders.map { rules.prices.price(of: $0, profile: profile, on: rules.day) }
    let sum = rules.sum(of: orders, profile: profile)
    sums = sum.money.keys.sorted().map { sum.amount($0) }
    seconds = sum.seconds
    unpriced = sum.unpriced
    self.orders = orders.count
    unpricedSeconds = zip(orders, prices).reduce(0) { $0 + ($1.1 == nil ? $1.0.seconds : 0) }
    let days = Set(prices.compactMap { $0?.since })
    since = days.count == 1 ? days.first : nil
    limits = rules.limits
    priceCurrencies = Set(rules.prices.prices.filter { $0.profile == profile }.map(\.perSecond.currency))
    // What was read yesterday says nothing of today.
    let known = spent.flatMap { $0.profile == profile && $0.day == rules.day ? $0 : nil }
    self.spent = known
    findings = orders.isEmpty ? [] : known.map { rules.limits.findings($0, adding: sum) } ?? []
  }

  /// What refuses the yes.
  package var refusal: LimitFinding? { findings.first { $0.limit.isHard } }

  /// A limit of the day is passed already, or four fifths of it are.
  package var isNearLimit: Bool {
    guard let spent else { return false }
    let isNear = [SpendingLimits.Name.daySoft, .dayHard].contains { name in
      spent.today.money.contains { currency, amount in
        limits[name, currency].map { amount >= $0.millionths / 5 * 4 } ?? false
      }
    }
    return isNear || limits.seconds[.daySecondsHard].map { spent.today.seconds >= $0 / 5 * 4 } ?? false
  }

  /// What it costs: `12.00 CNY`, the currencies one after the other.
  package var amount: String { sums.map(\.text).joined(separator: " + ") }

  /// The cost with its source.
  package func cost(_ wording: Wording) -> [Line] {
    var lines: [Line] = []
    if let since, !sums.isEmpty {
      lines.append(Line(text: Strings.aboutOnePrice(wording, amount, since.description), tone: .plain))
    } else if !sums.isEmpty {
      lines.append(Line(text: Strings.aboutPrices(wording, amount), tone: .plain))
    }
    if unpriced > 0 {
      let text =
        unpriced == orders
        ? Strings.noneUnpriced(wording, String(unpricedSeconds))
        : Strings.someUnpriced(wording, String(unpriced), String(unpricedSeconds))
      lines.append(Line(text: text, tone: .attention))
    }
    return lines
  }

  /// Where the limits would stand: `today 43.50 of 80.00 CNY, month 212.00 of 600.00 CNY`; nil where there is none.
  ///
  /// - Parameter adds: Whether this yes is counted already.
  package func standing(_ language: Language, adds: Bool = true) -> String? {
    let parts = standings(language, adds: adds)
    return parts.isEmpty ? nil : parts.joined(separator: language == .english ? ", " : "，")
  }

  /// Where each limit would stand, that of the day first.
  package func standings(_ language: Language, adds: Bool = true) -> [String] {
    guard let spent else { return [] }
    var parts: [String] = []
    let named = Set(sums.map(\.currency)).union(limits.currency.map { [$0] } ?? []).union(spent.month.money.keys)
    let currencies = (named.isEmpty ? priceCurrencies : named).sorted()
    for (phrase, before, soft, hard) in [
      (Strings.todayOf, spent.today, .daySoft, .dayHard), (Strings.monthOf, spent.month, .monthSoft, .monthHard),
    ] as [(Phrase, Spending.Sum, SpendingLimits.Name, SpendingLimits.Name)] {
      for currency in currencies {
        guard let limit = limits[hard, currency] ?? limits[soft, currency] else { continue }
        let more = adds ? sums.first { $0.currency == currency }?.millionths ?? 0 : 0
        let sum = Money(millionths: before.amount(currency).millionths.addingSaturated(more), currency)
        parts.append(phrase(language, sum.number, limit.text))
      }
    }
    for (phrase, before, name) in [
      (Strings.todayOf, spent.today, .daySecondsHard), (Strings.monthOf, spent.month, .monthSecondsHard),
    ] as [(Phrase, Spending.Sum, SpendingLimits.Name)] {
      guard let limit = limits.seconds[name] else { continue }
      parts.append(phrase(language, String(before.seconds + (adds ? seconds : 0)), "\(limit) s"))
    }
    return parts
  }

  /// What was spent today, beside the limit of the day where there is one: `31.50 / 80.00 CNY`, `48 / 600 s`.
  package var spentToday: [String] {
    guard let spent else { return [] }
    var parts: [String] = []
    let limited = Set(limits.currency.map { [$0] } ?? []).union(priceCurrencies)
      .filter { limits[.dayHard, $0] != nil || limits[.daySoft, $0] != nil }
    for currency in limited.union(spent.today.money.keys).sorted() {
      let sum = spent.today.amount(currency)
      let limit = limits[.dayHard, currency] ?? limits[.daySoft, currency]
      parts.append(limit.map { sum.number + " / " + $0.text } ?? sum.text)
    }
    if let limit = limits.seconds[.daySecondsHard] { parts.append("\(spent.today.seconds) / \(limit) s") }
    return parts
  }

  /// Everything there is to say before a yes: cost, standing, and the limits it meets.
  ///
  /// - Parameter saysUnpriced: Whether to say as well that no price is known of some.
  package func lines(_ wording: Wording, saysUnpriced: Bool = true) -> [Line] {
    var lines = saysUnpriced ? cost(wording) : []
    if let standing = standing(wording.language) {
      lines.append(Line(text: Strings.afterThis(wording, standing), tone: .plain))
    }
    return lines + findings.map { Line(text: $0.text(wording), tone: $0.limit.isHard ? .bad : .attention) }
  }
}

extension LimitFinding {
  /// Which limit, how much is spent, how much this would add, and what to do.
  package func text(_ wording: Wording) -> String {
    switch kind {
    case .money(let limit, let spent, let adding):
      let sum = Money(millionths: spent.millionths.addingSaturated(adding.millionths), limit.currency)
      return sentence(wording.language, [spent.number, adding.number, sum.number, limit.text])
    case .seconds(let limit, let spent, let adding):
      return sentence(
        wording.language, [String(spent), String(adding), String(spent.addingSaturated(adding)), "\(limit) s"])
    case .unpriced: return Strings.limitUnpriced(wording, limit.rawValue)
    case .otherCurrency(let price, let currency):
      return Strings.limitCurrency(wording, limit.rawValue, currency, price)
    }
  }

  /// As `text`, where there is little room.
  package func shortText(_ wording: Wording) -> String {
    switch kind {
    case .money, .seconds: Strings.reviewLimitShort(wording, figures)
    case .unpriced, .otherCurrency: text(wording)
    }
  }

  private func sentence(_ language: Language, _ figures: [String]) -> String {
    let what: Phrase =
      switch (limit.isHard, limit.isOfDay) {
      case (true, true): Strings.hardDay
      case (true, false): Strings.hardMonth
      case (false, true): Strings.softDay
      case (false, false): Strings.softMonth
      }
    let text = Strings.limitSum.fill(language, [what(language), limit.rawValue] + figures)
    guard limit.isHard else { return text }
    return text + (language == .english ? " " : "") + Strings.limitWay(language)
  }
}
