import GRDB

/// What other programs do to the store, apart from takes (`Store.changes(since:)`).
extension Store {
  /// A number that is another one after a program other than this has written.
  ///
  /// Source: https://sqlite.org/pragma.html#pragma_data_version
  package func foreignWrites() async throws(StoreError) -> Int {
    try await read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Another value after a draft was begun, changed, named, deleted or brought back. Read from an index.
  package func draftsMark() async throws(StoreError) -> DraftsMark {
    try await read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*) AS drafts, max(updated) AS updated FROM drafts WHERE deleted IS NULL")
      return DraftsMark(drafts: row?["drafts"] ?? 0, updated: row?["updated"] ?? 0)
    }
  }
}

/// How many drafts there are and when one was changed last.
package struct DraftsMark: Hashable, Sendable {
  let drafts: Int
  let updated: Int64
}
