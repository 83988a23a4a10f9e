/// What came of a screening: circled films, what to try again, what is left to be judged.
package struct EveningSheet: Equatable, Sendable {
  package enum Row: Equatable, Sendable {
    case circled(Take)
    /// Of a shot or a prompt the last of so many takes.
    case again(Take, takes: Int)
    case unjudged(Take)
    case noGood(Take)

    package var take: Take {
      switch self {
      case .circled(let take), .again(let take, _), .unjudged(let take), .noGood(let take): take
      }
    }

    /// What the rows of its kind stand under.
    package var heading: Phrase {
      switch self {
      case .circled: Strings.sheetCircled
      case .again: Strings.sheetAgain
      case .unjudged: Strings.sheetUnjudged
      case .noGood: Strings.sheetNoGood
      }
    }

    fileprivate func isSame(as other: Row) -> Bool {
      take.number == other.take.number && heading == other.heading
    }
  }

  package private(set) var evening: Evening
  package private(set) var rows: [Row] = []
  package private(set) var selected = 0

  package init(_ evening: Evening) {
    self.evening = evening
    rows = Self.rows(evening)
  }

  package var row: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  package func films(_ verdict: Verdict?) -> [Take] { evening.films.filter { $0.verdict == verdict } }

  mutating func select(_ index: Int) { selected = max(0, min(index, rows.count - 1)) }

  /// Does what a key that moves asks for; false when it is none.
  mutating func perform(_ command: Command, page: Int) -> Bool {
    switch command {
    case .previousRow: select(selected - 1)
    case .nextRow: select(selected + 1)
    case .pageUp: select(selected - page)
    case .pageDown: select(selected + page)
    case .selectFirst: select(0)
    case .selectLast: select(rows.count - 1)
    default: return false
    }
    return true
  }

  /// The row that was selected stays so; where it has gone, the one that takes its place.
  mutating func receive(_ take: Take) {
    let before = row
    evening.receive(take)
    rows = Self.rows(evening)
    let place = before.flatMap { before in rows.firstIndex { $0.isSame(as: before) } }
    select(place ?? selected)
  }

  private static func rows(_ evening: Evening) -> [Row] {
    func films(_ verdict: Verdict?) -> [Take] { evening.films.filter { $0.verdict == verdict } }
    return films(.circled).map(Row.circled) + evening.tryAgain.map { Row.again($0.take, takes: $0.count) }
      + films(nil).map(Row.unjudged) + films(.noGood).map(Row.noGood)
  }
}
