/// What was spent by one profile on one day and in its month, as the limits see it.
package struct Spending: Hashable, Sendable {
  package struct Sum: Hashable, Sendable {
    /// In millionths, by currency.
    package var money: [String: Int64]
    /// Seconds of film.
    package var seconds: Int
    /// Takes without a price: they are in `seconds` only.
    package var unpriced: Int

    package init(money: [String: Int64] = [:], seconds: Int = 0, unpriced: Int = 0) {
      self.money = money
      self.seconds = seconds
      self.unpriced = unpriced
    }

    package mutating func add(_ amount: Money?, seconds: Int) {
      if let amount { money[amount.currency, default: 0] += amount.millionths } else { unpriced += 1 }
      self.seconds += seconds
    }

    package func amount(_ currency: String) -> Money { Money(millionths: money[currency] ?? 0, currency) }
  }

  package var profile: String
  package var day: Day
  package var today: Sum
  package var month: Sum

  package init(profile: String, day: Day, today: Sum = Sum(), month: Sum = Sum()) {
    self.profile = profile
    self.day = day
    self.today = today
    self.month = month
  }
}
