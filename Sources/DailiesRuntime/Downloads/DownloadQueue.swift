package import DailiesCore
import HeapModule

/// Which film is fetched next: first come first served, at most `limit` at once, with waits between tries. A value.
package struct DownloadQueue: Sendable {
  package enum Step: Equatable, Sendable {
    case start(Take.Number)
    case wait(until: Duration)
    case idle
  }

  private struct Place: Comparable {
    let due: Duration
    let ticket: Int
    let number: Take.Number

    static func < (a: Place, b: Place) -> Bool { (a.due, a.ticket) < (b.due, b.ticket) }
  }

  package let limit: Int
  private var queue = Heap<Place>()
  /// The ticket of each film that waits; a place with another one is left over.
  private var tickets: [Take.Number: Int] = [:]
  private var running: Set<Take.Number> = []
  private var nextTicket = 0

  package init(limit: Int) { self.limit = max(1, limit) }

  package func contains(_ number: Take.Number) -> Bool { tickets[number] != nil || running.contains(number) }

  /// Lets a film wait its turn, which does not come before `due`. Does nothing when it waits or is fetched already.
  package mutating func add(_ number: Take.Number, notBefore due: Duration = .zero) {
    guard !contains(number) else { return }
    nextTicket += 1
    tickets[number] = nextTicket
    queue.insert(Place(due: due, ticket: nextTicket, number: number))
  }

  /// Takes a film out that waits. Returns false when it does not wait.
  package mutating func remove(_ number: Take.Number) -> Bool { tickets.removeValue(forKey: number) != nil }

  package mutating func ended(_ number: Take.Number) { running.remove(number) }

  package mutating func next(at now: Duration) -> Step {
    while let first = queue.min, tickets[first.number] != first.ticket { queue.removeMin() }
    guard running.count < limit, let first = queue.min else { return .idle }
    guard first.due <= now else { return .wait(until: first.due) }
    queue.removeMin()
    tickets[first.number] = nil
    running.insert(first.number)
    return .start(first.number)
  }
}
