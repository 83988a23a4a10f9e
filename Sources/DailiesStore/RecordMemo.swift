import DailiesCore
import Synchronization

/// What the records of live takes say, as they were last read or written: a take of which the service tells every few
/// seconds is decoded once. Whoever else writes one writes another text, which is read anew.
final class RecordMemo: Sendable {
  private struct Entry {
    let text: String
    let take: Take
  }

  private let entries = Mutex<[Take.Number: Entry]>([:])

  /// The take of a record, where exactly this text is known.
  func take(_ number: Take.Number, of text: String) -> Take? {
    entries.withLock { entries in entries[number].flatMap { $0.text.utf8.elementsEqual(text.utf8) ? $0.take : nil } }
  }

  /// Keeps what a record says; of a take that is not watched any more nothing is kept.
  func keep(_ text: String, of take: Take) {
    entries.withLock { $0[take.number] = take.phase.isWatched ? Entry(text: text, take: take) : nil }
  }
}
