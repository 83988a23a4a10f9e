import DailiesCore
import GRDB

extension Schema {
  /// Any number of drafts, and one table of all prompts for the history search.
  ///
  /// `record` comes last: what a list asks about is read without it. Drafts that the schema before called ended (sent, or
  /// left for another) are drafts like all others.
  static let draftTables = """
    CREATE TABLE all_drafts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      begun INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      opened INTEGER NOT NULL DEFAULT 0,
      deleted INTEGER,
      revision INTEGER NOT NULL,
      name TEXT,
      -- When it was sent last, and the last take of it.
      sent INTEGER,
      sent_take INTEGER,
      -- Its beginning on one line, and its length in grapheme clusters.
      head TEXT NOT NULL,
      characters INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT;
    INSERT INTO all_drafts (id, begun, updated, revision, head, characters, record)
      SELECT id, begun, updated, revision, '', 0, record FROM drafts;
    DROP TABLE drafts;
    ALTER TABLE all_drafts RENAME TO drafts;
    CREATE INDEX drafts_by_update ON drafts (updated) WHERE deleted IS NULL;
    CREATE INDEX drafts_by_touch ON drafts (max(updated, opened)) WHERE deleted IS NULL;
    CREATE INDEX drafts_by_deletion ON drafts (deleted) WHERE deleted IS NOT NULL;

    -- Every prompt: one row for each draft, with the words it has now, and one for each text that takes were ordered with.
    -- `singles` and `g0` to `g7` say which characters and pairs of characters may stand in it (PromptSignature).
    CREATE TABLE prompts (
      id INTEGER PRIMARY KEY,
      used INTEGER NOT NULL,
      draft INTEGER UNIQUE REFERENCES drafts,
      take INTEGER,
      digest INTEGER NOT NULL,
      singles INTEGER NOT NULL,
      g0 INTEGER NOT NULL, g1 INTEGER NOT NULL, g2 INTEGER NOT NULL, g3 INTEGER NOT NULL,
      g4 INTEGER NOT NULL, g5 INTEGER NOT NULL, g6 INTEGER NOT NULL, g7 INTEGER NOT NULL,
      text TEXT NOT NULL,
      -- The text as a search reads it; NULL: it is the text itself.
      folded TEXT
    ) STRICT;
    CREATE INDEX prompts_by_use ON prompts (used, id, singles, g0, g1, g2, g3, g4, g5, g6, g7);
    CREATE INDEX prompts_by_digest ON prompts (digest);
    """

  /// What was written in drafts since their record was written whole (`DraftPatch`).
  static let draftPatches = """
    CREATE TABLE draft_patches (
      draft INTEGER PRIMARY KEY REFERENCES drafts ON DELETE CASCADE,
      patch TEXT NOT NULL
    ) STRICT;
    """

  /// Fills what the table of drafts says of the words that are there.
  static func fillDrafts(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, updated, record FROM drafts") {
      let id: Int = row["id"]
      guard let record = try? JSON.value(DraftRecord.self, of: row["record"]) else { continue }
      let facts = DraftFacts(record)
      try db.execute(
        sql: "UPDATE drafts SET head = ?, characters = ? WHERE id = ?", arguments: [facts.head, facts.characters, id])
    }
  }
}
