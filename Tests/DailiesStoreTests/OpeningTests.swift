import DailiesCore
import DailiesStore
import Foundation
import GRDB
import Testing

@Suite struct OpeningTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  @Test func aNewStoreIsReadableByItsOwnerAlone() async throws {
    let store = try workshop.open()
    _ = try await store.record()
    #expect(try workshop.mode(of: workshop.folder) == 0o700)
    #expect(try workshop.mode(of: (workshop.folder as NSString).deletingLastPathComponent) == 0o700)
    #expect(try workshop.mode(of: workshop.path) == 0o600)
    #expect(try workshop.mode(of: workshop.path + "-journal") == 0o600)
    store.close()
  }

  @Test func aStoreIsWrittenThroughARollbackJournalWithFullSync() async throws {
    let store = try workshop.open()
    _ = try await store.record()
    // PERSIST leaves a journal behind whose head says nothing; DELETE would leave none, TRUNCATE an empty one, WAL another file.
    let journal = try #require(FileManager.default.contents(atPath: workshop.path + "-journal"))
    #expect(journal.count > 28)
    #expect(journal.prefix(28).allSatisfy { $0 == 0 })
    #expect(!FileManager.default.fileExists(atPath: workshop.path + "-wal"))
    store.close()
  }

  /// Programs before this one empty the journal each time.
  @Test func twoWaysToKeepTheJournalGoTogether() async throws {
    let store = try workshop.open()
    let older = try workshop.raw()
    try await older.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = TRUNCATE") }
    for turn in 1...5 {
      _ = try store.saveDraftNow(.sample(String(repeating: "\(turn) ", count: 5_000 * turn)), now: .second(Int64(turn)))
      try await older.write { try $0.execute(sql: "UPDATE drafts SET opened = ?", arguments: [turn]) }
      #expect(try await older.read { try Int.fetchOne($0, sql: "SELECT opened FROM drafts") } == turn)
    }
    #expect(try store.latestDraftNow()?.record.prompt.text.hasPrefix("5 5 ") == true)
    #expect(try await older.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    store.close()
  }

  @Test func aLargeChangeLeavesNoLargeJournal() async throws {
    let store = try workshop.open()
    _ = try store.saveDraftNow(.sample(String(repeating: "lantern ", count: 400_000)), now: .second(1))
    _ = try store.saveDraftNow(.sample(String(repeating: "workshop ", count: 400_000)), now: .second(2))
    let journal = try FileManager.default.attributesOfItem(atPath: workshop.path + "-journal")
    #expect(try #require(journal[.size] as? Int) <= 1 << 20)
    store.close()
  }

  @Test func whatWasWrittenIsThereAfterClosingAndOpening() async throws {
    let first = try workshop.open()
    let number = try await first.record("灯笼作坊，黄昏")
    first.close()
    let second = try workshop.open()
    #expect(try await second.take(number)?.order.prompt == "灯笼作坊，黄昏")
    second.close()
  }

  @Test func aClosedStoreSaysSo() async throws {
    let store = try workshop.open()
    store.close()
    await #expect(throws: StoreError(.closed, path: workshop.path)) {
      _ = try await store.counts()
    }
  }

  @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAsItWas() throws {
    try FileManager.default.createDirectory(atPath: workshop.folder, withIntermediateDirectories: true)
    let text = Data(String(repeating: "these are notes, not a store\n", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: workshop.path))
    let error = try #require(throws: StoreError.self) { try workshop.open() }
    #expect(error.code == .damaged)
    #expect(error.path == workshop.path)
    #expect(FileManager.default.contents(atPath: workshop.path) == text)
  }

  @Test func aDatabaseOfAnotherProgramIsRefusedAndLeftAsItWas() throws {
    try FileManager.default.createDirectory(atPath: workshop.folder, withIntermediateDirectories: true)
    let other = try workshop.raw()
    try other.write { db in try db.execute(sql: "CREATE TABLE recipes (name TEXT)") }
    try other.close()
    let before = FileManager.default.contents(atPath: workshop.path)
    #expect(try #require(throws: StoreError.self) { try workshop.open() }.code == .damaged)
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
  }

  @Test func aCutOffFirstStartIsFinishedByTheNext() throws {
    try FileManager.default.createDirectory(atPath: workshop.folder, withIntermediateDirectories: true)
    let cut = try workshop.raw()
    try cut.write { db in try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
    try cut.close()
    try workshop.open().close()
  }

  @Test func aFileWhoseFirstPagesAreDamagedIsRefused() async throws {
    let store = try workshop.open()
    for _ in 0..<20 { _ = try await store.record() }
    store.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: workshop.path))
    try file.seek(toOffset: 100)
    try file.write(contentsOf: Data(repeating: 0xAA, count: 12_000))
    try file.close()
    let error = try #require(throws: StoreError.self) { try workshop.open() }
    #expect(error.code == .damaged)
  }

  @Test func aTakeWhoseRecordCannotBeReadIsNamed() async throws {
    let store = try workshop.open()
    let number = try await store.record()
    store.close()
    let raw = try workshop.raw()
    try await raw.write { db in try db.execute(sql: "UPDATE takes SET record = '{}'") }
    try raw.close()
    let again = try workshop.open()
    let error = try #require(throws: StoreError.self) { try again.rowsNow(TakeQuery(range: 0..<10)) }
    #expect(error.code == .damaged)
    #expect(error.cause.contains("take \(number.value) "))
    again.close()
  }

  @Test func aStoreThatCannotBeWrittenIsRefused() throws {
    try workshop.open().close()
    let manager = FileManager.default
    for parent in [workshop.folder, (workshop.folder as NSString).deletingLastPathComponent] {
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: parent)
    }
    let top = ((workshop.folder as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: top)
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: workshop.path)
    let before = manager.contents(atPath: workshop.path)
    let outcome = withoutPrivileges { Result { try workshop.open() } }
    #expect(throws: StoreError.self) { try outcome.get() }
    if case .failure(let error as StoreError) = outcome { #expect(error.code == .readOnly) }
    #expect(manager.contents(atPath: workshop.path) == before)
    for parent in [(workshop.folder as NSString).deletingLastPathComponent, workshop.folder] {
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: parent)
    }
  }

  @Test func whoOnlyReadsWritesNothing() async throws {
    try workshop.open().close()
    let before = FileManager.default.contents(atPath: workshop.path)
    let reader = try workshop.open()
    #expect(try reader.rowsNow(TakeQuery(range: 0..<10)).total == 0)
    let raw = try workshop.raw()
    let programs = "SELECT count(*) FROM programs"
    #expect(try await raw.read { try Int.fetchOne($0, sql: programs) } == 0)
    reader.close()
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
    let writer = try workshop.open()
    _ = try await writer.record()
    #expect(try await raw.read { try Int.fetchOne($0, sql: programs) } == 1)
    writer.close()
    #expect(try await raw.read { try Int.fetchOne($0, sql: programs) } == 0)
  }

  @Test func aFolderThatCannotBeMadeIsRefused() throws {
    let error = try #require(throws: StoreError.self) {
      try Store.open(folder: "/proc/no/such/place", now: .second(0))
    }
    #expect(error.code == .cannotOpen)
    #expect(error.path == "/proc/no/such/place/dailies.sqlite")
  }

  @Test func programsThatStartAtOnceAllFindTheirTables() async throws {
    let workshop = workshop
    let numbers = try await withThrowingTaskGroup(of: Take.Number.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let store = try workshop.open()
          defer { store.close() }
          return try await store.record()
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(numbers == Set((1...8).map { Take.Number($0) }))
  }

  @Test func anUncleanEndIsFollowedByOneCheckAndACleanOneByNone() async throws {
    let crashed = try workshop.open(.gone("crashed"))
    _ = try await crashed.record()
    let next = try workshop.open()
    try await next.signIn()
    let checkIsDue = "SELECT count(*) FROM memory WHERE key = 'store.checkWanted'"
    let raw = try workshop.raw()
    #expect(try await raw.read { try Int.fetchOne($0, sql: checkIsDue) } == 1)
    #expect(try await next.checkAfterUncleanEnd() == [])
    #expect(try await raw.read { try Int.fetchOne($0, sql: checkIsDue) } == 0)
    next.close()
    let last = try workshop.open()
    try await last.signIn()
    #expect(try await raw.read { try Int.fetchOne($0, sql: checkIsDue) } == 0)
    last.close()
    crashed.close()
  }

  @Test func theCheckAfterAnUncleanEndFindsDamageAndStaysDue() async throws {
    let crashed = try workshop.open(.gone("crashed"))
    for _ in 0..<50 { _ = try await crashed.record() }
    crashed.close()
    let raw = try workshop.raw()
    try await raw.write { db in
      try db.execute(sql: "INSERT INTO programs VALUES ('crashed', \(Int32.max), 'x', '', 0)")
    }
    let page = try await raw.read { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'take_events_by_take'")
    }
    try raw.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: workshop.path))
    try file.seek(toOffset: UInt64(try #require(page) - 1) * 4096 + 2000)
    try file.write(contentsOf: Data(repeating: 0xAA, count: 2000))
    try file.close()
    let next = try workshop.open()
    for _ in 0..<2 { #expect(try await !next.checkAfterUncleanEnd().isEmpty) }
    next.close()
  }
}

/// Runs `body` as a person who may not write everywhere: root's file rights are given up for the thread that runs it.
///
/// Source: setfsuid(2); it is looked up by name because Swift's Glibc module does not list it.
private func withoutPrivileges<Value>(_ body: () throws -> Value) rethrows -> Value {
  guard geteuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
  typealias SetUser = @convention(c) (UInt32) -> Int32
  let setUser = unsafeBitCast(symbol, to: SetUser.self)
  _ = setUser(65_534)
  defer { _ = setUser(0) }
  return try body()
}
