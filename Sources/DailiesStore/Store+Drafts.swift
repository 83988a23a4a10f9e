package import DailiesCore
import GRDB
import Synchronization

/// Which draft row a program writes, and what it wrote there last.
struct DraftKey: Hashable, Sendable {
  var id: Int
  /// Grows with every save; another number in the file means that another program wrote there.
  var revision: Int
}

/// Drafts. One is open per program; those that were sent or cleared stay in the file.
///
/// Two programs that open the same draft do not write over each other: the one that finds the row changed goes on in
/// a row of its own.
extension Store {
  /// The draft that was changed last and neither sent nor cleared; this program goes on writing it.
  package func latestDraft() async throws(StoreError) -> DraftRecord? {
    try await read { [self] db in try latestDraft(db) }
  }

  /// As `latestDraft`, on the calling thread.
  package func latestDraftNow() throws(StoreError) -> DraftRecord? {
    try readNow { db in try latestDraft(db) }
  }

  /// Writes the open draft.
  package func saveDraft(_ record: DraftRecord, now: Timestamp) async throws(StoreError) {
    try await write { [self] db in try saveDraft(record, now: now, db) }
  }

  /// As `saveDraft`, on the calling thread: for the end of the program.
  package func saveDraftNow(_ record: DraftRecord, now: Timestamp) throws(StoreError) {
    try writeNow { db in try saveDraft(record, now: now, db) }
  }

  /// Ends the open draft, which was sent or cleared; the next save begins another.
  package func beginDraft(now: Timestamp) async throws(StoreError) {
    try await write { [self] db in
      guard let key = openDraft.withLock({ $0.take() }) else { return }
      try db.execute(
        sql: "UPDATE drafts SET ended = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
        arguments: [now.milliseconds, key.id, key.revision])
    }
  }

  /// Drafts that were sent or cleared, the last one first.
  package func endedDrafts(limit: Int) async throws(StoreError) -> [DraftRecord] {
    try await read { db in
      let texts = try String.fetchAll(
        db, sql: "SELECT record FROM drafts WHERE ended IS NOT NULL ORDER BY ended DESC, id DESC LIMIT ?",
        arguments: [limit])
      return try texts.map { try JSON.value(DraftRecord.self, of: $0) }
    }
  }

  private func latestDraft(_ db: Database) throws -> DraftRecord? {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT id, revision, record FROM drafts WHERE ended IS NULL ORDER BY updated DESC, id DESC LIMIT 1")
    guard let row else { return nil }
    let record = try JSON.value(DraftRecord.self, of: row["record"])
    openDraft.withLock { $0 = DraftKey(id: row["id"], revision: row["revision"]) }
    return record
  }

  private func saveDraft(_ record: DraftRecord, now: Timestamp, _ db: Database) throws {
    let text = try JSON.text(of: record)
    if let key = openDraft.withLock({ $0 }) {
      try db.execute(
        sql: """
          UPDATE drafts SET record = ?, updated = ?, revision = revision + 1
          WHERE id = ? AND revision = ? AND ended IS NULL
          """,
        arguments: [text, now.milliseconds, key.id, key.revision])
      if db.changesCount > 0 {
        openDraft.withLock { $0 = DraftKey(id: key.id, revision: key.revision + 1) }
        return
      }
    }
    try db.execute(
      sql: "INSERT INTO drafts (begun, updated, revision, record) VALUES (?, ?, 1, ?)",
      arguments: [now.milliseconds, now.milliseconds, text])
    openDraft.withLock { $0 = DraftKey(id: Int(db.lastInsertedRowID), revision: 1) }
  }
}
