/// How much a profile may spend. A soft limit warns, a hard one refuses.
package struct SpendingLimits: Hashable, Sendable {
  package enum Name: String, Hashable, Codable, Sendable, CaseIterable {
    case daySoft = "day_soft"
    case dayHard = "day_hard"
    case monthSoft = "month_soft"
    case monthHard = "month_hard"
    case daySecondsHard = "day_seconds_hard"
    case monthSecondsHard = "month_seconds_hard"

    package var isHard: Bool { self != .daySoft && self != .monthSoft }
    package var isOfDay: Bool { self == .daySoft || self == .dayHard || self == .daySecondsHard }
  }

  /// The currency of the amounts; nil: that of the price of whatever is ordered.
  package var currency: String?
  /// In millionths.
  package var amounts: [Name: Int64] = [:]
  /// In seconds of film.
  package var seconds: [Name: Int] = [:]

  package init() {}

  package var isEmpty: Bool { amounts.isEmpty && seconds.isEmpty }

  package subscript(name: Name, currency: String) -> Money? {
    guard self.currency == nil || self.currency == currency else { return nil }
    return amounts[name].map { Money(millionths: $0, currency) }
  }

  /// What an order would meet, the hard limits first.
  ///
  /// - Parameters:
  ///   - spent: What counts already.
  ///   - adding: What would come on top.
  package func findings(_ spent: Spending, adding: Spending.Sum) -> [LimitFinding] {
    var findings: [LimitFinding] = []
    for name in Name.allCases {
      let before = name.isOfDay ? spent.today : spent.month
      if let limit = seconds[name], before.seconds.addingSaturated(adding.seconds) > limit {
        findings.append(
          LimitFinding(
            limit: name, kind: .seconds(limit: limit, spent: before.seconds, adding: adding.seconds)))
      }
      guard let limit = amounts[name] else { continue }
      if name.isHard, adding.unpriced > 0 {
        findings.append(LimitFinding(limit: name, kind: .unpriced(takes: adding.unpriced)))
      }
      for (code, more) in adding.money.sorted(by: { $0.key < $1.key }) {
        if let currency, currency != code {
          if name.isHard { findings.append(LimitFinding(limit: name, kind: .otherCurrency(code, limit: currency))) }
        } else if before.amount(code).millionths.addingSaturated(more) > limit {
          findings.append(
            LimitFinding(
              limit: name,
              kind: .money(
                limit: Money(millionths: limit, code), spent: before.amount(code), adding: Money(millionths: more, code)
              )
            ))
        }
      }
    }
    return findings.filter(\.limit.isHard) + findings.filter { !$0.limit.isHard }
  }
}

/// A limit that an order would pass, or that cannot be checked for it.
package struct LimitFinding: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case money(limit: Money, spent: Money, adding: Money)
    case seconds(limit: Int, spent: Int, adding: Int)
    /// So many takes have no price.
    case unpriced(takes: Int)
    /// The price is in another currency than the limit.
    case otherCurrency(String, limit: String)
  }

  package var limit: SpendingLimits.Name
  package var kind: Kind

  package init(limit: SpendingLimits.Name, kind: Kind) {
    self.limit = limit
    self.kind = kind
  }

  /// Figures and the name of the setting, the same in both languages: `day_hard 80.00 CNY: 78.00 + 4.00 = 82.00`.
  package var figures: String {
    switch kind {
    case .money(let limit, let spent, let adding):
      let sum = Money(millionths: spent.millionths.addingSaturated(adding.millionths), limit.currency)
      return "\(self.limit.rawValue) \(limit.text): \(spent.number) + \(adding.number) = \(sum.number)"
    case .seconds(let limit, let spent, let adding):
      return "\(self.limit.rawValue) \(limit) s: \(spent) + \(adding) = \(spent.addingSaturated(adding))"
    case .unpriced: return limit.rawValue
    case .otherCurrency(let currency, let limit): return "\(self.limit.rawValue) \(limit), \(currency)"
    }
  }

  /// As a problem: which limit refuses, and what to do.
  package var problem: Problem {
    switch kind {
    case .money, .seconds: Problem(.overLimit, detail: figures)
    case .unpriced, .otherCurrency: Problem(.priceUnknown, detail: figures)
    }
  }
}

/// What a yes is held against: the limits of the profile, the prices, and the day on which it is given.
package struct SpendingRules: Hashable, Sendable {
  package var limits: SpendingLimits
  package var prices: PriceTable
  package var day: Day

  package init(limits: SpendingLimits = SpendingLimits(), prices: PriceTable = PriceTable(), day: Day) {
    self.limits = limits
    self.prices = prices
    self.day = day
  }

  /// What some orders would add.
  package func sum(of orders: [Order], profile: String) -> Spending.Sum {
    var sum = Spending.Sum()
    for order in orders {
      let price = prices.price(of: order, profile: profile, on: day)
      sum.add(price?.perSecond.times(order.seconds), seconds: order.seconds)
    }
    return sum
  }
}

extension Profile {
  /// The limits as numbers. An amount that cannot be read allows nothing; the settings are refused before it comes to that.
  package var limits: SpendingLimits {
    var limits = SpendingLimits()
    limits.currency = currency
    for (name, text) in [
      (.daySoft, daySoft), (.dayHard, dayHard), (.monthSoft, monthSoft), (.monthHard, monthHard),
    ] as [(SpendingLimits.Name, String?)] {
      if let text { limits.amounts[name] = Money(text, "")?.millionths ?? 0 }
    }
    limits.seconds[.daySecondsHard] = daySecondsHard
    limits.seconds[.monthSecondsHard] = monthSecondsHard
    return limits
  }
}
