import DailiesCore
import GRDB

extension Schema {
  /// The films that are here with what a person thinks of them, and which take came from which: beside the takes, so that
  /// counting what is not judged, and finding what came of a take, reads no records.
  static let choosingTables = """
    -- Films of hidden takes are left out. `came` is `Take.came`.
    CREATE TABLE films (
      number INTEGER PRIMARY KEY REFERENCES takes ON DELETE CASCADE,
      came INTEGER NOT NULL,
      verdict TEXT
    ) STRICT;
    CREATE INDEX films_by_time ON films (came);
    CREATE INDEX films_unjudged ON films (came) WHERE verdict IS NULL;
    INSERT INTO films (number, came)
    SELECT number, coalesce(json_extract(record, '$.saved'), json_extract(record, '$.finished'), recorded)
    FROM takes WHERE phase = 'saved' AND is_hidden = 0 AND json_valid(record);

    CREATE TABLE descent (
      number INTEGER PRIMARY KEY REFERENCES takes ON DELETE CASCADE,
      parent INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX descent_by_parent ON descent (parent);
    INSERT INTO descent
    SELECT number, json_extract(record, '$.origin.parent') FROM takes
    WHERE CASE WHEN json_valid(record) THEN json_type(record, '$.origin.parent') END = 'integer';
    """
}

/// The row of a film in `films`.
private struct FilmRow: Equatable {
  var came: Int64
  var verdict: Verdict?

  /// Nil: the take is not listed there.
  init?(_ take: Take) {
    guard take.phase == .saved, !take.isHidden else { return nil }
    (came, verdict) = (take.came.milliseconds, take.verdict)
  }
}

/// Keeps `films` and `descent` true: what has not changed is not written.
enum Choosing {
  static func keep(_ take: Take, replacing old: Take?, _ db: Database) throws {
    let row = FilmRow(take)
    if row != old.flatMap(FilmRow.init) {
      if let row {
        try db.execute(
          sql: "INSERT OR REPLACE INTO films VALUES (?, ?, ?)",
          arguments: [take.number.value, row.came, row.verdict?.rawValue])
      } else {
        try db.execute(sql: "DELETE FROM films WHERE number = ?", arguments: [take.number.value])
      }
    }
    if old == nil, let parent = take.origin?.parent {
      try db.execute(sql: "INSERT INTO descent VALUES (?, ?)", arguments: [take.number.value, parent.value])
    }
  }
}
