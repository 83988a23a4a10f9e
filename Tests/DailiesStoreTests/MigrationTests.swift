import DailiesCore
import Foundation
import GRDB
import Testing

@testable import DailiesStore

/// Files of every schema there ever was, and of one that is yet to come.
@Suite struct MigrationTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  /// Builds a store from the text that `sqlite3 FILE .dump` made of one with that schema.
  private func build(_ fixture: String) throws -> DatabaseQueue {
    try FileManager.default.createDirectory(atPath: workshop.folder, withIntermediateDirectories: true)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Schemas/\(fixture)")
    let raw = try workshop.raw()
    let text = try String(contentsOf: file, encoding: .utf8)
    try raw.writeWithoutTransaction { db in try db.execute(sql: text) }
    return raw
  }

  @Test func aStoreOfSchema1OpensWithAllThatWasInIt() async throws {
    try build("schema-1.sql").close()
    let store = try workshop.open()
    let rows = try store.rowsNow(TakeQuery(range: 0..<10))
    #expect(rows.rows.map(\.number.value) == [4, 3, 2, 1])
    #expect(rows.rows.map(\.phase) == [.held, .failed, .saved, .running])
    #expect(rows.rows[2].film == Take.FilmFacts(width: 1280, height: 720, seconds: 8.04))
    #expect(rows.rows[2].order.image == .file(path: "/home/me/lantern.png"))
    #expect(rows.rows[1].problem?.kind == .contentRefused)
    #expect(try await store.take(videoID: "video_one")?.number.value == 1)
    #expect(try await store.rows(TakeQuery(search: "灯笼", range: 0..<10)).rows.map(\.number.value) == [1])
    #expect(
      try await store.events(of: Take.Number(2)).map(\.phase) == [
        .leaving, .sending, .running, .ready, .saving, .saved,
      ])
    #expect(try await store.answers(of: Take.Number(1)).map(\.status) == [200])
    #expect(try store.latestDraftNow()?.record.prompt.text == "Slow dolly in，灯笼")
    let drafts = try await store.drafts(DraftQuery(range: 0..<10)).rows
    #expect(drafts.map(\.head) == ["Slow dolly in，灯笼", "an earlier draft"])
    #expect(drafts.map(\.characters) == [16, 16])
    // Of the four takes two are of one prompt; the open draft is left out.
    let history = try await store.history(HistoryQuery(limit: 10)).entries
    #expect(history.contains { $0.text == "an earlier draft" && $0.take == nil })
    #expect(try await store.history(HistoryQuery(search: "笼", limit: 10)).entries.map(\.take) == [Take.Number(1)])
    #expect(try store.rememberedNow("shot", as: ShotSettings.self)?.seconds == 12)
    #expect(try await store.record() == Take.Number(6))
    store.close()
  }

  @Test func takesFromBeforeTheLedgerAreCountedInSeconds() async throws {
    try build("schema-1.sql").close()
    let store = try workshop.open()
    let raw = try workshop.raw()
    let classes = try await raw.read {
      try Row.fetchAll($0, sql: "SELECT number, class, seconds FROM ledger ORDER BY number").map {
        "\($0["number"] as Int) \($0["class"] as String) \($0["seconds"] as Int)"
      }
    }
    #expect(classes == ["1 header 8", "2 unpriced 8", "3 failed 8", "4 unpriced 8"])
    store.close()
  }

  @Test(arguments: [
    (#"{"width":1280,"height":720,"seconds":8.04}"#, 0), (#"{"width":1280,"height":720,"seconds":4.04}"#, 1),
    (#"{"width":720,"height":1280,"seconds":8}"#, 1),
  ])
  func filmsFromBeforeAreHeldAgainstTheirOrders(film: String, count: Int) throws {
    let raw = try build("schema-1.sql")
    try raw.write { db in
      try db.execute(
        sql: "UPDATE takes SET record = json_set(record, '$.film', json(?)) WHERE number = 2", arguments: [film])
    }
    try raw.close()
    let store = try workshop.open()
    #expect(try store.ledgerNow(LedgerQuery(.month)).differingTakes == count)
    #expect(try store.rowsNow(TakeQuery(range: 0..<10)).rows.count { $0.differsFromOrder } == count)
    store.close()
  }

  @Test func aFreshStoreHasTheTablesOfAMigratedOne() throws {
    let migrated = try build("schema-1.sql")
    try workshop.open().close()
    let other = try StoreWorkshop()
    try other.open().close()
    let sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    let fresh = try other.raw().read { try Row.fetchAll($0, sql: sql) }
    #expect(try migrated.read { try Row.fetchAll($0, sql: sql) } == fresh)
    #expect(try migrated.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Schema.known)
  }

  @Test func aStoreOfALaterSchemaIsRefusedAndLeftAsItWas() throws {
    let raw = try build("schema-1.sql")
    try raw.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 99") }
    try raw.close()
    let before = FileManager.default.contents(atPath: workshop.path)
    let error = try #require(throws: StoreError.self) { try workshop.open() }
    #expect(error.code == .newerThanProgram(found: 99, known: Schema.known))
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
  }

  @Test func aStoreWithAnUnknownMigrationIsRefusedAndLeftAsItWas() throws {
    let raw = try build("schema-1.sql")
    try raw.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 something new')") }
    try raw.close()
    let before = FileManager.default.contents(atPath: workshop.path)
    let error = try #require(throws: StoreError.self) { try workshop.open() }
    #expect(error.code == .newerThanProgram(found: 2, known: Schema.known))
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
  }

  @Test func tablesAreNotChangedUnderTheHandsOfAnOlderProgram() throws {
    let raw = try build("schema-1.sql")
    let older = Owner.current()
    try raw.writeWithoutTransaction { db in
      try db.execute(
        sql: "INSERT INTO programs (token, pid, started, place, heartbeat) VALUES (?, ?, ?, ?, 0)",
        arguments: [older.token, older.pid, older.started, older.place])
    }
    let before = FileManager.default.contents(atPath: workshop.path)
    let error = try #require(throws: StoreError.self) { try workshop.open() }
    #expect(error.code == .olderProgramRuns(pid: older.pid))
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
    try raw.writeWithoutTransaction { db in try db.execute(sql: "DELETE FROM programs") }
    try raw.close()
    try workshop.open().close()
  }

  @Test func aRunningProgramTouchesNothingOnceANewerOneHasChangedTheTables() async throws {
    let store = try workshop.open()
    _ = try await store.record()
    let raw = try workshop.raw()
    try await raw.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 99") }
    let before = FileManager.default.contents(atPath: workshop.path)
    let expected = StoreError(.newerThanProgram(found: 99, known: Schema.known), path: workshop.path)
    await #expect(throws: expected) { _ = try await store.record() }
    await #expect(throws: expected) { _ = try await store.renewLease(now: .second(1)) }
    store.close()
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
    try raw.close()
  }

  @Test func verdictsFromBeforeAreFoundByTheLists() async throws {
    let raw = try build("schema-1.sql")
    try await raw.write { db in
      try db.execute(sql: "UPDATE takes SET record = json_set(record, '$.verdict', 'circled') WHERE number = 3")
    }
    try raw.close()
    let store = try workshop.open()
    #expect(try await store.numbers(TakeScope(search: "is:circled")) == [Take.Number(3)])
    #expect(try await store.numbers(TakeScope(search: "is:unrated")) == [Take.Number(2)])
    store.close()
  }
}
