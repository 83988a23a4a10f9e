/// When the draft is written to the store: never later than a second after a change, also during steady typing
/// (throttled, not put off), never again while a write is under way, and never twice the same. What is written at once
/// (on leaving the field, at a review) queues behind the write before it.
package struct DraftSaving: Hashable, Sendable {
  /// Counts changes.
  package private(set) var revision = 0
  package private(set) var savedRevision = 0
  private var writing: Int?
  private var changedAt: Timestamp?
  private var retryAt: Timestamp?

  /// Leaves time for the write itself within the promised second.
  private static let delay = Duration.milliseconds(600)
  private static let retryDelay = Duration.seconds(5)

  package var isSaved: Bool { revision == savedRevision }
  /// All there is has been handed to the store, which has not answered yet.
  var isBeingSaved: Bool { writing == revision }
  /// The last write failed and nothing was written since.
  package var hasFailed: Bool { retryAt != nil }

  mutating func changed(at now: Timestamp) {
    revision += 1
    changedAt = changedAt ?? now
  }

  /// When to write next; nil while nothing changed or a write is under way.
  var due: Timestamp? {
    guard writing == nil, let changedAt else { return nil }
    return max(changedAt + Self.delay, retryAt ?? changedAt)
  }

  /// Call when the draft is handed to the store; returns its revision.
  mutating func startWriting() -> Int {
    writing = revision
    changedAt = nil
    return revision
  }

  mutating func saved(_ revision: Int) {
    savedRevision = max(savedRevision, revision)
    if writing == revision { writing = nil }
    retryAt = nil
    if isSaved { changedAt = nil }
  }

  /// Another draft is on the screen, as the store has it.
  mutating func tookOver() {
    revision += 1
    savedRevision = revision
    writing = nil
    changedAt = nil
    retryAt = nil
  }

  mutating func failed(at now: Timestamp) {
    writing = nil
    changedAt = changedAt ?? now
    retryAt = now + Self.retryDelay
  }

  /// The wall clock was put back: what is due soon stays due soon.
  mutating func clockWentBack(to now: Timestamp) {
    changedAt = changedAt.map { min($0, now) }
    retryAt = retryAt.map { min($0, now + Self.retryDelay) }
  }
}
