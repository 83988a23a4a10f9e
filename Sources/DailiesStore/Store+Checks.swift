package import DailiesCore
import GRDB

/// How often services were asked about takes.
extension Store {
  /// How often it was asked about a take, as far as that is kept; nil: never.
  package func checks(of number: Take.Number) async throws(StoreError) -> Checks? {
    try await read { db in
      try Row.fetchOne(db, sql: "SELECT times, at FROM checks WHERE number = ?", arguments: [number.value]).map {
        Checks(times: $0["times"], last: Timestamp(milliseconds: $0["at"]))
      }
    }
  }

  /// Adds what was asked since the last time, all in one transaction.
  package func addChecks(_ checks: [Take.Number: Checks]) async throws(StoreError) {
    try await write { db in
      for (number, new) in checks where try Self.isThere(number, db) { try new.add(to: number, db) }
    }
  }
}

extension Checks {
  /// To be called in the transaction that writes the take, or for many at once.
  func add(to number: Take.Number, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO checks (number, times, at) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET times = times + excluded.times, at = max(at, excluded.at)
      """,
      [number.value, times, last.milliseconds])
  }
}
