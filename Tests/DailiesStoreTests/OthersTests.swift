import DailiesCore
import DailiesStore
import Testing
import VideosAPI

/// What a program sees of the writes of others.
@Suite struct OthersTests {
  private let workshop: StoreWorkshop
  private let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  @Test func onlyTheWritesOfOthersAreForeign() async throws {
    let other = try workshop.open()
    let start = try await store.writeMark()
    _ = try await store.record()
    let own = try await store.writeMark()
    #expect(own.foreign == start.foreign)
    #expect(own.token != start.token)
    _ = try await other.record()
    let theirs = try await store.writeMark()
    #expect(theirs.foreign != own.foreign)
    #expect(try await store.changes(since: own.token).takes.map(\.number) == [Take.Number(2)])
    other.close()
    store.close()
  }

  @Test func aLiveTakeThatAnotherProgramHasWrittenIsReadAnew() async throws {
    let number = try await store.recordAccepted("a lantern", id: "video_1")
    let running = Video(id: "video_1", statusWord: "in_progress", progress: 10)
    #expect(try await store.change(number, now: .second(2)) { $0.receive(running, at: .second(2)) } != nil)
    let other = try workshop.open()
    _ = try await other.change(number, now: .second(3)) { take in
      take.comment = "theirs"
      return true
    }
    let further = Video(id: "video_1", statusWord: "in_progress", progress: 20)
    let take = try await store.change(number, now: .second(4)) { $0.receive(further, at: .second(4)) }
    #expect(take?.comment == "theirs")
    #expect(take?.percentComplete == 20)
    #expect(try await other.take(number) == take)
    other.close()
    store.close()
  }

  @Test func aDraftThatIsNamedIsSeenWhereverItIsNamed() async throws {
    let id = try await store.saveDraft(.sample("a lantern"), now: .second(1))
    let other = try workshop.open()
    let first = try await other.draftsMark()
    _ = try await store.changeDraft(.rename(id, "lantern"), now: .second(2))
    let second = try await other.draftsMark()
    #expect(second != first)
    try await store.nameOpenDraft("owl")
    #expect(try await other.draftsMark() != second)
    // In the drawer it stays where it was.
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).rows.map(\.updated) == [.second(1)])
    other.close()
    store.close()
  }
}
