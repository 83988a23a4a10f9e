import DailiesCore
import Foundation
import GRDB

/// A take as a row of `takes`: the take itself as JSON, and beside it what is asked about.
struct TakeRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "takes"

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

  func encode(to container: inout PersistenceContainer) throws {
    container["number"] = take.number.value
    container["phase"] = take.phase.rawValue
    container["is_hidden"] = take.isHidden
    container["video_id"] = take.videoID
    container["profile"] = take.service.profile
    container["base_url"] = take.service.baseURL
    container["recorded"] = take.recorded.milliseconds
    container["owner"] = owner
    container["revision"] = revision
    container["record"] = try JSON.text(of: take)
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
    try Int.fetchOne(db, sql: "SELECT max(revision) FROM takes") ?? 0
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

  /// What a search looks through, one line each.
  var searchText: String {
    let fileName = filePath.map { ($0 as NSString).lastPathComponent }
    let tags = tags?.map { "#" + $0 }.joined(separator: " ")
    return [order.prompt, number.description, videoID, fileName, problem?.detail, tags, comment]
      .compactMap { $0 }.joined(separator: "\n").foldedForSearch
  }
}

extension String {
  /// Without regard to case and to the way accents are composed. NUL, where SQLite would end the text, is a blank.
  var foldedForSearch: String {
    precomposedStringWithCanonicalMapping.lowercased().replacingOccurrences(of: "\0", with: " ")
  }
}
