import DailiesCore
import DailiesStore
import Testing

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
