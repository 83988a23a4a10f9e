package import DailiesCore
import GRDB

/// The rows of a list.
extension Store {
  /// The rows that a list asks for, newest take first, and how many there are in all.
  package func rows(_ query: TakeQuery) async throws(StoreError) -> TakeRows {
    try await read { db in try Self.rows(query, db) }
  }

  /// As `rows`, on the calling thread.
  package func rowsNow(_ query: TakeQuery) throws(StoreError) -> TakeRows {
    try readNow { db in try Self.rows(query, db) }
  }

  /// The numbers are found in the index alone, and only then are the wanted records read: records are long, and a
  /// list far down would otherwise read all that stand above it.
  private static func rows(_ query: TakeQuery, _ db: Database) throws -> TakeRows {
    let counts = try counts(db)
    let source = Source(query)
    let takes = try takes(
      db,
      """
      SELECT takes.* FROM takes
      JOIN (SELECT takes.number AS found \(source.sql) ORDER BY takes.number DESC LIMIT ? OFFSET ?)
      ON takes.number = found ORDER BY takes.number DESC
      """,
      source.arguments + [query.range.count, query.range.lowerBound])
    let total =
      query.search.isEmpty
      ? counts[query.view]
      : try Int.fetchOne(db, sql: "SELECT count(*) \(source.sql)", arguments: source.arguments) ?? 0
    return TakeRows(query: query, rows: takes, total: total, counts: counts)
  }

  /// `FROM` and `WHERE` of a query.
  private struct Source {
    var sql: String
    var arguments: StatementArguments

    init(_ query: TakeQuery) {
      let phases = TakePhase.allCases.filter { query.view.contains(phase: $0, isHidden: false) }
      switch query.view {
      case .all, .hidden:
        sql = "FROM takes INDEXED BY takes_by_sight"
        arguments = [query.view == .all]
      case .live, .ready, .saved, .failed, .unsure, .held:
        sql = "FROM takes INDEXED BY takes_by_phase"
        arguments = [true]
      }
      let isSearch = !query.search.isEmpty
      if isSearch { sql += " JOIN take_texts ON take_texts.number = takes.number" }
      sql += " WHERE is_shown = ?"
      if query.view != .all && query.view != .hidden {
        sql += " AND phase IN (\(databaseQuestionMarks(count: phases.count)))"
        arguments += StatementArguments(phases.map(\.rawValue))
      }
      if isSearch {
        sql += " AND instr(take_texts.text, ?) > 0"
        arguments += [query.search.foldedForSearch]
      }
    }
  }
}
