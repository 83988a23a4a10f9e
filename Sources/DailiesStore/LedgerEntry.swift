package import DailiesCore
import GRDB

/// The row of a take in the ledger. Written with every change of the take, in the same transaction.
enum LedgerEntry {
  /// In which column of the ledger an amount stands: those of two classes are never added.
  enum Class: String {
    case estimate
    /// Seconds that the service billed, at the person's price.
    case billed
    /// The price header of the service.
    case header
    case unsure, failed
    /// No figure at all.
    case unpriced

    init(_ cost: TakeCost) {
      switch (cost.certainty, cost.source) {
      case (.unsure, _): self = .unsure
      case (.failed, _): self = .failed
      case (.sure, .header): self = .header
      case (.sure, .billedSeconds): self = .billed
      case (.sure, .estimate): self = .estimate
      case (.sure, .unknown): self = .unpriced
      }
    }
  }

  static func write(_ take: Take, _ db: Database) throws {
    guard let cost = take.cost else {
      try db.execute(sql: "DELETE FROM ledger WHERE number = ?", arguments: [take.number.value])
      return
    }
    let counted = take.counted
    try db.execute(
      sql: """
        INSERT INTO ledger (number, profile, day, shot, model, seconds, billed_seconds, class, amount, currency,
          counted_amount, counted_currency, counted_seconds, differs)
        VALUES (?, ?, coalesce(?, date(? / 1000, 'unixepoch', 'localtime')), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET day = excluded.day, shot = excluded.shot, billed_seconds = excluded.billed_seconds, class = excluded.class,
          amount = excluded.amount, currency = excluded.currency, counted_amount = excluded.counted_amount,
          counted_currency = excluded.counted_currency, counted_seconds = excluded.counted_seconds,
          differs = excluded.differs
        """,
      arguments: [
        take.number.value, take.service.profile, take.countedOn?.description, take.recorded.milliseconds,
        take.origin?.shot, take.order.model, take.order.seconds, take.billedSeconds, Class(cost).rawValue,
        cost.amount?.millionths, cost.amount?.currency, counted.amount?.millionths, counted.amount?.currency,
        counted.seconds, take.differsFromOrder,
      ])
  }

  /// What counts against the limits of a profile on a day and in its month.
  static func spending(_ profile: String, _ day: Day, _ db: Database) throws -> Spending {
    func sum(_ condition: String, _ arguments: StatementArguments) throws -> Spending.Sum {
      var sum = Spending.Sum()
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT counted_currency, sum(counted_amount) AS amount, sum(counted_seconds) AS seconds,
            sum(counted_seconds > 0) AS takes
          FROM ledger WHERE profile = ? AND \(condition) GROUP BY counted_currency
          """,
        arguments: [profile] + arguments)
      for row in rows {
        sum.seconds += row["seconds"] as Int
        if let currency: String = row["counted_currency"] {
          sum.money[currency] = row["amount"] ?? 0
        } else {
          sum.unpriced += row["takes"] as Int
        }
      }
      return sum
    }
    return Spending(
      profile: profile, day: day, today: try sum("day = ?", [day.description]),
      month: try sum("day BETWEEN ? AND ?", [day.month + "-01", day.month + "-31"]))
  }

  /// Refuses what would pass a hard limit. To be called in the transaction that writes the intents.
  static func check(_ adding: Spending.Sum, _ rules: SpendingRules, _ profile: String, _ db: Database) throws {
    guard !rules.limits.isEmpty else { return }
    let spent = try spending(profile, rules.day, db)
    if let refusal = rules.limits.findings(spent, adding: adding).first, refusal.limit.isHard {
      throw Refusal(code: .overLimit(refusal), cause: refusal.figures)
    }
  }
}

extension Store {
  /// What counts against the limits of a profile on a day and in its month.
  package func spending(_ profile: String, on day: Day) async throws(StoreError) -> Spending {
    try await read { db in try LedgerEntry.spending(profile, day, db) }
  }

  /// As `spending`, on the calling thread.
  package func spendingNow(_ profile: String, on day: Day) throws(StoreError) -> Spending {
    try readNow { db in try LedgerEntry.spending(profile, day, db) }
  }
}
