/// When the draft is written to the store: never later than a second after a change, also during steady typing
/// (throttled, not put off), never again while a write is under way, and never twice the same. What is written at once
/// (on leaving the field, at a review) queues behind the write before it. A caret that only moved is written too, at more
/// leisure: it is worth a place to come back to, not a promise.
package struct DraftSaving: Hashable, Sendable {
  /// Counts changes, moves of the caret among them.
  package private(set) var revision = 0
  /// The last revision at which the words or settings changed.
  private var changedRevision = 0
  package private(set) var savedRevision = 0
  private var writing: Int?
  private var changedAt: Timestamp?
  private var movedAt: Timestamp?
  private var retryAt: Timestamp?
  /// The last change of any kind that was written, but not settled.
  private var touchedAt: Timestamp?

  /// Leaves time for the write itself within the promised second.
  private static let delay = Duration.milliseconds(600)
  private static let moveDelay = Duration.seconds(2)
  private static let retryDelay = Duration.seconds(5)
  private static let rest = Duration.seconds(2)

  /// No word and no setting is missing in the store.
  package var isSaved: Bool { savedRevision >= changedRevision }
  var isUpToDate: Bool { revision == savedRevision }
  /// All there is has been handed to the store, which has not answered yet.
  var isBeingSaved: Bool { writing == revision }
  /// The last write failed and nothing was written since.
  package var hasFailed: Bool { retryAt != nil }

  mutating func changed(at now: Timestamp) {
    revision += 1
    changedRevision = revision
    changedAt = changedAt ?? now
    touchedAt = now
  }

  /// The caret or the selection moved, and nothing else.
  mutating func moved(at now: Timestamp) {
    revision += 1
    movedAt = movedAt ?? now
    touchedAt = now
  }

  /// When to write next; nil while nothing changed or a write is under way.
  var due: Timestamp? {
    guard writing == nil else { return nil }
    let wanted = [changedAt.map { $0 + Self.delay }, movedAt.map { $0 + Self.moveDelay }].compactMap { $0 }.min()
    return wanted.map { max($0, retryAt ?? $0) }
  }

  /// When what was written is to be settled: once the typing rests.
  var restsAt: Timestamp? { isUpToDate && writing == nil ? touchedAt.map { $0 + Self.rest } : nil }

  mutating func settled() { touchedAt = nil }

  /// Call when the draft is handed to the store; returns its revision.
  mutating func startWriting() -> Int {
    writing = revision
    changedAt = nil
    movedAt = nil
    return revision
  }

  mutating func saved(_ revision: Int) {
    savedRevision = max(savedRevision, revision)
    if writing == revision { writing = nil }
    retryAt = nil
    if isUpToDate { (changedAt, movedAt) = (nil, nil) }
  }

  /// Another draft is on the screen, as the store has it.
  mutating func tookOver() {
    revision += 1
    changedRevision = revision
    savedRevision = revision
    writing = nil
    (changedAt, movedAt, touchedAt) = (nil, nil, nil)
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
    movedAt = movedAt.map { min($0, now) }
    touchedAt = touchedAt.map { min($0, now) }
    retryAt = retryAt.map { min($0, now + Self.retryDelay) }
  }
}
