package import DailiesCore
import GRDB

/// How many takes of one profile may be on their way at once, whichever programs send them.
package struct SendLimits: Hashable, Sendable {
  /// Requests under way.
  package var creates: Int
  /// Takes at the service, those under way among them; nil: any number.
  package var live: Int?

  package init(creates: Int, live: Int? = nil) {
    self.creates = creates
    self.live = live
  }
}

/// What came of the wish to send a take.
package enum SendStart: Equatable, Sendable {
  /// The intent is on disk: the request may leave.
  case started(Take)
  /// It is to wait until another take of the profile is done.
  case full
  /// Nothing leaves: the queue is paused.
  case paused
  /// It was taken back, held or sent meanwhile.
  case movedOn
}

/// What waits to be sent. Every method is one transaction, so that the limits hold for all programs on the store together.
extension Store {
  private static let pausedKey = "queue.paused"

  /// Writes down that a request leaves now, if there is room for it.
  ///
  /// - Parameter isToLeave: Whether a take, as it stands in the store, still waits for this moment.
  package func startSending(
    _ number: Take.Number, limits: SendLimits, now: Timestamp, isToLeave: @escaping @Sendable (Take) -> Bool
  ) async throws(StoreError) -> SendStart {
    let owner = owner
    return try await write { db in
      guard let take = try Self.find(number, db)?.take, isToLeave(take) else { return .movedOn }
      if try Self.isQueuePaused(db) { return .paused }
      let sending = try Self.count([.sending], profile: take.service.profile, db)
      if sending >= limits.creates { return .full }
      if let live = limits.live {
        let there = try Self.count([.sending, .queued, .running], profile: take.service.profile, db)
        if there >= live { return .full }
      }
      let started = try Self.change(number, owner: owner, now: now, db) { $0.startSending(at: now) }
      return started.map(SendStart.started) ?? .movedOn
    }
  }

  private static func count(_ phases: [TakePhase], profile: String, _ db: Database) throws -> Int {
    let marks = databaseQuestionMarks(count: phases.count)
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM takes WHERE is_shown IN (0, 1) AND phase IN (\(marks)) AND profile = ?",
      arguments: StatementArguments(phases.map(\.rawValue)) + [profile]) ?? 0
  }

  // MARK: Pause

  /// Whether nothing leaves, for every program on the store, until a person says otherwise.
  package func isQueuePaused() async throws(StoreError) -> Bool { try await read(Self.isQueuePaused) }

  package func pauseQueue(_ isPaused: Bool) async throws(StoreError) { try await remember(Self.pausedKey, isPaused) }

  private static func isQueuePaused(_ db: Database) throws -> Bool {
    try Memory.value(pausedKey, db).flatMap { try? JSON.value(Bool.self, of: $0) } ?? false
  }

  // MARK: Order and batches

  /// Lets a take change places with the one that is sent, or saved, after it or before it.
  ///
  /// - Returns: The two as they now stand; none when there is no such place.
  package func moveInQueue(_ number: Take.Number, by step: Int, now: Timestamp) async throws(StoreError) -> [Take] {
    let owner = owner
    return try await write { db in
      let isSaving = try Self.find(number, db)?.take.phase == .saving
      let waiting = isSaving ? try Self.takes(db, in: [.saving]) : try Self.unsent(db).filter(\.isQueued)
      let queue = waiting.sorted { $0.turn < $1.turn }
      guard let at = queue.firstIndex(where: { $0.number == number }), queue.indices.contains(at + step) else {
        return []
      }
      let (moved, other) = (queue[at], queue[at + step])
      return try [(moved, other.rank), (other, moved.rank)].compactMap { take, rank in
        try Self.change(take.number, owner: owner, now: now, db) {
          $0.queuePlace = rank
          return true
        }
      }
    }
  }

  /// Changes the takes of a batch that have not left, all of them or none.
  ///
  /// - Parameter body: Returns false for one that is to stay as it is.
  /// - Returns: Those that were changed. One that another program has in hand is not taken from it.
  package func changeBatch(
    _ first: Take.Number, now: Timestamp, _ body: @escaping @Sendable (inout Take) -> Bool
  ) async throws(StoreError) -> [Take] {
    let owner = owner
    return try await write { db in
      try Self.unsent(db).filter { $0.batch?.first == first }.compactMap { take -> Take? in
        var wanted = take
        guard body(&wanted) else { return nil }
        if wanted.isInHand, let holder = try Self.find(take.number, db)?.owner, holder != owner.token,
          try Programs.isAlive(holder, now: now, db)
        {
          return nil
        }
        return try Self.change(take.number, owner: owner, now: now, db, body)
      }
    }
  }

  private static func unsent(_ db: Database) throws -> [Take] {
    try takes(db, in: TakePhase.allCases.filter(\.isUnsent))
  }
}
