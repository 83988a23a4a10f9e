/// What some takes cost together, as far as that is known. Figures of two sources or two currencies are never added, and
/// what is not known is named and never counted as nothing.
package struct CostSum: Equatable, Sendable {
  package struct Part: Equatable, Sendable {
    package var amount: Money
    package var source: TakeCost.Source
  }

  /// What the service said first.
  package private(set) var parts: [Part] = []
  /// Takes without a price, of which the service said nothing.
  package private(set) var unknown: [Take.Number] = []
  /// Takes that may have been charged or not.
  package private(set) var unsure: [Take.Number] = []
  /// Takes that failed at work: what is charged for that is the service's business.
  package private(set) var failed: [Take.Number] = []

  package init(_ takes: some Sequence<Take>) {
    for take in takes {
      guard let cost = take.cost, !take.phase.isUnsent else { continue }
      switch cost.certainty {
      case .unsure: unsure.append(take.number)
      // One that was refused at once was never taken on.
      case .failed: if cost.amount?.millionths != 0 { failed.append(take.number) }
      case .sure:
        guard let amount = cost.amount else {
          unknown.append(take.number)
          break
        }
        if let place = parts.firstIndex(where: {
          $0.source == cost.source && $0.amount.currency == amount.currency
        }) {
          parts[place].amount.millionths = parts[place].amount.millionths.addingSaturated(amount.millionths)
        } else {
          parts.append(Part(amount: amount, source: cost.source))
        }
      }
    }
    func rank(_ part: Part) -> Int { TakeCost.Source.allCases.firstIndex(of: part.source) ?? 0 }
    parts.sort { (rank($0), $0.amount.currency) < (rank($1), $1.amount.currency) }
  }

  /// `15.00 CNY (estimate) + 2.10 USD (billed)`; empty where no figure is known.
  package func text(_ language: Language) -> String {
    parts.map { TakeCost(amount: $0.amount, source: $0.source, certainty: .sure).text(language) }
      .joined(separator: " + ")
  }

  /// What one of so many pieces costs, rounded, the parts as in `text`; empty where no figure is known, or there are no
  /// pieces.
  package func text(per pieces: Double) -> String {
    guard pieces > 0 else { return "" }
    return parts.map { $0.amount.rounded(per: pieces).text }.joined(separator: " + ")
  }
}

extension Money {
  /// A piece of it, rounded to hundredths, below one to ten thousandths.
  fileprivate func rounded(per pieces: Double) -> Money {
    let exact = Double(millionths) / pieces
    let step: Double = abs(exact) < 1e6 ? 100 : 10_000
    let rounded = (exact / step).rounded() * step
    return Money(millionths: abs(rounded) < 9e18 ? Int64(rounded) : .max, currency)
  }
}
