import DailiesCore
import GRDB

extension Schema {
  /// Prompts and takes are found by the pairs of characters in them (`CharacterPairs`), prompts in place of signatures that let too many of the
  /// long and the Chinese ones through.
  ///
  /// The row that was used last has the greatest id.
  static let searchTables = """
    DROP TABLE prompts;
    CREATE TABLE prompts (
      id INTEGER PRIMARY KEY,
      used INTEGER NOT NULL,
      draft INTEGER UNIQUE REFERENCES drafts,
      take INTEGER,
      digest INTEGER NOT NULL,
      text TEXT NOT NULL,
      -- The text as a search reads it; NULL: it is the text itself.
      folded TEXT
    ) STRICT;
    CREATE INDEX prompts_by_digest ON prompts (digest);
    """ + CharacterPairs.index(Prompts.pairs) + CharacterPairs.index(TakeTexts.pairs)

  /// Fills the history with the words that are there, oldest first, and the index of the takes.
  static func fillSearch(_ db: Database) throws {
    let texts = try Row.fetchCursor(db, sql: "SELECT number, text FROM take_texts")
    while let row = try texts.next() { try CharacterPairs.add(row["text"], of: row["number"], to: TakeTexts.pairs, db) }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT NULL AS draft, number, recorded AS used, json_extract(record, '$.order.prompt') AS text FROM takes
        UNION ALL SELECT id, NULL, updated, record FROM drafts
        ORDER BY used
        """)
    while let row = try rows.next() {
      let text: String = row["text"] ?? ""
      if let draft: Int = row["draft"] {
        guard let record = try? JSON.value(DraftRecord.self, of: text) else { continue }
        try Prompts.write(record.prompt.text, draft: draft, used: row["used"], db)
      } else {
        try Prompts.noteTake(text, number: row["number"], used: row["used"], db)
      }
    }
  }
}
