import DailiesCore
import GRDB

/// The tables of the store, how an older file becomes a present one, and which files are not touched.
///
/// A change of the tables, or of what a stored record must hold, is a new migration at the end of `migrations`; those
/// that have been released are never edited. The schema's number is how many migrations were applied; it also stands
/// in the file's `user_version`, where programs that know nothing of GRDB find it.
enum Schema {
  /// "Dail" in ASCII: marks the file as a store of this program (`PRAGMA application_id`).
  static let applicationID = 0x4461_696c

  /// What each schema adds to the one before, oldest first; the first one is schema 1.
  private static let migrations: [Migration] = [
    Migration("1 takes, drafts, programs", firstTables + "PRAGMA application_id = \(applicationID);"),
    Migration("2 ledger", ledgerTables),
    Migration("3 any number of drafts, history", draftTables, then: fillDrafts),
    Migration("4 lessons", lessons),
    Migration("5 search by pairs of characters", searchTables, then: fillSearch),
    Migration("6 tags, checks", tagsAndChecks, then: fillTags),
    Migration("7 list", listTables, then: fillList),
    Migration("8 times", times),
    Migration("9 ordered against delivered", differing),
    Migration("10 verdicts, descent", choosingTables),
    Migration("11 lists by verdict", listByVerdict),
    Migration("12 patches of drafts", draftPatches),
  ]

  private struct Migration: Sendable {
    var name: String
    var sql: String
    /// What SQL cannot do; in the same transaction, after it.
    var then: (@Sendable (Database) throws -> Void)?

    init(_ name: String, _ sql: String, then: (@Sendable (Database) throws -> Void)? = nil) {
      self.name = name
      self.sql = sql
      self.then = then
    }
  }

  static var known: Int { migrations.count }

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    for (index, migration) in migrations.enumerated() {
      migrator.registerMigration(migration.name) { db in
        try db.execute(sql: migration.sql)
        try migration.then?(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }()

  /// Refuses a file that is newer than this program or none of ours. Writes nothing.
  static func check(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let applied = try migrator.appliedIdentifiers(db)
    let isNewer = applied.contains { !migrator.migrations.contains($0) }
    if version > known || isNewer {
      throw Refusal(code: .newerThanProgram(found: max(version, applied.count), known: known))
    }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // A start that was cut off may have left GRDB's own table and nothing else.
    if mark != applicationID, tables > 0, try !applied.isEmpty || !db.tableExists("grdb_migrations") {
      throw Refusal(code: .damaged, cause: "it is not a store of this program")
    }
  }

  /// Refuses a file whose tables a newer program has changed meanwhile.
  static func checkVersion(_ db: Database) throws {
    let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
    if version > known { throw Refusal(code: .newerThanProgram(found: version, known: known)) }
  }

  /// Refuses to change the tables under the hands of older programs that have the file open. Writes nothing.
  static func checkOthers(_ owner: Owner, now: Timestamp, _ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version > 0, version < known, let other = try Programs.other(than: owner, now: now, db) else { return }
    throw Refusal(code: .olderProgramRuns(pid: other.pid))
  }

  private static let firstTables = """
    -- Times are milliseconds since 1970. `record` is the take, as JSON; the other columns repeat what is asked about.
    CREATE TABLE takes (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      phase TEXT NOT NULL,
      is_hidden INTEGER NOT NULL,
      is_shown INTEGER NOT NULL AS (is_hidden = 0 AND phase <> 'dropped') VIRTUAL,
      video_id TEXT,
      profile TEXT NOT NULL,
      base_url TEXT NOT NULL,
      recorded INTEGER NOT NULL,
      owner TEXT,
      revision INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX takes_by_sight ON takes (is_shown);
    CREATE INDEX takes_by_phase ON takes (is_shown, phase);
    CREATE INDEX takes_by_video ON takes (video_id) WHERE video_id IS NOT NULL;
    CREATE INDEX takes_by_owner ON takes (owner) WHERE owner IS NOT NULL;
    CREATE INDEX takes_by_revision ON takes (revision);

    -- What a search looks through, folded. Apart from the takes, so that a search reads nothing else.
    CREATE TABLE take_texts (
      number INTEGER PRIMARY KEY REFERENCES takes,
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE counts (
      phase TEXT NOT NULL,
      is_hidden INTEGER NOT NULL,
      takes INTEGER NOT NULL,
      PRIMARY KEY (phase, is_hidden)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER take_added AFTER INSERT ON takes BEGIN
      INSERT INTO counts VALUES (new.phase, new.is_hidden, 1)
        ON CONFLICT DO UPDATE SET takes = takes + 1;
    END;
    CREATE TRIGGER take_moved AFTER UPDATE OF phase, is_hidden ON takes
    WHEN old.phase <> new.phase OR old.is_hidden <> new.is_hidden BEGIN
      UPDATE counts SET takes = takes - 1 WHERE phase = old.phase AND is_hidden = old.is_hidden;
      INSERT INTO counts VALUES (new.phase, new.is_hidden, 1)
        ON CONFLICT DO UPDATE SET takes = takes + 1;
    END;
    CREATE TRIGGER take_removed AFTER DELETE ON takes BEGIN
      UPDATE counts SET takes = takes - 1 WHERE phase = old.phase AND is_hidden = old.is_hidden;
    END;

    CREATE TABLE take_events (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL REFERENCES takes,
      at INTEGER NOT NULL,
      phase TEXT NOT NULL,
      problem TEXT
    ) STRICT;
    CREATE INDEX take_events_by_take ON take_events (number);

    -- What servers said, as it came: every answer to a create, the last one to a state query and to a download.
    CREATE TABLE answers (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL REFERENCES takes,
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      status INTEGER,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX answers_by_take ON answers (number, kind);

    CREATE TABLE files (
      number INTEGER NOT NULL REFERENCES takes,
      path TEXT NOT NULL,
      bytes INTEGER,
      at INTEGER NOT NULL,
      PRIMARY KEY (number, path)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE drafts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      begun INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      ended INTEGER,
      revision INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX drafts_by_update ON drafts (updated) WHERE ended IS NULL;

    -- A row stands while its program has the store open; one that stays behind tells of an unclean end.
    CREATE TABLE programs (
      token TEXT PRIMARY KEY,
      pid INTEGER NOT NULL,
      started TEXT NOT NULL,
      place TEXT NOT NULL,
      heartbeat INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lease (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      owner TEXT,
      heartbeat INTEGER NOT NULL,
      generation INTEGER NOT NULL
    ) STRICT;
    INSERT INTO lease VALUES (1, NULL, 0, 0);

    CREATE TABLE memory (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
