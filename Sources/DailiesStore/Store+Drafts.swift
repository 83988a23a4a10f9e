package import DailiesCore
import GRDB
import Synchronization

/// Which draft row a program writes, and what it wrote there last.
struct OpenDraft: Sendable {
  var id: Int
  /// Grows with every save; another number in the file means that another program wrote there.
  var revision: Int
  /// The record in the row; nil: it is not known.
  var whole: DraftRecord?
  /// What this program wrote since, as a patch of it.
  var patched: DraftRecord?
}

/// The draft that this program writes. All others lie in the drawer (`Store+Drawer.swift`).
///
/// Two programs that open the same draft do not write over each other: the one that finds the row changed goes on in
/// a row of its own.
///
/// While somebody types, what is new is written as a patch beside the row (`DraftPatch`); ``settleDraft()`` makes the row whole
/// and has the history find its words.
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
      try Self.leave(settle(db), now: now, db)
      goOn(with: nil, db)
    }
  }

  /// Takes what was written piece by piece into the row and into the index of the history; costs nothing when there is nothing
  /// of the kind. For moments when nobody types.
  package func settleDraft() async throws(StoreError) {
    guard openDraft.withLock({ $0?.patched }) != nil else { return }
    try await write { [self] db in _ = try settle(db) }
  }

  /// Leaves the open draft and goes on with another one, which is brought back if it was deleted.
  ///
  /// - Returns: Nil when there is no such draft any more; the open one stays open then.
  package func openDraft(_ id: DraftID, now: Timestamp) async throws(StoreError) -> StoredDraft? {
    try await write { [self] db in
      let open = try settle(db)
      guard let row = try Self.row(of: id.value, db) else { return nil }
      let (whole, record) = try Self.records(of: row)
      if open?.id != id.value { try Self.leave(open, now: now, db) }
      try db.execute(
        sql: "UPDATE drafts SET deleted = NULL, opened = ?, revision = revision + ? WHERE id = ?",
        arguments: [now.milliseconds, row["deleted"] == nil ? 0 : 1, id.value])
      let revision = try Int.fetchOne(db, sql: "SELECT revision FROM drafts WHERE id = ?", arguments: [id.value])
      goOn(with: OpenDraft(id: id.value, revision: revision ?? 0, whole: whole), db)
      return StoredDraft(id: id, record: record)
    }
  }

  /// Rows of drafts, with what was patched in them.
  static let draftRows = "SELECT drafts.*, patch FROM drafts LEFT JOIN draft_patches ON draft_patches.draft = drafts.id"

  static func row(of id: Int, _ db: Database) throws -> Row? {
    try Row.fetchOne(db, sql: "\(draftRows) WHERE drafts.id = ?", arguments: [id])
  }

  /// - Parameter row: One of ``draftRows``.
  static func record(of row: Row) throws -> DraftRecord { try records(of: row).now }

  /// The column wins over the record: a draft may be named while another program has it open.
  private static func records(of row: Row) throws -> (whole: DraftRecord, now: DraftRecord) {
    var whole = try JSON.value(DraftRecord.self, of: row["record"])
    whole.name = row["name"]
    guard let patch: String = row["patch"] else { return (whole, whole) }
    return (whole, try JSON.value(DraftPatch.self, of: patch).applied(to: whole) ?? whole)
  }

  /// Has the history find what programs wrote that came to no good end.
  static func indexPatches(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "\(draftRows) WHERE patch IS NOT NULL") {
      try Prompts.write(try record(of: row).prompt.text, draft: row["id"], used: row["updated"], db)
    }
  }

  private func latestDraft(_ db: Database) throws -> StoredDraft? {
    let sql = "\(Self.draftRows) WHERE deleted IS NULL ORDER BY max(updated, opened) DESC, drafts.id DESC LIMIT 1"
    guard let row = try Row.fetchOne(db, sql: sql) else { return nil }
    let (whole, record) = try Self.records(of: row)
    let open = OpenDraft(id: row["id"], revision: row["revision"], whole: whole)
    openDraft.withLock { $0 = open }
    return StoredDraft(id: DraftID(row["id"]), record: record)
  }

  /// A draft that says nothing leaves no row behind; one whose words undo can bring back counts as deleted.
  private static func leave(_ key: OpenDraft?, now: Timestamp, _ db: Database) throws {
    guard let key else { return }
    guard let row = try row(of: key.id, db), row["revision"] == key.revision, row["characters"] == 0 else { return }
    if DraftFacts(try record(of: row)).isBlank {
      try db.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [key.id])
    } else {
      try db.execute(
        sql: "UPDATE drafts SET deleted = ?, revision = revision + 1 WHERE id = ?",
        arguments: [now.milliseconds, key.id])
    }
  }

  private func saveDraft(_ record: DraftRecord, now: Timestamp, _ db: Database) throws -> DraftID {
    let facts = DraftFacts(record)
    let open = openDraft.withLock { $0 }
    if let open, try patch(open, record, facts, now: now, db) { return DraftID(open.id) }
    let text = try JSON.text(of: record)
    var id = open?.id
    var revision = 1
    if let open {
      try db.run(
        """
        UPDATE drafts SET record = ?, head = ?, characters = ?, updated = ?, revision = revision + 1
        WHERE id = ? AND revision = ? AND deleted IS NULL
        """,
        [text, facts.head, facts.characters, now.milliseconds, open.id, open.revision])
      if db.changesCount > 0 { revision = open.revision + 1 } else { id = nil }
    }
    if let id {
      try db.run("DELETE FROM draft_patches WHERE draft = ?", [id])
    } else {
      try db.execute(
        sql: """
          INSERT INTO drafts (begun, updated, revision, name, head, characters, record) VALUES (?, ?, 1, ?, ?, ?, ?)
          """,
        arguments: [now.milliseconds, now.milliseconds, record.name, facts.head, facts.characters, text])
    }
    let row = id ?? Int(db.lastInsertedRowID)
    if try Prompts.write(record.prompt.text, draft: row, used: now.milliseconds, db) { try Self.forgetSent(row, db) }
    goOn(with: OpenDraft(id: row, revision: revision, whole: record), db)
    return DraftID(row)
  }

  /// Writes what is new in a draft, and leaves the rest where it is.
  ///
  /// - Returns: False when that cannot be: the whole has to be written.
  private func patch(
    _ open: OpenDraft, _ record: DraftRecord, _ facts: DraftFacts, now: Timestamp, _ db: Database
  ) throws -> Bool {
    guard let whole = open.whole, let patch = DraftPatch(from: whole, to: record) else { return false }
    try db.run(
      """
      UPDATE drafts SET head = ?, characters = ?, updated = ?, revision = revision + 1
      WHERE id = ? AND revision = ? AND deleted IS NULL
      """,
      [facts.head, facts.characters, now.milliseconds, open.id, open.revision])
    guard db.changesCount > 0 else { return false }
    try db.run(
      "INSERT OR REPLACE INTO draft_patches (draft, patch) VALUES (?, ?)", [open.id, try JSON.text(of: patch)])
    if record.prompt.text != (open.patched ?? whole).prompt.text { try Self.forgetSent(open.id, db) }
    goOn(with: OpenDraft(id: open.id, revision: open.revision + 1, whole: whole, patched: record), db)
    return true
  }

  /// Makes the row of the open draft whole, unless another program wrote there.
  ///
  /// - Returns: The open draft after that.
  @discardableResult
  func settle(_ db: Database) throws -> OpenDraft? {
    guard let open = openDraft.withLock({ $0 }), let record = open.patched else { return openDraft.withLock { $0 } }
    let updated = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT updated FROM drafts WHERE id = ? AND revision = ?"),
      arguments: [open.id, open.revision])
    guard let updated else { return open }
    try db.run(
      "UPDATE drafts SET record = ?, revision = revision + 1 WHERE id = ?", [try JSON.text(of: record), open.id])
    try db.run("DELETE FROM draft_patches WHERE draft = ?", [open.id])
    try Prompts.write(record.prompt.text, draft: open.id, used: updated, db)
    let settled = OpenDraft(id: open.id, revision: open.revision + 1, whole: record)
    goOn(with: settled, db)
    return settled
  }

  /// What stands in a draft now was not sent.
  private static func forgetSent(_ id: Int, _ db: Database) throws {
    try db.run("UPDATE drafts SET sent = NULL, sent_take = NULL WHERE id = ? AND sent IS NOT NULL", [id])
  }

  /// This program writes another row from now on: as soon as what is being written is on disk. When that fails, memory and
  /// file still agree, and the next save goes where the last one went.
  private func goOn(with draft: OpenDraft?, _ db: Database) {
    db.afterNextTransaction { [self] _ in openDraft.withLock { $0 = draft } }
  }
}
