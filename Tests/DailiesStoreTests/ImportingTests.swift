import DailiesCore
import DailiesStore
import Testing
import VideosAPI

struct ImportingTests {
  private let workshop: StoreWorkshop
  private let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  private func imported(_ id: String, _ end: ImportedTake.End? = nil) -> ImportedTake {
    var take = ImportedTake(videoID: id, order: .sample())
    take.end = end
    take.accepted = .second(-1000)
    take.finished = .second(-900)
    return take
  }

  @Test func whatIsNotOverIsWatchedAndTheRestIsHistory() async throws {
    let all = [
      imported("a"), imported("b", .film(file: "/films/b.mp4")), imported("c", .film(file: nil)),
      imported("d", .failed), imported("e", .expired),
    ]
    #expect(try await store.recordImports(all, service: .sample, now: .second(0)) == 5)
    #expect(try await store.watched().map(\.videoID) == ["a"])
    #expect(try await store.unfinished().map(\.videoID) == ["c"])
    let rows = try await store.rows(TakeQuery(range: 0..<10)).rows
    #expect(rows.map(\.phase) == [.gone, .failed, .ready, .saved, .queued])
    #expect(rows[3].filePath == "/films/b.mp4")
    #expect(rows[3].saved == .second(-900))
  }

  @Test func whatNobodyToldOfTheOrderStaysUnknown() async throws {
    var bare = ImportedTake(videoID: "a", order: .sample())
    bare.unknownParts = [.seconds, .size]
    _ = try await store.recordImports([bare, imported("b")], service: .sample, now: .second(0))
    let takes = try await store.watched()
    #expect(takes.map(\.secondsText) == ["?", "8"])
    #expect(takes.map(\.sizeText) == ["?", "1280x720"])
  }

  @Test func whatIsKnownIsLeftAsItIs() async throws {
    let number = try await store.recordAccepted(id: "a")
    #expect(try await store.recordImports([imported("a", .failed)], service: .sample, now: .second(0)) == 0)
    #expect(try await store.take(number)?.phase.isWatched == true)
    #expect(try await store.counts()[.all] == 1)
  }

  @Test func changesOfOneMomentAreMadeTogetherAndInOrder() async throws {
    let first = try await store.recordAccepted(id: "a")
    let second = try await store.recordAccepted(id: "b")
    let answers = [(first, 10), (second, 20), (first, 30)].map { number, percent in
      TakeUpdate(
        number, answer: TakeAnswer(.state, at: .second(1), status: 200, body: "\(percent)")
      ) { take in
        take.percentComplete = percent
        return true
      }
    }
    let gone = TakeUpdate(Take.Number(99)) { _ in true }
    let kept = try await store.change(all: answers + [gone], now: .second(1))
    #expect(kept.takes.mapValues(\.percentComplete) == [first: 30, second: 20])
    #expect(kept.counts[.live] == 2)
    #expect(try await store.answers(of: first).last?.body == "30")
  }
}
