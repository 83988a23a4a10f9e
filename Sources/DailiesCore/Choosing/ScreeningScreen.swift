/// Films that nobody has judged, one by one.
package struct ScreeningScreen: Equatable, Sendable {
  /// All that the sheet at the end counts, the films included that were judged before.
  package private(set) var evening: Evening
  /// What is gone through, the oldest first. What comes meanwhile stands at its end; what is judged stays, so that nothing moves.
  package private(set) var queue: [Take.Number]
  package private(set) var place = 0
  package var scroll = ScrollPosition()

  /// Nil: there is nothing to judge.
  package init?(_ evening: Evening) {
    self.evening = evening
    queue = evening.films.filter(\.awaitsVerdict).map(\.number)
    if queue.isEmpty { return nil }
  }

  package var take: Take? { evening[queue[place]] }

  /// The one behind it.
  package var next: Take? { queue.indices.contains(place + 1) ? evening[queue[place + 1]] : nil }

  /// - Returns: False where there is none any more: nothing has moved then.
  mutating func move(by step: Int) -> Bool {
    guard queue.indices.contains(place + step) else { return false }
    place += step
    scroll = ScrollPosition()
    return true
  }

  /// Goes to one of the films; one that was judged before joins them.
  mutating func show(_ number: Take.Number) {
    guard let take = evening[number], take.phase == .saved, !take.isHidden else { return }
    if !queue.contains(number) { queue.append(number) }
    _ = move(by: (queue.firstIndex(of: number) ?? place) - place)
  }

  mutating func receive(_ take: Take) {
    evening.receive(take)
    if evening.isToday, evening[take.number] != nil, take.awaitsVerdict, !queue.contains(take.number) {
      queue.append(take.number)
    }
  }
}
