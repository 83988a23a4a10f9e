package import DailiesCore
import HeapModule

/// Which film is fetched next: by rank, then first come first served, at most `limit` at once. One whose try failed waits
/// for its time, and then behind those that were not tried. A value.
package struct DownloadQueue: Sendable {
  package enum Step: Equatable, Sendable {
    case start(Take.Number)
    case wait(until: Duration)
    case idle
  }

  private struct Place: Comparable {
    let due: Duration
    let rank: Int
    let ticket: Int
    let number: Take.Number

    static func < (a: Place, b: Place) -> Bool { (a.due, a.rank, a.ticket) < (b.due, b.rank, b.ticket) }
  }

  package let limit: Int
  private var queue = Heap<Place>()
  /// The place of each film that waits; any other one is left over.
  private var places: [Take.Number: Place] = [:]
  private var running: Set<Take.Number> = []
  private var nextTicket = 0

  package init(limit: Int) { self.limit = max(1, limit) }

  package func contains(_ number: Take.Number) -> Bool { places[number] != nil || running.contains(number) }

  /// Lets a film wait its turn, which does not come before `due`. Does nothing when it waits or is fetched already.
  ///
  /// - Parameter rank: Smaller ones go first.
  package mutating func add(_ number: Take.Number, notBefore due: Duration = .zero, rank: Int = 0) {
    guard !contains(number) else { return }
    nextTicket += 1
    let place = Place(due: due, rank: rank, ticket: nextTicket, number: number)
    places[number] = place
    queue.insert(place)
  }

  /// Gives a film that waits another rank.
  package mutating func move(_ number: Take.Number, to rank: Int) {
    guard let place = places[number], place.rank != rank else { return }
    places[number] = nil
    add(number, notBefore: place.due, rank: rank)
  }

  /// Takes a film out that waits. Returns false when it does not wait.
  package mutating func remove(_ number: Take.Number) -> Bool { places.removeValue(forKey: number) != nil }

  package mutating func ended(_ number: Take.Number) { running.remove(number) }

  package mutating func next(at now: Duration) -> Step {
    while let first = queue.min, places[first.number] != first { queue.removeMin() }
    guard running.count < limit, let first = queue.min else { return .idle }
    guard first.due <= now else { return .wait(until: first.due) }
    queue.removeMin()
    places[first.number] = nil
    running.insert(first.number)
    return .start(first.number)
  }
}
