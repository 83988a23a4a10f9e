package import DailiesCore
import GRDB
import Synchronization

/// All drafts: those being written, those left for later, those sent, and for 30 days those deleted.
extension Store {
  /// How long a deleted draft can be brought back.
  package static let keepsDeletedDrafts = Duration.seconds(30 * 86_400)

  /// The drafts that a drawer asks for, the one changed (or deleted) last first. Those without words are not shown, except
  /// among the deleted, where undo may have them.
  package func drafts(_ query: DraftQuery) async throws(StoreError) -> DraftRows {
    // Words are looked for in the index.
    if !query.search.isEmpty { try await settleDraft() }
    return try await read { db in
      let source = Source(query)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT drafts.id, drafts.name, head, characters, updated, deleted, sent, sent_take,
            json_extract(record, '$.shot') AS shot
          \(source.sql) ORDER BY \(source.order) DESC, drafts.id DESC LIMIT ? OFFSET ?
          """,
        arguments: source.arguments + [query.range.count, query.range.lowerBound])
      let total = try Int.fetchOne(db, sql: "SELECT count(*) \(source.sql)", arguments: source.arguments) ?? 0
      return DraftRows(query: query, rows: try rows.map(Self.draftRow), total: total)
    }
  }

  /// A draft as it was last written, for reading only; nil when there is none.
  package func draft(_ id: DraftID) async throws(StoreError) -> StoredDraft? {
    try await read { db in
      try Self.row(of: id.value, db).map { StoredDraft(id: id, record: try Self.record(of: $0)) }
    }
  }

  /// Renames, copies, deletes or brings back a draft. One that is gone is left alone.
  ///
  /// - Returns: The draft that was changed or made; nil: none.
  package func changeDraft(_ change: DraftChange, now: Timestamp) async throws(StoreError) -> DraftID? {
    try await write { db in
      switch change {
      case .rename(let id, let name):
        // The revision stays: a program that has it open goes on writing there.
        try db.execute(sql: "UPDATE drafts SET name = ? WHERE id = ?", arguments: [name, id.value])
        try Self.noteDraftName(db)
        return id
      case .duplicate(let id):
        return try Self.duplicate(id, now: now, db)
      case .delete(let id):
        try db.execute(
          sql: "UPDATE drafts SET deleted = ?, revision = revision + 1 WHERE id = ? AND deleted IS NULL",
          arguments: [now.milliseconds, id.value])
        return db.changesCount > 0 ? id : nil
      case .restore(let id):
        let latest = """
          SELECT id FROM drafts WHERE deleted IS NOT NULL AND characters > 0 ORDER BY deleted DESC, id DESC LIMIT 1
          """
        guard let id = try id?.value ?? Int.fetchOne(db, sql: latest) else { return nil }
        try db.execute(
          sql: "UPDATE drafts SET deleted = NULL, revision = revision + 1 WHERE id = ? AND deleted IS NOT NULL",
          arguments: [id])
        return db.changesCount > 0 ? DraftID(id) : nil
      }
    }
  }

  /// Names the open draft; one that has no row yet gets its name with its first save.
  package func nameOpenDraft(_ name: String?) async throws(StoreError) {
    try await write { [self] db in
      guard let key = openDraft.withLock({ $0 }) else { return }
      try db.execute(sql: "UPDATE drafts SET name = ? WHERE id = ?", arguments: [name, key.id])
      try Self.noteDraftName(db)
    }
  }

  /// Forgets what was deleted long ago, and drafts without words that nobody has open any more.
  static func purgeDrafts(now: Timestamp, _ db: Database) throws {
    let day = Duration.seconds(86_400)
    let old = """
      SELECT id FROM drafts WHERE deleted < ? UNION ALL
      SELECT id FROM drafts WHERE deleted IS NULL AND characters = 0 AND updated < ?
        AND id <> (SELECT id FROM drafts WHERE deleted IS NULL ORDER BY max(updated, opened) DESC, id DESC LIMIT 1)
      """
    let ids = try Int.fetchAll(
      db, sql: old,
      arguments: [now.milliseconds - keepsDeletedDrafts.milliseconds, now.milliseconds - day.milliseconds])
    for id in ids {
      try Prompts.write("", draft: id, used: 0, db)
      try db.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id])
    }
  }

  /// Marks a draft as sent.
  static func markSent(_ draft: DraftID, take: Take.Number, now: Timestamp, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE drafts SET sent = ?, sent_take = ? WHERE id = ?",
      arguments: [now.milliseconds, take.value, draft.value])
  }

  /// A copy is as old as what was copied, and stands beside it.
  private static func duplicate(_ id: DraftID, now: Timestamp, _ db: Database) throws -> DraftID? {
    guard let row = try row(of: id.value, db) else { return nil }
    let record = try record(of: row)
    try db.execute(
      sql: """
        INSERT INTO drafts (begun, updated, revision, name, head, characters, record) VALUES (?, ?, 1, ?, ?, ?, ?)
        """,
      arguments: [
        now.milliseconds, row["updated"], row["name"], row["head"], row["characters"],
        try JSON.text(of: record),
      ])
    let copy = Int(db.lastInsertedRowID)
    try Prompts.write(record.prompt.text, draft: copy, used: row["updated"], db)
    return DraftID(copy)
  }

  private static func draftRow(_ row: Row) throws -> DraftRow {
    var found = DraftRow(
      id: DraftID(row["id"]), name: row["name"], head: row["head"], characters: row["characters"],
      shot: try JSON.value(ShotSettings.self, of: row["shot"]), updated: Timestamp(milliseconds: row["updated"]))
    found.deleted = (row["deleted"] as Int64?).map(Timestamp.init(milliseconds:))
    if let at = row["sent"] as Int64?, let take = row["sent_take"] as Int? {
      found.sent = DraftRow.Sent(at: Timestamp(milliseconds: at), take: Take.Number(take))
    }
    return found
  }

  /// `FROM` and `WHERE` of a query.
  private struct Source {
    var sql: String
    var order: String
    var arguments = StatementArguments()

    init(_ query: DraftQuery) {
      switch query.view {
      case .kept:
        order = "updated"
        sql = "FROM drafts WHERE deleted IS NULL AND characters > 0"
      case .deleted:
        order = "deleted"
        sql = "FROM drafts WHERE deleted IS NOT NULL"
      }
      for word in query.search.foldedForSearch.split(whereSeparator: \.isWhitespace).map(String.init) {
        sql += """
           AND (EXISTS (SELECT 1 FROM prompts WHERE prompts.draft = drafts.id AND instr(coalesce(folded, text), ?) > 0)
          OR instr(lower(coalesce(drafts.name, '')), ?) > 0)
          """
        arguments += [word, word]
      }
    }
  }
}
