import DailiesCore
import DailiesStore
import Foundation
import GRDB
import Testing
import VideosAPI

/// The store's files as they lay at one step in the life of a take, opened by the next program.
@Suite struct PowerCutTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open(.gone("cut off"))
  }

  /// What a program finds that starts on the files as they are now, after it put right what was left behind.
  private func afterPowerCut(_ number: Take.Number) async throws -> Take? {
    let copy = try workshop.snapshot()
    let next = try copy.open(at: 100)
    defer { next.close() }
    _ = try await next.recover(now: .second(100))
    return try await next.take(number)
  }

  @Test func eachStepOfATakeSurvives() async throws {
    let number = try await store.record()
    var take = try await afterPowerCut(number)
    #expect(take?.phase == .held)
    #expect(take?.heldReason == .interrupted)
    #expect(take?.leavesAt == nil)

    _ = try await store.change(number, now: .second(1)) { $0.startSending(at: .second(1)) }
    take = try await afterPowerCut(number)
    #expect(take?.phase == .unsure)
    #expect(take?.sent == .second(1))

    _ = try await store.change(number, now: .second(2)) {
      $0.createEnded(.accepted(Video(id: "video_1", statusWord: "queued"), cost: nil), at: .second(2))
    }
    take = try await afterPowerCut(number)
    #expect(take?.phase == .queued)
    #expect(take?.videoID == "video_1")

    _ = try await store.change(number, now: .second(3)) {
      $0.receive(Video(id: "other", statusWord: "completed"), at: .second(3)) && $0.startSaving()
    }
    take = try await afterPowerCut(number)
    #expect(take?.phase == .ready)
    #expect(take?.videoID == "video_1")

    _ = try await store.change(number, now: .second(4)) {
      $0.saveEnded(path: "/videos/T001.mp4", bytes: 9, film: nil, at: .second(4))
    }
    #expect(try await afterPowerCut(number)?.phase == .saved)
    #expect(try await afterPowerCut(number) == store.take(number))
  }

  /// A cut in the midst of a commit leaves a journal that holds the old pages; the file itself is half new.
  @Test func aHalfWrittenChangeIsUndone() async throws {
    let prompt = String(repeating: "long ", count: 2_000)
    for _ in 0..<20 { _ = try await store.record(prompt) }
    store.close()
    let raw = try workshop.raw()
    let cut = try await raw.writeWithoutTransaction { [workshop] db in
      try db.execute(sql: "PRAGMA cache_size = 5; PRAGMA cache_spill = 5")
      var copy: StoreWorkshop?
      try db.inTransaction(.immediate) {
        // More pages than the cache holds: they go to the file before the commit.
        try db.execute(sql: "UPDATE takes SET phase = 'saved', record = replace(record, 'long', 'LONG')")
        copy = try workshop.snapshot()
        return .rollback
      }
      return try #require(copy)
    }
    let half = FileManager.default.contents(atPath: cut.path) ?? Data()
    #expect(half.range(of: Data("LONG LONG".utf8)) != nil)
    let next = try cut.open()
    let rows = try next.rowsNow(TakeQuery(range: 0..<100))
    #expect(rows.rows.count == 20)
    #expect(rows.rows.allSatisfy { $0.order.prompt == prompt && $0.phase == .leaving })
    #expect(rows.counts[.live] == 20)
    next.close()
  }
}
