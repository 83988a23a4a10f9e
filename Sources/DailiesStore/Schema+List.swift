import DailiesCore
import GRDB

extension Schema {
  /// What lists ask about, apart from the takes, whose records are long: views, sorts and counts read nothing else.
  ///
  /// `state` to `finished` are `TakeKeys`; `age` is the number negated, so that every order of a list is that of one index,
  /// forwards or backwards. The indexes by key leave out what is hidden.
  static let listTables = """
    CREATE TABLE take_rows (
      number INTEGER PRIMARY KEY REFERENCES takes ON DELETE CASCADE,
      age INTEGER NOT NULL,
      -- The one view besides *all* that it belongs to.
      shelf TEXT NOT NULL,
      state INTEGER NOT NULL,
      shot TEXT NOT NULL,
      length INTEGER NOT NULL,
      size INTEGER NOT NULL,
      cost INTEGER NOT NULL,
      prompt TEXT NOT NULL,
      finished INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX take_rows_by_shelf ON take_rows (shelf, age);
    CREATE INDEX take_rows_by_number ON take_rows (age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_state ON take_rows (state, age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_shot ON take_rows (shot, age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_length ON take_rows (length, age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_size ON take_rows (size, age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_cost ON take_rows (cost, age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_prompt ON take_rows (prompt, age, shelf) WHERE shelf <> 'hidden';
    CREATE INDEX take_rows_by_finished ON take_rows (finished, age, shelf) WHERE shelf <> 'hidden';

    CREATE TABLE shot_counts (
      shot TEXT NOT NULL,
      shelf TEXT NOT NULL,
      takes INTEGER NOT NULL,
      PRIMARY KEY (shot, shelf)
    ) STRICT, WITHOUT ROWID;
    -- How many takes of 256 numbers in a row stand on a shelf: tells the place of a take in a list by number.
    CREATE TABLE block_counts (
      shelf TEXT NOT NULL,
      block INTEGER NOT NULL,
      takes INTEGER NOT NULL,
      PRIMARY KEY (shelf, block)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER take_row_added AFTER INSERT ON take_rows BEGIN
      INSERT INTO shot_counts VALUES (new.shot, new.shelf, 1) ON CONFLICT DO UPDATE SET takes = takes + 1;
      INSERT INTO block_counts VALUES (new.shelf, new.number / 256, 1) ON CONFLICT DO UPDATE SET takes = takes + 1;
    END;
    CREATE TRIGGER take_row_moved AFTER UPDATE OF shot, shelf ON take_rows
    WHEN old.shot <> new.shot OR old.shelf <> new.shelf BEGIN
      UPDATE shot_counts SET takes = takes - 1 WHERE shot = old.shot AND shelf = old.shelf;
      DELETE FROM shot_counts WHERE shot = old.shot AND shelf = old.shelf AND takes = 0;
      INSERT INTO shot_counts VALUES (new.shot, new.shelf, 1) ON CONFLICT DO UPDATE SET takes = takes + 1;
      UPDATE block_counts SET takes = takes - 1 WHERE shelf = old.shelf AND block = old.number / 256;
      INSERT INTO block_counts VALUES (new.shelf, new.number / 256, 1) ON CONFLICT DO UPDATE SET takes = takes + 1;
    END;
    CREATE TRIGGER take_row_removed AFTER DELETE ON take_rows BEGIN
      UPDATE shot_counts SET takes = takes - 1 WHERE shot = old.shot AND shelf = old.shelf;
      UPDATE block_counts SET takes = takes - 1 WHERE shelf = old.shelf AND block = old.number / 256;
    END;
    DROP INDEX takes_by_sight;
    """

  /// Gives every take its row.
  static func fillList(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT number, phase, is_hidden, record FROM takes ORDER BY number")
    while let row = try rows.next() {
      // A record that cannot be read keeps its row: the list says so.
      guard let take = try? TakeRecord.take(of: row) else {
        try ListRow(unreadable: row["number"], phase: row["phase"], isHidden: row["is_hidden"]).write(
          db, hasVerdict: false)
        continue
      }
      try ListRow(take).write(db, hasVerdict: false)
    }
  }

  /// `verdict` is `Judgement` by its number, 3 for a take of which there is nothing to judge.
  static let listByVerdict = """
    ALTER TABLE take_rows ADD COLUMN verdict INTEGER NOT NULL DEFAULT 3;
    UPDATE take_rows SET verdict = coalesce((
      SELECT CASE json_extract(record, '$.verdict')
        WHEN 'circled' THEN 0 WHEN 'noGood' THEN 2 ELSE CASE phase WHEN 'saved' THEN 1 ELSE 3 END END
      FROM takes WHERE takes.number = take_rows.number AND json_valid(record)), 3);
    CREATE INDEX take_rows_by_verdict ON take_rows (verdict, age, shelf) WHERE shelf <> 'hidden';
    """
}
