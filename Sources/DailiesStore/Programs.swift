package import DailiesCore
import GRDB

/// The programs that have the store open.
enum Programs {
  /// How old a heartbeat may be when the process itself cannot be looked at from here, in milliseconds.
  static let freshness: Int64 = 15_000
  /// How old it may become before it is written again.
  private static let interval: Int64 = 5_000

  /// Enters a program, or notes that it is still there.
  static func register(_ owner: Owner, now: Timestamp, _ db: Database) throws {
    _ = try sweep(now: now, caller: owner, db)
    try db.execute(
      sql: """
        INSERT INTO programs (token, pid, started, place, heartbeat) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET heartbeat = excluded.heartbeat
        """,
      arguments: [owner.token, owner.pid, owner.started, owner.place, now.milliseconds])
  }

  /// Whether a program has shown not long ago that it is there.
  static func isFresh(_ owner: Owner, now: Timestamp, _ db: Database) throws -> Bool {
    let heartbeat = try Int64.fetchOne(
      db, sql: "SELECT heartbeat FROM programs WHERE token = ?", arguments: [owner.token])
    return heartbeat.map { abs(now.milliseconds - $0) < interval } ?? false
  }

  static func remove(_ owner: Owner, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM programs WHERE token = ?", arguments: [owner.token])
  }

  static func owner(_ token: String, _ db: Database) throws -> Owner? {
    try Row.fetchOne(db, sql: "SELECT * FROM programs WHERE token = ?", arguments: [token]).map(owner(of:))
  }

  static func isAlive(_ token: String, now: Timestamp, _ db: Database) throws -> Bool {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM programs WHERE token = ?", arguments: [token])
    return row.map { isAlive($0, now: now) } ?? false
  }

  /// Strikes off programs that are gone without having signed off, and notes that the file wants a check.
  ///
  /// - Returns: The tokens of those that still run, `caller` among them.
  static func sweep(now: Timestamp, caller: Owner, _ db: Database) throws -> Set<String> {
    var living: Set = [caller.token]
    for row in try Row.fetchAll(db, sql: "SELECT * FROM programs WHERE token <> ?", arguments: [caller.token]) {
      let token: String = row["token"]
      if isAlive(row, now: now) {
        living.insert(token)
      } else {
        try db.execute(sql: "DELETE FROM programs WHERE token = ?", arguments: [token])
        try Memory.write(.checkWanted, "true", db)
      }
    }
    return living
  }

  /// A process that can be seen is alive, however long it has been stopped or asleep; its heartbeat counts only when
  /// it runs elsewhere, on another machine that shares the folder or in another process namespace.
  private static func isAlive(_ row: Row, now: Timestamp) -> Bool {
    if let isRunning = owner(of: row).isRunning { return isRunning }
    let heartbeat: Int64 = row["heartbeat"]
    return abs(now.milliseconds - heartbeat) < freshness
  }

  private static func owner(of row: Row) -> Owner {
    Owner(token: row["token"], pid: row["pid"], started: row["started"], place: row["place"])
  }
}

extension Store {
  /// Notes that this program is still there. To be called about every five seconds.
  package func heartbeat(now: Timestamp) async throws(StoreError) {
    let owner = owner
    try await write { db in try Programs.register(owner, now: now, db) }
  }
}
