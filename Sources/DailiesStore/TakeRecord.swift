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
    if let folded = withContiguousBytes(Self.folded) { return folded }
    return precomposedStringWithCanonicalMapping.lowercased().replacingNUL(with: " ")
  }

  private func withContiguousBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
    utf8.withContiguousStorageIfAvailable(body) ?? nil
  }

  /// Folds a text of ASCII, Han, what is written between Han, and emoji, which have no capitals and no accents; nil when
  /// there is anything else in it.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case ..<0x80: at += 1
      // Han from U+4000 on.
      case 0xE4...0xE9: at += 3
      // U+200D; U+2010 to U+2027; U+3001 to U+3029; full-width punctuation before the capitals; U+FE0F.
      case 0xE2 where bytes[at + 1] == 0x80 && (0x90...0xA7 ~= bytes[at + 2] || bytes[at + 2] == 0x8D): at += 3
      case 0xE3 where bytes[at + 1] == 0x80 && 0x81...0xA9 ~= bytes[at + 2]: at += 3
      case 0xEF where bytes[at + 1] == 0xBC && bytes[at + 2] < 0xA1: at += 3
      case 0xEF where bytes[at + 1] == 0xB8 && bytes[at + 2] == 0x8F: at += 3
      // Signs and emoji: U+2600 to U+27BF, U+1F1C0 to U+1F1FF, U+1F300 to U+1FAFF.
      case 0xE2 where 0x98...0x9E ~= bytes[at + 1]: at += 3
      case 0xF0 where bytes[at + 1] == 0x9F && (0x8C...0xAB ~= bytes[at + 2] || bytes[at + 2] == 0x87): at += 4
      default: return nil
      }
    }
    return String(unsafeUninitializedCapacity: bytes.count) { folded in
      for (index, byte) in bytes.enumerated() {
        folded[index] = byte == 0 ? 0x20 : 0x41...0x5A ~= byte ? byte | 0x20 : byte
      }
      return bytes.count
    }
  }
}
