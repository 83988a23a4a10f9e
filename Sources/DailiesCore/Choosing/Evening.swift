/// The takes that are looked through together: those of a day, or all films that nobody has judged.
package struct Evening: Equatable, Sendable {
  /// In the order of their numbers; those that came while they were looked through stand at the end.
  package private(set) var takes: [Take]
  /// When the day began whose takes these are; nil: films of any day.
  package let since: Timestamp?

  package init(_ takes: [Take] = [], since: Timestamp? = Timestamp(milliseconds: 0)) {
    self.takes = takes.sorted { $0.number < $1.number }
    self.since = since
  }

  /// Those of today; else films of any day.
  package var isToday: Bool { since != nil }

  package subscript(number: Take.Number) -> Take? { takes.first { $0.number == number } }

  /// Films that are here and are not hidden.
  package var films: [Take] { takes.filter { $0.phase == .saved && !$0.isHidden } }

  /// Takes over what became of a take. One that was not there before stands at the end, so that nothing moves.
  mutating func receive(_ take: Take) {
    if let place = takes.firstIndex(where: { $0.number == take.number }) {
      takes[place] = take
    } else if let since, take.came >= since, !take.isHidden, [.saved, .failed, .gone].contains(take.phase) {
      takes.append(take)
    }
  }

  /// Shots, or prompts where there is no shot, whose films are all judged and of which none is circled; of each the take
  /// that came last, and how many there are.
  package var tryAgain: [(take: Take, count: Int)] {
    var order: [String] = []
    var groups: [String: [Take]] = [:]
    for take in takes where take.order.hasPrompt && !take.phase.isUnsent && !take.phase.isLive && take.phase != .dropped
    {
      let key = take.shotName.isEmpty ? "\n" + take.order.prompt : take.shotName
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(take)
    }
    return order.compactMap { key in
      guard let group = groups[key], let last = group.last,
        !group.contains(where: {
          $0.verdict == .circled || $0.awaitsVerdict || $0.phase == .ready || $0.phase == .unsure
        })
      else { return nil }
      return (last, group.count)
    }
  }

  /// Seconds of film: as the file says, else as ordered.
  package static func seconds(_ takes: [Take]) -> Double {
    takes.reduce(0) { $0 + ($1.film?.seconds ?? Double($1.orderedSeconds ?? 0)) }
  }
}
