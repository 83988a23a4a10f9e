/// What a take costs, as far as that is known, and how it is known.
package struct TakeCost: Hashable, Sendable {
  /// Where the figure comes from.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    /// The price header of the service.
    case header
    /// The seconds that the service says it billed, at the price of the take.
    case billedSeconds
    /// The seconds that were ordered, at the price of the take.
    case estimate
    /// There is no price, and the service said nothing.
    case unknown
  }

  package enum Certainty: String, Hashable, Sendable {
    case sure
    /// It was sent and the outcome is not known: it may have been charged.
    case unsure
    /// It was refused, or failed: what is charged for that is the service's business.
    case failed
  }

  /// Nil: not known.
  package var amount: Money?
  package var source: Source
  package var certainty: Certainty

  package init(amount: Money?, source: Source, certainty: Certainty) {
    self.amount = amount
    self.source = source
    self.certainty = certainty
  }
}

extension TakeCost {
  /// The figure with its source, in few words: `4.00 CNY (estimate)`.
  package func text(_ language: Language) -> String {
    let phrase: Phrase =
      switch source {
      case .header: Strings.sourceHeader
      case .billedSeconds: Strings.sourceBilled
      case .estimate: Strings.sourceEstimate
      case .unknown: Strings.sourceUnknown
      }
    let mark = certainty == .sure ? "" : "?"
    return (amount.map { $0.text + mark + " " } ?? "") + "(" + phrase(language) + ")"
  }
}

/// What a take takes from the limits: the billed figure where it is known, else the estimate.
package struct Counted: Hashable, Sendable {
  /// Nil where there is no price.
  package var amount: Money?
  /// Seconds of film.
  package var seconds: Int

  package init(amount: Money?, seconds: Int) {
    self.amount = amount
    self.seconds = seconds
  }

  package static let nothing = Counted(amount: nil, seconds: 0)
}

extension Take {
  /// The seconds that were ordered, at the price that was in force.
  package var estimate: Money? { price?.perSecond.times(order.seconds) }

  /// It is no expense of this program: taken back, never arrived, or ordered elsewhere and brought in by its id.
  package var isFree: Bool { phase == .dropped || (sent == nil && !phase.isUnsent) }

  /// The service refused to take it on: no id was given.
  private var wasRefused: Bool { phase == .failed && videoID == nil }

  /// What the service says it billed. Where there is a price, its currency is kept if that is possible: the header is in
  /// US dollars, the seconds are at the person's own price.
  private var billed: (amount: Money, source: TakeCost.Source)? {
    let header = billedCost.flatMap(Money.init(header:))
    if let header, price == nil || price?.perSecond.currency == Money.dollars { return (header, .header) }
    if let price, let seconds = plausibleSeconds { return (price.perSecond.times(seconds), .billedSeconds) }
    return header.map { ($0, .header) }
  }

  /// What the service says it billed, unless no film is that long: nothing is computed with such a figure.
  private var plausibleSeconds: Double? { billedSeconds.flatMap { (0..<100_000).contains($0) ? $0 : nil } }

  /// Nil when it costs nothing.
  package var cost: TakeCost? {
    if isFree { return nil }
    let certainty: TakeCost.Certainty =
      switch phase {
      case .unsure: .unsure
      case .failed: .failed
      default: .sure
      }
    if let billed { return TakeCost(amount: billed.amount, source: billed.source, certainty: certainty) }
    if certainty == .failed {
      let amount = wasRefused ? price.map { Money(millionths: 0, $0.perSecond.currency) } : nil
      return TakeCost(amount: amount, source: .unknown, certainty: .failed)
    }
    return TakeCost(amount: estimate, source: price == nil ? .unknown : .estimate, certainty: certainty)
  }

  /// What it takes from the limits of the day it was confirmed. A failure counts in full unless nothing was ever taken on:
  /// what is charged for it is not known. While it is being made, what the service says so far makes it no cheaper.
  package var counted: Counted {
    if isFree || (wasRefused && billed == nil) { return .nothing }
    let isOpen = phase.isUnsent || phase.isWatched || phase == .sending || phase == .unsure
    let said = plausibleSeconds.map { Int($0.rounded(.up)) } ?? order.seconds
    let seconds = isOpen ? max(said, order.seconds) : said
    guard let billed, price == nil || billed.amount.currency == price?.perSecond.currency else {
      return Counted(amount: estimate, seconds: seconds)
    }
    let isCheaper = estimate.map { billed.amount.millionths < $0.millionths } ?? false
    return Counted(amount: isOpen && isCheaper ? estimate : billed.amount, seconds: seconds)
  }
}
