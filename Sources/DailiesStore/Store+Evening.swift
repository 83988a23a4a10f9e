package import DailiesCore
import GRDB

/// What is looked through after a day's work.
extension Store {
  /// Takes of an evening at most; the newest are kept.
  private static let eveningLimit = 500
  /// As many takes, the newest, may have been recorded on the day.
  private static let recentTakes = 2_000

  /// How many films came since then that nobody has judged.
  package func unjudged(since: Timestamp) async throws(StoreError) -> Int {
    try await read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM films INDEXED BY films_unjudged WHERE verdict IS NULL AND came >= ?",
        arguments: [since.milliseconds]) ?? 0
    }
  }

  /// All takes that were recorded, came or failed since then; where all their films are judged, the films of other days
  /// that are not; where there are none of these either, those of the day all the same.
  package func evening(since: Timestamp) async throws(StoreError) -> Evening {
    try await read { db in
      let today = try Self.takes(
        db,
        """
        SELECT number, record FROM takes WHERE number IN (
          SELECT number FROM films WHERE came >= :since
          UNION SELECT number FROM takes
            WHERE number > (SELECT max(number) FROM takes) - \(Self.recentTakes) AND recorded >= :since
          UNION SELECT number FROM take_rows INDEXED BY take_rows_by_finished
            WHERE shelf <> 'hidden' AND shelf = 'failed' AND finished <= -:since
        ) ORDER BY number DESC LIMIT \(Self.eveningLimit)
        """, ["since": since.milliseconds])
      if !today.contains(where: \.awaitsVerdict) {
        let others = try Self.takes(
          db,
          """
          SELECT takes.number, record FROM films INDEXED BY films_unjudged JOIN takes USING (number)
          WHERE verdict IS NULL ORDER BY came DESC LIMIT \(Self.eveningLimit)
          """)
        if !others.isEmpty { return Evening(others, since: nil) }
      }
      return Evening(today.filter { !$0.phase.isUnsent && $0.phase != .dropped }, since: since)
    }
  }
}

/// Which take came from which.
extension Store {
  /// Takes of a family at most; the newest are kept.
  private static let familyLimit = 500

  /// The takes that a take came from, those that came from these, and the same for every take of its shot.
  package func family(of number: Take.Number) async throws(StoreError) -> Family {
    try await read { db in
      let shot = try Self.find(number, db)?.take.shotName ?? ""
      let takes = try Self.takes(
        db,
        """
        WITH RECURSIVE
          seed (number) AS (
            SELECT :number UNION SELECT number FROM take_rows WHERE shelf <> 'hidden' AND shot = :shot),
          up (number) AS (SELECT number FROM seed UNION SELECT parent FROM descent JOIN up USING (number)),
          down (number) AS (
            SELECT number FROM up UNION SELECT descent.number FROM down JOIN descent ON descent.parent = down.number)
        SELECT number, record FROM takes WHERE number IN (SELECT number FROM down)
        ORDER BY number DESC LIMIT \(Self.familyLimit)
        """, ["number": number.value, "shot": shot])
      return Family(takes.filter { $0.phase != .dropped })
    }
  }
}
