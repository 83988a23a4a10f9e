import DailiesCore
import GRDB

/// The rows of `prompts`, and of the index that finds them by their words.
enum Prompts {
  /// The index.
  static let pairs = "prompt_pairs"

  /// Keeps what a draft says now; nothing when it says nothing.
  ///
  /// - Returns: Whether it said something else before.
  @discardableResult
  static func write(_ text: String, draft: Int, used: Int64, _ db: Database) throws -> Bool {
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM prompts WHERE draft = ?"), arguments: [draft])
    if let old, old["text"] == text {
      try touch(old, take: nil, used: used, db)
      return false
    }
    if let old { try remove(old, db) }
    try insert(text, draft: draft, take: nil, used: used, db)
    return old != nil
  }

  /// Keeps what a draft says in the moment it is sent: a text with variants is what none of its takes were ordered with.
  static func noteSent(draft: Int, number: Int, used: Int64, _ db: Database) throws {
    let text = try String.fetchOne(db, sql: "SELECT text FROM prompts WHERE draft = ?", arguments: [draft])
    if let text { try noteTake(text, number: number, used: used, db) }
  }

  /// Keeps what a take was ordered with: one row for each text, with the newest take.
  static func noteTake(_ text: String, number: Int, used: Int64, _ db: Database) throws {
    // The index has to be named: the one by draft looks as good, and all takes would be read.
    let old = try Row.fetchOne(
      db, sql: "SELECT * FROM prompts INDEXED BY prompts_by_digest WHERE digest = ? AND draft IS NULL AND text = ?",
      arguments: [digest(of: text), text])
    if let old { return try touch(old, take: number, used: used, db) }
    try insert(text, draft: nil, take: number, used: used, db)
  }

  /// Makes a row the one that was used last.
  private static func touch(_ row: Row, take: Int?, used: Int64, _ db: Database) throws {
    let newest = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM prompts"))
    let take = [take, row["take"]].compactMap { $0 }.max()
    let used = max(used, row["used"])
    if row["id"] == newest {
      try db.run("UPDATE prompts SET used = ?, take = ? WHERE id = ?", [used, take, newest])
    } else {
      try remove(row, db)
      try insert(row["text"], draft: row["draft"], take: take, used: used, db)
    }
  }

  private static func insert(_ text: String, draft: Int?, take: Int?, used: Int64, _ db: Database) throws {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let folded = text.foldedForSearch
    try db.run(
      """
      INSERT INTO prompts (id, used, draft, take, digest, text, folded)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM prompts), ?, ?, ?, ?, ?, ?)
      """,
      [used, draft, take, digest(of: text), text, folded.utf8.elementsEqual(text.utf8) ? nil : folded])
    try CharacterPairs.add(folded, of: Int(db.lastInsertedRowID), to: pairs, db)
  }

  private static func remove(_ row: Row, _ db: Database) throws {
    let id: Int = row["id"]
    let folded: String = row["folded"] ?? row["text"]
    try CharacterPairs.remove(folded, of: id, from: pairs, db)
    try db.run("DELETE FROM prompts WHERE id = ?", [id])
  }

  /// FNV-1a, 64 bits, of the UTF-8.
  private static func digest(of text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
