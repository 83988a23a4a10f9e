import DailiesCore
import GRDB
import Synchronization
import Testing
import VideosAPI

@testable import DailiesStore

@Suite struct TimesTests {
  private let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  /// Records a take and lets it finish; it was last seen at work five seconds before.
  private func finish(_ store: Store, sent: Int64, after seconds: Int64, unseen: Int64 = 5) async throws -> Take.Number
  {
    let number = try await store.recordAccepted(id: "video_\(sent)", at: sent)
    let end = sent + seconds
    _ = try await store.change(number, now: .second(end)) {
      $0.receive(Video(id: "v", statusWord: "completed"), at: .second(end), unfinishedAt: .second(end - unseen))
    }
    return number
  }

  @Test func howLongATakeTookIsKeptWithIt() async throws {
    let store = try workshop.open()
    #expect(try store.timesNow().isEmpty)
    let number = try await finish(store, sent: 0, after: 120)
    let order = Order.sample()
    let kind = TakeKind(
      baseURL: Take.Service.sample.baseURL, model: order.model, size: order.size, seconds: order.seconds)
    let expected = TakeTime(number: number, kind: kind, took: .seconds(120), finished: .second(120))
    #expect(try await store.times() == [expected])
    _ = try await store.change(number, now: .second(130)) { $0.startSaving() }
    _ = try await store.change(number, now: .second(131)) {
      $0.saveEnded(path: "/films/T001.mp4", bytes: 9, film: nil, at: .second(131))
    }
    #expect(try await store.times() == [expected])
    store.close()
    let again = try workshop.open()
    #expect(try again.timesNow() == [expected])
    again.close()
  }

  @Test func aTakeThatFinishedWhileNobodyLookedIsNotKept() async throws {
    let store = try workshop.open()
    _ = try await finish(store, sent: 0, after: 40_000, unseen: 39_000)
    #expect(try store.timesNow().isEmpty)
    store.close()
  }

  @Test func ofEveryKindOnlyTheLatestAreKept() async throws {
    let store = try workshop.open()
    var numbers: [Take.Number] = []
    for index in 0..<Int64(TakeTimes.mostOfAKind + 5) {
      numbers.append(try await finish(store, sent: index * 200, after: 100 + index))
    }
    let kept = try await store.times().map(\.number).sorted()
    #expect(kept == Array(numbers.suffix(TakeTimes.mostOfAKind)))
    store.close()
  }

  @Test func readingThemCostsTheSameWithALongHistory() async throws {
    let store = try workshop.open()
    let number = try await finish(store, sent: 0, after: 100)
    let statements = Statements()
    let times = try await store.read { db in
      db.trace(options: .statement) { statements.add($0.description) }
      defer { db.trace(options: []) }
      return try Store.times(db)
    }
    #expect(times.map(\.number) == [number])
    let plans = try await store.read { db in
      try statements.all.flatMap { sql in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
      }
    }
    #expect(plans == ["SCAN times"], "no other table is touched")
    store.close()
  }
}

/// What SQLite was asked.
private final class Statements: Sendable {
  private let texts = Mutex<[String]>([])

  var all: [String] { texts.withLock { $0 } }

  func add(_ text: String) { texts.withLock { $0.append(text) } }
}
