package import DailiesCore
import GRDB

/// Sums over the ledger.
extension Store {
  /// The rows of the ledger: sums by day, month, shot or model, apart for each currency and source.
  package func ledger(_ query: LedgerQuery) async throws(StoreError) -> LedgerRows {
    try await read { db in try Self.ledger(query, db) }
  }

  /// As `ledger`, on the calling thread.
  package func ledgerNow(_ query: LedgerQuery) throws(StoreError) -> LedgerRows {
    try readNow { db in try Self.ledger(query, db) }
  }

  private static func ledger(_ query: LedgerQuery, _ db: Database) throws -> LedgerRows {
    let (key, order) =
      switch query.grouping {
      case .day: ("day", "DESC")
      case .month: ("substr(day, 1, 7)", "DESC")
      case .shot: ("coalesce(shot, '')", "ASC")
      case .model: ("model", "ASC")
      }
    // Figures of two currencies, or of two sources, are never added.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(key) AS key, currency, class = 'header' AS is_header, count(*) AS takes, sum(seconds) AS seconds,
          total(billed_seconds) AS billed_seconds, sum(iif(class = 'estimate', amount, 0)) AS estimate,
          sum(iif(class IN ('billed', 'header'), amount, 0)) AS billed, sum(iif(class = 'unsure', amount, 0)) AS unsure,
          sum(class = 'unsure') AS unsure_takes, sum(iif(class = 'failed', amount, 0)) AS failed,
          sum(class = 'failed') AS failed_takes, sum(differs) AS differing_takes
        FROM ledger WHERE day BETWEEN ? AND ?
        GROUP BY 1, 2, 3 ORDER BY 1 \(order), currency IS NULL, 2, 3
        """,
      arguments: [query.from?.description ?? "", query.to?.description ?? "9999-12-31"])
    return LedgerRows(
      query: query,
      rows: rows.map { row in
        var sum = LedgerRow(key: row["key"], currency: row["currency"], isFromHeader: row["is_header"])
        sum.takes = row["takes"]
        sum.seconds = row["seconds"]
        sum.billedSeconds = row["billed_seconds"]
        sum.estimate = row["estimate"] ?? 0
        sum.billed = row["billed"] ?? 0
        sum.unsure = row["unsure"] ?? 0
        sum.unsureTakes = row["unsure_takes"]
        sum.failed = row["failed"] ?? 0
        sum.failedTakes = row["failed_takes"]
        sum.differingTakes = row["differing_takes"]
        return sum
      })
  }
}
