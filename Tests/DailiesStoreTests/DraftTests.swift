import DailiesCore
import DailiesStore
import GRDB
import Testing

@Suite struct DraftTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  @Test func aDraftIsThereAtTheNextStart() async throws {
    let store = try workshop.open()
    #expect(try store.latestDraftNow() == nil)
    try await store.saveDraft(.sample("dawn"), now: .second(1))
    try store.saveDraftNow(.sample("dawn 灯笼 \u{0}"), now: .second(2))
    store.close()
    let next = try workshop.open()
    #expect(try next.latestDraftNow() == .sample("dawn 灯笼 \u{0}"))
    try await next.saveDraft(.sample("dusk"), now: .second(3))
    #expect(try await next.latestDraft() == .sample("dusk"))
    let raw = try workshop.raw()
    #expect(try await raw.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM drafts") } == 1)
    next.close()
  }

  @Test func aDraftThatWasSentStaysInTheFileAndIsNotOpenedAgain() async throws {
    let store = try workshop.open()
    try await store.saveDraft(.sample("one"), now: .second(1))
    try await store.beginDraft(now: .second(2))
    #expect(try await store.latestDraft() == nil)
    try await store.saveDraft(.sample("two"), now: .second(3))
    try await store.beginDraft(now: .second(4))
    try await store.saveDraft(.sample("three"), now: .second(5))
    #expect(try await store.latestDraft() == .sample("three"))
    #expect(try await store.endedDrafts(limit: 10) == [.sample("two"), .sample("one")])
    store.close()
  }

  @Test func twoProgramsThatWriteOneDraftDoNotLoseEachOthersWords() async throws {
    let first = try workshop.open()
    try await first.saveDraft(.sample("shared"), now: .second(1))
    let second = try workshop.open()
    #expect(try second.latestDraftNow() == .sample("shared"))
    try await first.saveDraft(.sample("of the first"), now: .second(2))
    try await second.saveDraft(.sample("of the second"), now: .second(3))
    try await first.saveDraft(.sample("more of the first"), now: .second(4))
    try await second.saveDraft(.sample("more of the second"), now: .second(5))
    let raw = try workshop.raw()
    let texts = try await raw.read { try String.fetchAll($0, sql: "SELECT record FROM drafts ORDER BY id") }
    #expect(texts.count == 2)
    #expect(texts.first?.contains("more of the first") == true)
    #expect(texts.last?.contains("more of the second") == true)
    first.close()
    second.close()
  }

  @Test func aDraftThatAnotherProgramGoesOnWritingIsNotEnded() async throws {
    let first = try workshop.open()
    try await first.saveDraft(.sample("shared"), now: .second(1))
    let second = try workshop.open()
    _ = try second.latestDraftNow()
    try await first.saveDraft(.sample("still being written"), now: .second(2))
    try await second.beginDraft(now: .second(3))
    #expect(try await second.latestDraft() == .sample("still being written"))
    first.close()
    second.close()
  }

  @Test func aDraftWithoutOneToEndIsBegunAtTheNextSave() async throws {
    let store = try workshop.open()
    try await store.beginDraft(now: .second(1))
    try await store.saveDraft(.sample("first words"), now: .second(2))
    #expect(try await store.latestDraft() == .sample("first words"))
    #expect(try await store.endedDrafts(limit: 10).isEmpty)
    store.close()
  }
}
