import TerminalCanvas

/// How many takes live, are ready or want a person, and what was spent today: the facts of the line of totals, in the
/// order in which they stand. What is zero is left out.
package struct TotalLine: Equatable, Sendable {
  package struct Fact: Equatable, Sendable {
    package var text: String
    /// A person is wanted, or a limit is near.
    package var isWanted = false
    /// Of facts that do not all fit, the one with the greatest figure goes first.
    var rank: Int
  }

  package private(set) var facts: [Fact] = []
  private let widths: DisplayWidth

  /// Columns between two facts.
  package static let gap = 3

  package init(_ state: State) {
    widths = state.widths
    let counts = state.list.counts
    func add(_ phrase: Phrase, _ view: TakeView, rank: Int, isWanted: Bool = false) {
      guard counts[view] > 0 else { return }
      facts.append(Fact(text: state.say(phrase, String(counts[view])), isWanted: isWanted, rank: rank))
    }
    add(Strings.liveCount, .live, rank: 0)
    add(Strings.readyCount, .ready, rank: 3)
    add(Strings.heldCount, .held, rank: 4)
    add(Strings.unsureCount, .unsure, rank: 1, isWanted: true)
    defer {
      if state.unjudged > 0 {
        facts.append(Fact(text: state.say(Strings.screeningCount, String(state.unjudged)), rank: 5))
      }
    }
    // Whatever the demo service says of prices, nothing is paid there.
    guard !state.service.isDemo else { return }
    let forecast = state.forecast([])
    let spent = forecast.spentToday.joined(separator: " + ")
    guard !spent.isEmpty else { return }
    facts.append(Fact(text: state.say(Strings.spentToday, spent), isWanted: forecast.isNearLimit, rank: 2))
  }

  /// The facts that fit in so many columns, and how many of them they take; whole, or not at all.
  package func fitting(_ columns: Int) -> (facts: [Fact], width: Int) {
    var fitting = facts
    while !fitting.isEmpty {
      let width = fitting.reduce(-Self.gap) { $0 + widths.width(of: $1.text) + Self.gap }
      if width <= columns { return (fitting, width) }
      let last = fitting.map(\.rank).max()
      fitting.removeAll { $0.rank == last }
    }
    return ([], 0)
  }
}
