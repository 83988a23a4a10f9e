import GRDB

/// What other programs do to the store, apart from takes (`Store.changes(since:)`).
extension Store {
  /// How far the store has been written, and whether by others.
  ///
  /// Source: https://sqlite.org/pragma.html#pragma_data_version
  package func writeMark() async throws(StoreError) -> WriteMark {
    try await read { db in
      WriteMark(
        foreign: try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0,
        token: ChangeToken(revision: try TakeRecord.latestRevision(db)))
    }
  }

  /// Another value after a draft was begun, changed, named, deleted or brought back. Read from an index.
  package func draftsMark() async throws(StoreError) -> DraftsMark {
    try await read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*) AS drafts, max(updated) AS updated FROM drafts WHERE deleted IS NULL")
      return DraftsMark(
        drafts: row?["drafts"] ?? 0, updated: row?["updated"] ?? 0,
        names: try Memory.value(Memory.OwnKey.draftNames.rawValue, db))
    }
  }

  /// A name leaves the row of its draft as old as it was: that there is a new one stands elsewhere.
  static func noteDraftName(_ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO memory (key, value) VALUES (?, '1') ON CONFLICT DO UPDATE SET value = value + 1",
      arguments: [Memory.OwnKey.draftNames.rawValue])
  }
}

/// How far the store has been written.
package struct WriteMark: Hashable, Sendable {
  /// Another number after a program other than this has written.
  package let foreign: Int
  /// The last change of a take, by whichever program.
  package let token: ChangeToken
}

/// How many drafts there are, when one was changed last, and how often one was named.
package struct DraftsMark: Hashable, Sendable {
  let drafts: Int
  let updated: Int64
  let names: String?
}
