import DailiesCore
import Synchronization

/// What is read anew while the same reading waits already is read once: who holds an arrow key down does not wait for what
/// every row on the way would have shown.
final class ReadingTurns: Sendable {
  /// A place in the order of the readings of one kind.
  struct Turn: Sendable {
    fileprivate let reading: Effect.Reading
    fileprivate let number: Int
  }

  private let last = Mutex<[Effect.Reading: Int]>([:])

  /// Nil for what is no reading.
  func take(for effect: Effect) -> Turn? {
    guard let reading = effect.reading else { return nil }
    return last.withLock { last in
      last[reading, default: 0] += 1
      return Turn(reading: reading, number: last[reading] ?? 0)
    }
  }

  /// Whether none of its kind waits behind it.
  func isLast(_ turn: Turn?) -> Bool {
    guard let turn else { return true }
    return last.withLock { last in
      guard last[turn.reading] == turn.number else { return false }
      // Events have a kind for each take: none is kept for ever.
      last[turn.reading] = nil
      return true
    }
  }
}
