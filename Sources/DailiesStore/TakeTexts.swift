import DailiesCore
import GRDB

/// What a search looks through, one row of `take_texts` a take, and the index of it.
enum TakeTexts {
  /// The index.
  static let pairs = "take_pairs"

  /// Keeps what a take says now; nothing is written when it says what it said.
  static func write(_ take: Take, replacing old: Take?, _ db: Database) throws {
    let lines = take.searchLines
    guard lines != old?.searchLines else { return }
    let text = lines.joined(separator: "\n").foldedForSearch
    // The index forgets the words it was given, whatever a take would say today.
    let before = try String.fetchOne(
      db, sql: "SELECT text FROM take_texts WHERE number = ?", arguments: [take.number.value])
    if let before { try CharacterPairs.remove(before, of: take.number.value, from: pairs, db) }
    try db.execute(
      sql: "INSERT OR REPLACE INTO take_texts (number, text) VALUES (?, ?)", arguments: [take.number.value, text])
    try CharacterPairs.add(text, of: take.number.value, to: pairs, db)
  }
}
