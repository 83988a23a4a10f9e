package import DailiesCore
import GRDB
import VideosAPI

extension TakeTime {
  /// Keeps it, and of its kind no more than the latest.
  func write(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO times VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        number.value, kind.baseURL, kind.model, kind.size.description, kind.seconds, took.milliseconds,
        finished.milliseconds,
      ])
    try db.execute(
      sql: """
        DELETE FROM times WHERE number IN (
          SELECT number FROM times WHERE base_url = ? AND model = ? AND size = ? AND seconds = ?
          ORDER BY finished DESC, number DESC LIMIT -1 OFFSET ?)
        """,
      arguments: [
        kind.baseURL, kind.model, kind.size.description, kind.seconds, TakeTimes.mostOfAKind,
      ])
  }

  /// Nil for a row that makes no sense.
  init?(_ row: Row) {
    guard let size = VideoSize(row["size"] as String) else { return nil }
    self.init(
      number: Take.Number(row["number"]),
      kind: TakeKind(baseURL: row["base_url"], model: row["model"], size: size, seconds: row["seconds"]),
      took: .milliseconds(row["took"] as Int64), finished: Timestamp(milliseconds: row["finished"]))
  }
}

extension Store {
  /// How long the last takes of every kind took.
  package func times() async throws(StoreError) -> [TakeTime] { try await read(Self.times) }

  /// As `times()`, on the calling thread.
  package func timesNow() throws(StoreError) -> [TakeTime] { try readNow(Self.times) }

  static func times(_ db: Database) throws -> [TakeTime] {
    try Row.fetchAll(db, sql: "SELECT * FROM times").compactMap(TakeTime.init)
  }
}
