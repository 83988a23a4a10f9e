import DailiesCore
import GRDB

extension Schema {
  /// The tags of takes, to be found without reading takes; and how often the service was asked about each.
  static let tagsAndChecks = """
    CREATE TABLE take_tags (
      tag TEXT NOT NULL,
      number INTEGER NOT NULL REFERENCES takes,
      PRIMARY KEY (tag, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX take_tags_by_number ON take_tags (number);

    CREATE TABLE checks (
      number INTEGER PRIMARY KEY REFERENCES takes,
      times INTEGER NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    """

  /// Takes that have tags already.
  static let fillTags: @Sendable (Database) throws -> Void = { db in
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO take_tags
        SELECT value, number FROM takes, json_each(takes.record, '$.tags') WHERE json_type(takes.record, '$.tags') = 'array'
        """)
  }
}
