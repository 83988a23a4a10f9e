package import DailiesCore
import GRDB

/// The rows of a list.
extension Store {
  /// The rows that a list asks for, in its order, and how many there are in all.
  package func rows(_ query: TakeQuery) async throws(StoreError) -> TakeRows {
    try await read { db in try Self.rows(query, db) }
  }

  /// As `rows`, on the calling thread.
  package func rowsNow(_ query: TakeQuery) throws(StoreError) -> TakeRows {
    try readNow { db in try Self.rows(query, db) }
  }

  /// The numbers of a list in its order, all of them or those from one take through another, whichever of the two stands
  /// first. A take that is not in the list bounds nothing: there are none then.
  package func numbers(
    _ scope: TakeScope, between ends: (Take.Number, Take.Number)? = nil
  ) async throws(StoreError) -> [Take.Number] {
    try await read { db in
      let source = ListSource(scope, counts: try Self.counts(db))
      var sql = "SELECT number \(source.sql)"
      var arguments = source.arguments
      if let ends {
        guard let a = try source.place(of: ends.0, db), let b = try source.place(of: ends.1, db) else { return [] }
        let isTurned = try source.isBefore(b, a, db)
        sql += source.condition(.after, isInclusive: true) + source.condition(.before, isInclusive: true)
        arguments += StatementArguments(isTurned ? b.keys + a.keys : a.keys + b.keys)
      }
      return try Int.fetchAll(db, sql: "\(sql) \(source.order())", arguments: arguments).map { Take.Number($0) }
    }
  }

  /// The next take of a list that holds the words, going round at its end; nil: none does.
  package func match(_ search: TakeSearch) async throws(StoreError) -> Take.Number? {
    try await read { db in
      let source = ListSource(search.scope, words: search.words, counts: try Self.counts(db))
      let order = source.order(fromEnd: search.isBackward)
      func first(_ condition: String, _ keys: [DatabaseValue]) throws -> Take.Number? {
        try Int.fetchOne(
          db, sql: "SELECT number \(source.sql)\(condition) \(order) LIMIT 1",
          arguments: source.arguments + StatementArguments(keys)
        ).map { Take.Number($0) }
      }
      if let start = search.start, let place = try source.place(of: start, inside: false, db),
        let next = try first(source.condition(search.isBackward ? .before : .after), place.keys)
      {
        return next
      }
      return try first("", [])
    }
  }

  /// Records are read for the wanted rows alone.
  private static func rows(_ query: TakeQuery, _ db: Database) throws -> TakeRows {
    let counts = try counts(db)
    let source = ListSource(query.scope, counts: counts)
    let page = try ListPage(query, source, counts: counts, db)
    let found = try takes(
      db, "SELECT number, record FROM takes WHERE number IN (\(databaseQuestionMarks(count: page.numbers.count)))",
      StatementArguments(page.numbers))
    let byNumber = Dictionary(found.map { ($0.number.value, $0) }) { first, _ in first }
    let rows = page.numbers.compactMap { byNumber[$0] }
    var shots: [String] = []
    if query.scope.sort.key == .shot {
      for take in rows where shots.last != take.shotName { shots.append(take.shotName) }
    }
    return TakeRows(
      query: query, offset: page.offset, rows: rows, total: page.total, isTotal: page.isTotal, counts: counts,
      shots: try ShotCounts.of(shots, db))
  }
}

extension ListSource {
  /// Whether one place stands before another in the list.
  fileprivate func isBefore(_ a: Place, _ b: Place, _ db: Database) throws -> Bool {
    let marks = databaseQuestionMarks(count: columns.count)
    let isLess =
      try Bool.fetchOne(
        db, sql: "SELECT (\(marks)) < (\(marks))", arguments: StatementArguments(a.keys + b.keys)) ?? false
    return isLess != scope.sort.isReversed
  }
}
