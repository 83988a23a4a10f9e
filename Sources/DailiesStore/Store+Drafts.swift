package import DailiesCore
import GRDB
import Synchronization

/// Which draft row a program writes, and what it wrote there last.
struct DraftKey: Hashable, Sendable {
  var id: Int
  /// Grows with every save; another number in the file means that another program wrote there.
  var revision: Int
}

/// The draft that this program writes. All others lie in the drawer (`Store+Drawer.swift`).
///
/// Two programs that open the same draft do not write over each other: the one that finds the row changed goes on in
/// a row of its own.
extension Store {
  /// The draft that was changed or opened last; this program goes on writing it.
  package func latestDraft() async throws(StoreError) -> StoredDraft? {
    try await read { [self] db in try latestDraft(db) }
  }

  /// As `latestDraft`, on the calling thread.
  package func latestDraftNow() throws(StoreError) -> StoredDraft? {
    try readNow { db in try latestDraft(db) }
  }

  /// Writes the open draft; without one a new one.
  ///
  /// - Returns: Where it is kept: another draft than before when another program wrote into that one.
  package func saveDraft(_ record: DraftRecord, now: Timestamp) async throws(StoreError) -> DraftID {
    try await write { [self] db in try saveDraft(record, now: now, db) }
  }

  /// As `saveDraft`, on the calling thread: for the end of the program.
  package func saveDraftNow(_ record: DraftRecord, now: Timestamp) throws(StoreError) -> DraftID {
    try writeNow { db in try saveDraft(record, now: now, db) }
  }

  /// Leaves the open draft in the drawer, where it stays if it has any words; the next save begins another.
  package func beginDraft(now: Timestamp) async throws(StoreError) {
    try await write { [self] db in
      try Self.leave(openDraft.withLock { $0 }, now: now, db)
      goOn(with: nil, db)
    }
  }

  /// Leaves the open draft and goes on with another one, which is brought back if it was deleted.
  ///
  /// - Returns: Nil when there is no such draft any more; the open one stays open then.
  package func openDraft(_ id: DraftID, now: Timestamp) async throws(StoreError) -> StoredDraft? {
    try await write { [self] db in
      let sql = "SELECT * FROM drafts WHERE id = ?"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.value]) else { return nil }
      let record = try Self.record(of: row)
      let open = openDraft.withLock { $0 }
      if open?.id != id.value { try Self.leave(open, now: now, db) }
      try db.execute(
        sql: "UPDATE drafts SET deleted = NULL, opened = ?, revision = revision + ? WHERE id = ?",
        arguments: [now.milliseconds, row["deleted"] == nil ? 0 : 1, id.value])
      let revision = try Int.fetchOne(db, sql: "SELECT revision FROM drafts WHERE id = ?", arguments: [id.value])
      goOn(with: DraftKey(id: id.value, revision: revision ?? 0), db)
      return StoredDraft(id: id, record: record)
    }
  }

  /// The column wins over the record: a draft may be named while another program has it open.
  static func record(of row: Row) throws -> DraftRecord {
    var record = try JSON.value(DraftRecord.self, of: row["record"])
    record.name = row["name"]
    return record
  }

  private func latestDraft(_ db: Database) throws -> StoredDraft? {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM drafts WHERE deleted IS NULL ORDER BY max(updated, opened) DESC, id DESC LIMIT 1")
    guard let row else { return nil }
    let record = try Self.record(of: row)
    openDraft.withLock { $0 = DraftKey(id: row["id"], revision: row["revision"]) }
    return StoredDraft(id: DraftID(row["id"]), record: record)
  }

  /// A draft that says nothing leaves no row behind; one whose words undo can bring back counts as deleted.
  private static func leave(_ key: DraftKey?, now: Timestamp, _ db: Database) throws {
    guard let key else { return }
    let row = try Row.fetchOne(
      db, sql: "SELECT record FROM drafts WHERE id = ? AND revision = ? AND characters = 0",
      arguments: [key.id, key.revision])
    guard let row else { return }
    if DraftFacts(try JSON.value(DraftRecord.self, of: row["record"])).isBlank {
      try db.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [key.id])
    } else {
      try db.execute(
        sql: "UPDATE drafts SET deleted = ?, revision = revision + 1 WHERE id = ?",
        arguments: [now.milliseconds, key.id])
    }
  }

  private func saveDraft(_ record: DraftRecord, now: Timestamp, _ db: Database) throws -> DraftID {
    let text = try JSON.text(of: record)
    let facts = DraftFacts(record)
    var key = openDraft.withLock { $0 }
    if let known = key {
      try db.run(
        """
        UPDATE drafts SET record = ?, head = ?, characters = ?, updated = ?, revision = revision + 1
        WHERE id = ? AND revision = ? AND deleted IS NULL
        """,
        [text, facts.head, facts.characters, now.milliseconds, known.id, known.revision])
      key = db.changesCount > 0 ? DraftKey(id: known.id, revision: known.revision + 1) : nil
    }
    if key == nil {
      try db.execute(
        sql: """
          INSERT INTO drafts (begun, updated, revision, name, head, characters, record) VALUES (?, ?, 1, ?, ?, ?, ?)
          """,
        arguments: [now.milliseconds, now.milliseconds, record.name, facts.head, facts.characters, text])
      key = DraftKey(id: Int(db.lastInsertedRowID), revision: 1)
    }
    guard let key else { throw Refusal(code: .failed, cause: "a draft has no row") }
    if try Prompts.write(record.prompt.text, draft: key.id, used: now.milliseconds, db) {
      // What stands there now was not sent.
      try db.run("UPDATE drafts SET sent = NULL, sent_take = NULL WHERE id = ? AND sent IS NOT NULL", [key.id])
    }
    goOn(with: key, db)
    return DraftID(key.id)
  }

  /// This program writes another row from now on: as soon as what is being written is on disk. When that fails, memory and
  /// file still agree, and the next save goes where the last one went.
  private func goOn(with key: DraftKey?, _ db: Database) {
    db.afterNextTransaction { [self] _ in openDraft.withLock { $0 = key } }
  }
}
