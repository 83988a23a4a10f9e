package import DailiesCore
import GRDB

/// What reads takes.
extension Store {
  package func take(_ number: Take.Number) async throws(StoreError) -> Take? {
    try await read { db in
      try Self.takes(db, "SELECT * FROM takes WHERE number = ?", [number.value]).first
    }
  }

  /// The newest take with this id, at whatever service.
  package func take(videoID: String) async throws(StoreError) -> Take? {
    try await read { db in
      try Self.takes(db, "SELECT * FROM takes WHERE video_id = ? ORDER BY number DESC LIMIT 1", [videoID]).first
    }
  }

  /// The newest take with this id at the service of this address.
  package func take(videoID: String, baseURL: String) async throws(StoreError) -> Take? {
    try await read { db in try Self.take(videoID: videoID, baseURL: baseURL, db) }
  }

  static func take(videoID: String, baseURL: String, _ db: Database) throws -> Take? {
    try takes(
      db, "SELECT * FROM takes WHERE video_id = ? AND base_url = ? ORDER BY number DESC LIMIT 1", [videoID, baseURL]
    ).first
  }

  package func counts() async throws(StoreError) -> TakeCounts { try await read(Self.counts) }

  /// What the service works on: queued or running, oldest first.
  package func watched() async throws(StoreError) -> [Take] {
    try await read { db in try Self.takes(db, in: TakePhase.allCases.filter(\.isWatched)) }
  }

  /// What is finished and not saved: READY, or in the midst of being saved, oldest first.
  package func unfinished() async throws(StoreError) -> [Take] {
    try await read { db in try Self.takes(db, in: [.ready, .saving]) }
  }

  /// What waits to be sent: held or leaving, oldest first.
  package func unsent() async throws(StoreError) -> [Take] {
    try await read { db in try Self.takes(db, in: TakePhase.allCases.filter(\.isUnsent)) }
  }

  /// The takes that were changed since, by whichever program.
  ///
  /// - Parameters:
  ///   - token: From the last call; nil for the first one, which returns no takes.
  ///   - limit: How many takes at most; when there were more, the next call returns the others.
  package func changes(since token: ChangeToken?, limit: Int = 1000) async throws(StoreError) -> TakeChanges {
    try await read { db in
      guard let token else {
        return TakeChanges(token: ChangeToken(revision: try TakeRecord.latestRevision(db)), takes: [])
      }
      let records = try TakeRecord.fetchAll(
        db, sql: "SELECT * FROM takes WHERE revision > ? ORDER BY revision LIMIT ?",
        arguments: [token.revision, limit])
      return TakeChanges(
        token: ChangeToken(revision: records.last?.revision ?? token.revision), takes: records.map(\.take))
    }
  }

  static func takes(_ db: Database, _ sql: String, _ arguments: StatementArguments = []) throws -> [Take] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(TakeRecord.take(of:))
  }

  static func takes(_ db: Database, in phases: [TakePhase]) throws -> [Take] {
    let marks = databaseQuestionMarks(count: phases.count)
    return try takes(
      db, "SELECT * FROM takes WHERE is_shown IN (0, 1) AND phase IN (\(marks)) ORDER BY number",
      StatementArguments(phases.map(\.rawValue)))
  }

  static func counts(_ db: Database) throws -> TakeCounts {
    var counts = TakeCounts()
    let statement = try db.cachedStatement(sql: "SELECT phase, is_hidden, takes FROM counts WHERE takes > 0")
    for row in try Row.fetchAll(statement) {
      let takes: Int = row["takes"]
      if row["is_hidden"] {
        counts.hidden += takes
      } else if let phase = TakePhase(rawValue: row["phase"]) {
        counts.byPhase[phase] = takes
      }
    }
    return counts
  }
}

/// A moment in the life of the store, for `Store.changes(since:)`.
package struct ChangeToken: Hashable, Sendable {
  let revision: Int
}

/// What happened since a moment.
package struct TakeChanges: Equatable, Sendable {
  /// For the next call.
  package var token: ChangeToken
  /// Each take once, as it now stands, in the order of the last changes.
  package var takes: [Take]
}
