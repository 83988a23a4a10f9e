package import VideosAPI

/// What a person knows of prices: so much a second, by profile, model and size. None is shipped, none invented.
package struct PriceTable: Hashable, Sendable {
  package struct Price: Hashable, Sendable {
    package var profile: String
    package var model: String
    /// Nil: every size that has no price of its own.
    package var size: VideoSize?
    package var perSecond: Money
    /// The day from which it holds.
    package var since: Day

    package init(profile: String, model: String, size: VideoSize?, perSecond: Money, since: Day) {
      self.profile = profile
      self.model = model
      self.size = size
      self.perSecond = perSecond
      self.since = since
    }
  }

  /// In the order in which they were written down.
  package var prices: [Price]

  package init(_ prices: [Price] = []) { self.prices = prices }

  /// The price in force on a day: that of the size before that of every size, the latest one that holds already. Of two
  /// for the same day the one that was written down last.
  package func price(profile: String, model: String, size: VideoSize, on day: Day) -> Price? {
    var found: Price?
    for price in prices where price.profile == profile && price.model == model && price.since <= day {
      guard price.size == nil || price.size == size else { continue }
      guard let best = found else {
        found = price
        continue
      }
      if best.size == nil
        ? (price.size != nil || price.since >= best.since) : (price.size != nil && price.since >= best.since)
      {
        found = price
      }
    }
    return found
  }

  /// The price of an order, as a take keeps it.
  package func price(of order: Order, profile: String, on day: Day) -> TakePrice? {
    price(profile: profile, model: order.model, size: order.size, on: day)
      .map { TakePrice(perSecond: $0.perSecond, since: $0.since) }
  }
}

/// The price that was in force when a take was confirmed; new prices do not change what old takes cost.
package struct TakePrice: Hashable, Codable, Sendable {
  package var perSecond: Money
  /// The day of the entry in the price table.
  package var since: Day

  package init(perSecond: Money, since: Day) {
    self.perSecond = perSecond
    self.since = since
  }
}
