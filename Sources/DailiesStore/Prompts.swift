import DailiesCore
import GRDB

/// The rows of `prompts`.
enum Prompts {
  /// Keeps what a draft says now; nothing when it says nothing.
  static func write(_ text: String, draft: Int, used: Int64, _ db: Database) throws {
    guard text.contains(where: { !$0.isWhitespace }) else {
      return try db.execute(sql: "DELETE FROM prompts WHERE draft = ?", arguments: [draft])
    }
    let id = try Int.fetchOne(db, sql: "SELECT id FROM prompts WHERE draft = ?", arguments: [draft])
    try insert(text, id: id, draft: draft, take: nil, used: used, db)
  }

  /// Keeps what a take was ordered with: one row for each text, with the newest take.
  static func noteTake(_ text: String, number: Int, used: Int64, _ db: Database) throws {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let id = try Int.fetchOne(
      db, sql: "SELECT id FROM prompts WHERE digest = ? AND draft IS NULL AND text = ?",
      arguments: [digest(of: text), text])
    if let id {
      try db.execute(
        sql: "UPDATE prompts SET used = max(used, ?), take = max(take, ?) WHERE id = ?", arguments: [used, number, id])
    } else {
      try insert(text, id: nil, draft: nil, take: number, used: used, db)
    }
  }

  private static func insert(
    _ text: String, id: Int?, draft: Int?, take: Int?, used: Int64, _ db: Database
  ) throws {
    let folded = text.foldedForSearch
    let signature = PromptSignature(folded: folded)
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO prompts
          (id, used, draft, take, digest, singles, g0, g1, g2, g3, g4, g5, g6, g7, text, folded)
        VALUES (\(databaseQuestionMarks(count: 16)))
        """)
    var arguments: StatementArguments = [id, used, draft, take, digest(of: text)]
    arguments += [Int64(bitPattern: signature.singles)]
    arguments += StatementArguments(signature.grams.map { Int64(bitPattern: $0) })
    arguments += [text, Array(folded.utf8) == Array(text.utf8) ? nil : folded]
    try statement.execute(arguments: arguments)
  }

  /// FNV-1a, 64 bits, of the UTF-8.
  private static func digest(of text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
