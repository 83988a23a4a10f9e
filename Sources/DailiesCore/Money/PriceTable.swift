package import VideosAPI

/// What a person knows of prices: so much a second, by profile, model and size. None is shipped, none invented.
package struct PriceTable: Hashable, Sendable {
  package struct Price: Hashable, Sendable {
    package var profile: String
    package var model: String
    /// Nil: every size that has no price of its own.
    package var size: VideoSize?
    package var perSecond: Money
    /// The day from which it holds, `2026-11-03`.
    package var since: String

    package init(profile: String, model: String, size: VideoSize?, perSecond: Money, since: String) {
      self.profile = profile
      self.model = model
      self.size = size
      self.perSecond = perSecond
      self.since = since
    }
  }

  package var prices: [Price]

  package init(_ prices: [Price] = []) { self.prices = prices }

  /// The price in force on a day: that of the size before that of every size, the latest one that holds already.
  ///
  /// - Parameter day: `2026-11-25`; texts of that form stand in the order of the days.
  package func price(profile: String, model: String, size: VideoSize, on day: String) -> Price? {
    let known = prices.filter {
      $0.profile == profile && $0.model == model && ($0.size == nil || $0.size == size) && $0.since <= day
    }
    return known.max { ($0.size == nil ? 0 : 1, $0.since) < ($1.size == nil ? 0 : 1, $1.since) }
  }
}
