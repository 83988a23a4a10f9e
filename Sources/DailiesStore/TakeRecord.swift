import DailiesCore
import Foundation
import GRDB

/// A take as a row of `takes`: the take itself as JSON, and beside it what is asked about.
struct TakeRecord: FetchableRecord {
  var take: Take
  /// Token of the program that has the take in hand; nil when it waits for a person or for the service.
  var owner: String?
  /// Grows with every change of any take.
  var revision: Int

  init(take: Take, owner: String?, revision: Int) {
    self.take = take
    self.owner = owner
    self.revision = revision
  }

  init(row: Row) throws {
    take = try JSON.value(Take.self, of: row["record"])
    owner = row["owner"]
    revision = row["revision"]
  }

  /// Makes the row of a new take, or changes the one it has.
  ///
  /// - Returns: The text of the column `record`.
  func write(isNew: Bool, _ db: Database) throws -> String {
    let text = try JSON.text(of: take)
    try db.run(
      isNew
        ? """
        INSERT INTO takes
          (phase, is_hidden, video_id, profile, base_url, recorded, owner, revision, record, number)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
        : """
        UPDATE takes SET phase = ?, is_hidden = ?, video_id = ?, profile = ?, base_url = ?, recorded = ?, owner = ?,
          revision = ?, record = ?
        WHERE number = ?
        """,
      [
        take.phase.rawValue, take.isHidden, take.videoID, take.service.profile, take.service.baseURL,
        take.recorded.milliseconds, owner, revision, text, take.number.value,
      ])
    return text
  }

  /// Decodes the column `record`, and says which take could not be read.
  static func take(of row: Row) throws -> Take {
    do {
      return try JSON.value(Take.self, of: row["record"])
    } catch {
      throw Refusal(code: .damaged, cause: "the record of take \(row["number"] as Int) cannot be read: \(error)")
    }
  }

  static func nextNumber(_ db: Database) throws -> Take.Number {
    let last = try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'takes'")
    return Take.Number((last ?? 0) + 1)
  }

  static func nextRevision(_ db: Database) throws -> Int { try latestRevision(db) + 1 }

  static func latestRevision(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT max(revision) FROM takes")) ?? 0
  }
}

extension Take {
  /// Something happens to it that only one program may do: a countdown, a wait that ends by itself, a request, a
  /// transfer.
  var isInHand: Bool {
    switch phase {
    case .leaving, .sending, .saving: true
    case .held: heldReason == .slowedDown || heldReason == .waitingTurn || followsCanary
    case .unsure, .queued, .running, .ready, .saved, .failed, .gone, .dropped: false
    }
  }

  /// What a search looks through, one line each, before it is folded.
  var searchLines: [String] {
    let fileName = filePath.map { ($0 as NSString).lastPathComponent }
    let tags = tags?.map { "#" + $0 }.joined(separator: " ")
    return [order.prompt, number.description, videoID, fileName, problem?.detail, tags, comment].compactMap { $0 }
  }
}

extension String {
  /// Without regard to case and to the way accents are composed. NUL, where SQLite would end the text, is a blank.
  var foldedForSearch: String {
    precomposedStringWithCanonicalMapping.lowercased().replacingOccurrences(of: "\0", with: " ")
  }
}
