package import DailiesCore
import GRDB

/// What changes takes. Every method is one transaction.
extension Store {
  /// Writes down what is about to be sent, before anything leaves.
  ///
  /// - Parameters:
  ///   - leavesAt: When the takes leave by themselves; nil: they are held and wait for their turn.
  ///   - rules: What the yes is held against; nil: nothing limits it, and no price is known.
  /// - Returns: The takes with their numbers, in the order of the orders. They belong to this program.
  /// - Throws: `.overLimit` when a hard limit refuses one of them: none was written then. Limits are checked in the same
  ///   transaction, so that two programs cannot pass them together.
  package func recordIntents(
    _ confirmation: Confirmation, service: Take.Service, leavesAt: Timestamp?, now: Timestamp,
    under rules: SpendingRules? = nil
  ) async throws(StoreError) -> [Take] {
    let owner = owner
    return try await write { [self] db in
      if confirmation.origin.draft != nil { try settle(db) }
      if let rules {
        let adding = rules.sum(of: confirmation.orders, profile: service.profile)
        try LedgerEntry.check(adding, rules, service.profile, db)
      }
      var batch: Batch?
      if confirmation.orders.count > 1 {
        batch = Batch(first: try TakeRecord.nextNumber(db), canary: confirmation.canary)
      }
      let takes = try confirmation.orders.enumerated().map { index, order in
        let number = try TakeRecord.nextNumber(db)
        let waits = batch?.canary != nil && number != batch?.first
        let phase = leavesAt == nil || waits ? TakePhase.held : .leaving
        var take = Take(number: number, order: order, service: service, phase: phase, recorded: now)
        take.heldReason = waits ? .canary : leavesAt == nil ? .waitingTurn : nil
        take.leavesAt = waits ? nil : leavesAt
        take.origin = confirmation.origin(of: index)
        take.price = rules.flatMap { $0.prices.price(of: order, profile: service.profile, on: $0.day) }
        take.countedOn = rules?.day
        take.batch = batch
        try Self.save(take, replacing: nil, owner: take.isInHand ? owner.token : nil, now: now, db)
        return take
      }
      if let draft = confirmation.origin.draft, let last = takes.last {
        try Self.markSent(draft, take: last.number, now: now, db)
        try Prompts.noteSent(draft: draft.value, number: last.number.value, used: now.milliseconds, db)
      }
      return takes
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
    let (owner, memo) = (owner, memo)
    return try await write { db in
      try Self.change(number, answer: answer, owner: owner, now: now, db, memo: memo, body)
    }
  }

  static func change(
    _ number: Take.Number, answer: TakeAnswer? = nil, owner: Owner, now: Timestamp, _ db: Database,
    memo: RecordMemo? = nil, _ body: (inout Take) -> Bool
  ) throws -> Take? {
    guard let (old, holder) = try find(number, db, memo: memo) else { return nil }
    try answer?.insert(number, db)
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
    try save(take, replacing: old, owner: newHolder, now: now, db, memo: memo)
    return take
  }

  /// Makes this program the owner of a take that is about to leave or waits to be sent.
  ///
  /// - Parameter rules: What a new yes for it is held against, as they are now. The take counts on the day of its last yes:
  ///   one of an earlier day counts today from now on.
  /// - Returns: False when another program that is alive owns it, or when it does not wait to be sent any more.
  /// - Throws: `.overLimit` when a hard limit refuses it; it stays as it was.
  package func claim(
    _ number: Take.Number, now: Timestamp, under rules: (@Sendable (Take.Service) -> SpendingRules)? = nil
  ) async throws(StoreError) -> Bool {
    let owner = owner
    return try await write { db in
      guard let (old, holder) = try Self.find(number, db), old.phase.isUnsent else { return false }
      if let holder, holder != owner.token, try Programs.isAlive(holder, now: now, db) { return false }
      var take = old
      if let rules = rules?(take.service) {
        if take.countedOn != rules.day {
          take.price = rules.prices.price(of: take.order, profile: take.service.profile, on: rules.day)
          take.countedOn = rules.day
        }
        // It may move from one day to another, and it is counted already: never twice.
        try db.execute(sql: "DELETE FROM ledger WHERE number = ?", arguments: [number.value])
        try LedgerEntry.check(
          rules.sum(of: [take.order], profile: take.service.profile), rules, take.service.profile, db)
        try LedgerEntry.write(take, db)
      }
      if holder != owner.token || take != old {
        try Self.save(take, replacing: old, owner: owner.token, now: now, db)
      }
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

  static func isThere(_ number: Take.Number, _ db: Database) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM takes WHERE number = ?"), arguments: [number.value]) != nil
  }

  static func find(
    _ number: Take.Number, _ db: Database, memo: RecordMemo? = nil
  ) throws -> (take: Take, owner: String?)? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, record, owner FROM takes WHERE number = ?"), arguments: [number.value])
    guard let row else { return nil }
    guard let memo else { return (try TakeRecord.take(of: row), row["owner"]) }
    let text: String = row["record"]
    if let take = memo.take(number, of: text) { return (take, row["owner"]) }
    let take = try TakeRecord.take(of: row)
    memo.keep(text, of: take)
    return (take, row["owner"])
  }

  /// Writes a take and everything that is kept beside it.
  static func save(
    _ take: Take, replacing old: Take?, owner: String?, now: Timestamp, _ db: Database, memo: RecordMemo? = nil
  ) throws {
    let record = TakeRecord(take: take, owner: owner, revision: try TakeRecord.nextRevision(db))
    let text = try record.write(isNew: old == nil, db)
    memo?.keep(text, of: take)
    if old == nil {
      try Prompts.noteTake(
        take.order.prompt, number: take.number.value, used: take.recorded.milliseconds, db)
    }
    try TakeTexts.write(take, replacing: old, db)
    try ListRow.keep(take, replacing: old, db)
    try Choosing.keep(take, replacing: old, db)
    if take.phase != old?.phase {
      let event = TakeEvent(at: now, phase: take.phase, problem: take.problem)
      try event.insert(take.number, db)
    }
    if take.cost != old?.cost || take.counted != old?.counted || take.countedOn != old?.countedOn
      || take.origin?.shot != old?.origin?.shot || take.differsFromOrder != old?.differsFromOrder || old == nil
    {
      try LedgerEntry.write(take, db)
    }
    if take.tags != old?.tags { try TagNames.write(take, db) }
    if old?.phase == .sending { try take.lesson(at: now)?.write(db) }
    if let time = take.time, time != old?.time { try time.write(db) }
    if let path = take.filePath, path != old?.filePath {
      try db.execute(
        sql: "INSERT OR REPLACE INTO files (number, path, bytes, at) VALUES (?, ?, ?, ?)",
        arguments: [take.number.value, path, take.fileBytes, now.milliseconds])
    }
  }
}
