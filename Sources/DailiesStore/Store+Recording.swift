package import DailiesCore
import GRDB

/// What changes takes. Every method is one transaction.
extension Store {
  /// Writes down what is about to be sent, before anything leaves.
  ///
  /// - Parameters:
  ///   - leavesAt: When the takes leave by themselves; nil: they are held and wait for their turn.
  /// - Returns: The takes with their numbers, in the order of the orders. They belong to this program.
  package func recordIntents(
    _ confirmation: Confirmation, service: Take.Service, leavesAt: Timestamp?, now: Timestamp
  ) async throws(StoreError) -> [Take] {
    let owner = owner
    return try await write { db in
      try confirmation.orders.map { order in
        let number = try TakeRecord.nextNumber(db)
        let phase = leavesAt == nil ? TakePhase.held : .leaving
        var take = Take(number: number, order: order, service: service, phase: phase, recorded: now)
        take.heldReason = leavesAt == nil ? .waitingTurn : nil
        take.leavesAt = leavesAt
        take.origin = confirmation.origin
        try Self.save(take, replacing: nil, owner: owner.token, now: now, db)
        return take
      }
    }
  }

  /// Brings in a video that was ordered elsewhere; it is watched from now on.
  ///
  /// - Returns: The new take, or the one that already has this id at this service.
  package func recordImport(
    videoID: String, order: Order, service: Take.Service, now: Timestamp
  ) async throws(StoreError) -> Take {
    try await write { db in
      let known = try Row.fetchOne(
        db, sql: "SELECT * FROM takes WHERE video_id = ? AND base_url = ? ORDER BY number DESC",
        arguments: [videoID, service.baseURL])
      if let known { return try TakeRecord.take(of: known) }
      let number = try TakeRecord.nextNumber(db)
      var take = Take(number: number, order: order, service: service, phase: .queued, recorded: now)
      take.videoID = videoID
      take.accepted = now
      try Self.save(take, replacing: nil, owner: nil, now: now, db)
      return take
    }
  }

  /// Changes one take: reads it, lets `body` change it, and writes it with a line of its history when its phase moved.
  ///
  /// A take that is about to leave, is being sent or is being saved belongs to one program. Another one may take it
  /// back, hold it or hide it, but not send or save it while its owner lives.
  ///
  /// - Parameters:
  ///   - answer: What the service said, kept in the same transaction, also when `body` changes nothing.
  ///   - body: Returns false to leave the take as it is: it has moved on.
  /// - Returns: The take as it now stands; nil when nothing was changed, or there is no such take.
  package func change(
    _ number: Take.Number, answer: TakeAnswer? = nil, now: Timestamp,
    _ body: @escaping @Sendable (inout Take) -> Bool
  ) async throws(StoreError) -> Take? {
    let owner = owner
    return try await write { db in
      guard let (old, holder) = try Self.find(number, db) else { return nil }
      if let answer { try answer.insert(number, db) }
      var take = old
      guard body(&take) else { return nil }
      precondition(take.number == number, "a take keeps its number")
      guard take != old else { return take }
      let moved = take.phase != old.phase || take.heldReason != old.heldReason || take.leavesAt != old.leavesAt
      if moved, take.phase == .sending || take.phase == .saving, let holder, holder != owner.token,
        try Programs.isAlive(holder, now: now, db)
      {
        return nil
      }
      let newHolder = take.isInHand ? (moved ? owner.token : holder) : nil
      try Self.save(take, replacing: old, owner: newHolder, now: now, db)
      return take
    }
  }

  /// Makes this program the owner of a take that is about to leave or waits to be sent.
  ///
  /// - Returns: False when another program that is alive owns it, or when it does not wait to be sent any more.
  package func claim(_ number: Take.Number, now: Timestamp) async throws(StoreError) -> Bool {
    let owner = owner
    return try await write { db in
      guard let (take, holder) = try Self.find(number, db), take.phase.isUnsent else { return false }
      if let holder, holder != owner.token, try Programs.isAlive(holder, now: now, db) { return false }
      if holder != owner.token { try Self.save(take, replacing: take, owner: owner.token, now: now, db) }
      return true
    }
  }

  /// Puts right what programs left behind that are gone: countdowns and waits are held, requests under way become
  /// UNSURE, transfers READY (`Take.recover`). Takes of programs that still run are left alone.
  ///
  /// To be called at the start and then by the holder of the lease every 15 seconds: a program on another machine is
  /// taken for gone only when its heartbeat is that old.
  ///
  /// - Returns: The takes that were changed.
  package func recover(now: Timestamp) async throws(StoreError) -> [Take] {
    let owner = owner
    return try await write { db in
      let living = try Programs.sweep(now: now, caller: owner, db)
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM takes INDEXED BY takes_by_owner WHERE owner IS NOT NULL ORDER BY number")
      return try rows.compactMap { row in
        if living.contains(row["owner"]) { return nil }
        let old = try TakeRecord.take(of: row)
        var take = old
        let isChanged = take.recover()
        try Self.save(take, replacing: old, owner: nil, now: now, db)
        return isChanged ? take : nil
      }
    }
  }

  private static func find(_ number: Take.Number, _ db: Database) throws -> (take: Take, owner: String?)? {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM takes WHERE number = ?", arguments: [number.value])
    return try row.map { (try TakeRecord.take(of: $0), $0["owner"]) }
  }

  /// Writes a take and everything that is kept beside it.
  private static func save(
    _ take: Take, replacing old: Take?, owner: String?, now: Timestamp, _ db: Database
  ) throws {
    let record = TakeRecord(take: take, owner: owner, revision: try TakeRecord.nextRevision(db))
    if old == nil { try record.insert(db) } else { try record.update(db) }
    let text = take.searchText
    if text != old?.searchText {
      try db.execute(
        sql: "INSERT OR REPLACE INTO take_texts (number, text) VALUES (?, ?)", arguments: [take.number.value, text])
    }
    if take.phase != old?.phase {
      let event = TakeEvent(at: now, phase: take.phase, problem: take.problem)
      try event.insert(take.number, db)
    }
    if old?.phase == .sending { try take.lesson(at: now)?.write(db) }
    if let path = take.filePath, path != old?.filePath {
      try db.execute(
        sql: "INSERT OR REPLACE INTO files (number, path, bytes, at) VALUES (?, ?, ?, ?)",
        arguments: [take.number.value, path, take.fileBytes, now.milliseconds])
    }
  }
}
