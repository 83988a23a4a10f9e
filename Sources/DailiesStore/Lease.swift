package import DailiesCore
import GRDB

/// The one row that says which program polls, downloads and sends what was held.
enum Lease {
  /// How old the holder's heartbeat may be, in milliseconds.
  static let freshness: Int64 = 4_000

  /// Whether another program has it, is alive and has renewed it in time.
  ///
  /// - Parameter trustsAge: False: whoever is alive has it, whatever the clock says.
  static func isTaken(from owner: Owner, now: Timestamp, trustingAge trustsAge: Bool, _ db: Database) throws -> Bool {
    let row = try Row.fetchOne(db, sql: "SELECT owner, heartbeat FROM lease")
    let heartbeat: Int64 = row?["heartbeat"] ?? 0
    guard let holder: String = row?["owner"], holder != owner.token else { return false }
    if !trustsAge { return try Programs.owner(holder, db).map { $0.isRunning ?? true } ?? false }
    return try abs(now.milliseconds - heartbeat) <= freshness && Programs.isAlive(holder, now: now, db)
  }

  static func acquire(_ owner: Owner, now: Timestamp, trustingAge: Bool, _ db: Database) throws -> Bool {
    if try isTaken(from: owner, now: now, trustingAge: trustingAge, db) { return false }
    let holder = try String.fetchOne(db, sql: "SELECT owner FROM lease")
    try db.execute(
      sql: "UPDATE lease SET owner = ?, heartbeat = ?, generation = generation + ?",
      arguments: [owner.token, now.milliseconds, holder == owner.token ? 0 : 1])
    return true
  }

  static func renew(_ owner: Owner, now: Timestamp, _ db: Database) throws -> Bool {
    try db.execute(
      sql: "UPDATE lease SET heartbeat = ? WHERE owner = ?", arguments: [now.milliseconds, owner.token])
    return db.changesCount > 0
  }

  static func release(_ owner: Owner, _ db: Database) throws {
    try db.execute(sql: "UPDATE lease SET owner = NULL WHERE owner = ?", arguments: [owner.token])
  }
}

extension Store {
  /// For how long a lease holds that is not renewed.
  package static let leaseTerm = Duration.milliseconds(Lease.freshness)

  /// Takes the lease when it is free, its holder is gone, or its holder has not renewed it for more than 4 seconds.
  ///
  /// Who has to wait for it only reads, and writes no more than its own heartbeat, every five seconds.
  ///
  /// - Parameter trustsAge: False when the clock on the wall may have been set since the holder renewed it: then it has to be
  ///   gone.
  /// - Returns: Whether this program holds it now; true as well when it held it before.
  package func acquireLease(now: Timestamp, trustingAge trustsAge: Bool = true) async throws(StoreError) -> Bool {
    let owner = owner
    let hasToWait = try await read { db in
      try Lease.isTaken(from: owner, now: now, trustingAge: trustsAge, db) && Programs.isFresh(owner, now: now, db)
    }
    if hasToWait { return false }
    return try await write { db in
      try Programs.register(owner, now: now, db)
      return try Lease.acquire(owner, now: now, trustingAge: trustsAge, db)
    }
  }

  /// Keeps the lease. To be called about every second and a half by its holder.
  ///
  /// - Returns: False when another program has it now; polling, saving and sending of held takes must then stop.
  package func renewLease(now: Timestamp) async throws(StoreError) -> Bool {
    let owner = owner
    return try await write { db in
      try Programs.register(owner, now: now, db)
      return try Lease.renew(owner, now: now, db)
    }
  }

  /// Gives the lease back; nothing happens when another program has it.
  package func releaseLease() async throws(StoreError) {
    let owner = owner
    try await write { db in try Lease.release(owner, db) }
  }

  /// The program that took the lease last and did not give it back; it need not be alive.
  package func leaseHolder() async throws(StoreError) -> Owner? {
    try await read { db in
      guard let token = try String.fetchOne(db, sql: "SELECT owner FROM lease WHERE owner IS NOT NULL") else {
        return nil
      }
      return try Programs.owner(token, db)
    }
  }
}
