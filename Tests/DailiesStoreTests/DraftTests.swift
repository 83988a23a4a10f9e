import DailiesCore
import DailiesStore
import GRDB
import Testing

@Suite struct DraftTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  private func texts() async throws -> [String] {
    try await workshop.raw().read { try String.fetchAll($0, sql: "SELECT head FROM drafts ORDER BY id") }
  }

  @Test func aDraftIsThereAtTheNextStart() async throws {
    let store = try workshop.open()
    #expect(try store.latestDraftNow() == nil)
    let id = try await store.saveDraft(.sample("dawn"), now: .second(1))
    #expect(try store.saveDraftNow(.sample("dawn 灯笼 \u{0}"), now: .second(2)) == id)
    store.close()
    let next = try workshop.open()
    #expect(try next.latestDraftNow() == StoredDraft(id: id, record: .sample("dawn 灯笼 \u{0}")))
    #expect(try await next.saveDraft(.sample("dusk"), now: .second(3)) == id)
    #expect(try await next.latestDraft()?.record == .sample("dusk"))
    #expect(try await texts() == ["dusk"])
    next.close()
  }

  @Test func whatIsTypedIsWrittenBesideTheDraftAndComesBackWithItsUndoSteps() async throws {
    func patches() async throws -> [Int] {
      try await workshop.raw().read { try Int.fetchAll($0, sql: "SELECT length(patch) FROM draft_patches") }
    }
    var editor = PromptEditor()
    editor.paste(String(repeating: "黄昏的纸灯笼 at dusk. ", count: 2_000))
    let shot = ShotSettings(model: "m")
    let store = try workshop.open()
    let id = try await store.saveDraft(DraftRecord(prompt: editor.snapshot, shot: shot), now: .second(1))
    #expect(try await patches() == [])
    editor.insert("kite")
    #expect(try await store.saveDraft(DraftRecord(prompt: editor.snapshot, shot: shot), now: .second(2)) == id)
    #expect(try #require(try await patches().first) < 500)
    // A program that was killed now leaves this behind.
    let copy = try workshop.snapshot()
    let killed = try copy.open()
    var again = PromptEditor(try #require(try killed.latestDraftNow()).record.prompt)
    #expect(again.text == editor.text)
    #expect(again.selection == editor.selection)
    again.undo()
    #expect(again.text.hasSuffix("at dusk. "))
    again.undo()
    #expect(again.isEmpty)
    killed.close()
    let row = try #require(try await store.drafts(DraftQuery(range: 0..<1)).rows.first)
    #expect(row.characters == editor.characterCount && row.updated == .second(2))
    try await store.settleDraft()
    #expect(try await patches() == [])
    #expect(try await store.draft(id)?.record.prompt.text == editor.text)
    // Other settings are no words.
    let other = DraftRecord(prompt: editor.snapshot, shot: ShotSettings(model: "n"))
    #expect(try await store.saveDraft(other, now: .second(3)) == id)
    #expect(try await patches() == [])
    store.close()
  }

  @Test func aDraftThatIsLeftStaysAndTheOneChangedLastIsOpenedAtTheStart() async throws {
    let store = try workshop.open()
    _ = try await store.saveDraft(.sample("one"), now: .second(1))
    try await store.beginDraft(now: .second(2))
    _ = try await store.saveDraft(.sample("two"), now: .second(3))
    try await store.beginDraft(now: .second(4))
    _ = try await store.saveDraft(.sample("three"), now: .second(5))
    #expect(try await store.latestDraft()?.record == .sample("three"))
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).rows.map(\.head) == ["three", "two", "one"])
    store.close()
  }

  @Test func twoProgramsThatWriteOneDraftDoNotLoseEachOthersWords() async throws {
    let first = try workshop.open()
    let shared = try await first.saveDraft(.sample("shared"), now: .second(1))
    let second = try workshop.open()
    #expect(try second.latestDraftNow()?.record == .sample("shared"))
    _ = try await first.saveDraft(.sample("of the first"), now: .second(2))
    let own = try await second.saveDraft(.sample("of the second"), now: .second(3))
    #expect(own != shared)
    #expect(try await first.saveDraft(.sample("more of the first"), now: .second(4)) == shared)
    #expect(try await second.saveDraft(.sample("more of the second"), now: .second(5)) == own)
    #expect(try await texts() == ["more of the first", "more of the second"])
    first.close()
    second.close()
  }

  @Test func aDraftThatAnotherProgramDeletesWhileItIsWrittenIsNotLost() async throws {
    let first = try workshop.open()
    let id = try await first.saveDraft(.sample("shared"), now: .second(1))
    let second = try workshop.open()
    _ = try await second.changeDraft(.delete(id), now: .second(2))
    _ = try await first.saveDraft(.sample("shared and more"), now: .second(3))
    #expect(try await first.drafts(DraftQuery(range: 0..<9)).rows.map(\.head) == ["shared and more"])
    #expect(try await first.drafts(DraftQuery(view: .deleted, range: 0..<9)).rows.map(\.head) == ["shared"])
    first.close()
    second.close()
  }

  @Test func aDraftWithoutWordsLeavesNoRowBehind() async throws {
    let store = try workshop.open()
    try await store.beginDraft(now: .second(1))
    _ = try await store.saveDraft(.sample(""), now: .second(2))
    try await store.beginDraft(now: .second(3))
    #expect(try await texts() == [])
    store.close()
  }

  @Test func wordsThatOnlyUndoHasAreKeptAmongTheDeleted() async throws {
    var editor = PromptEditor()
    editor.paste("a lantern")
    editor.setText("")
    let store = try workshop.open()
    let record = DraftRecord(prompt: editor.snapshot, shot: ShotSettings(model: "m"))
    let id = try await store.saveDraft(record, now: .second(2))
    try await store.beginDraft(now: .second(3))
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).total == 0)
    #expect(try await store.drafts(DraftQuery(view: .deleted, range: 0..<9)).rows.map(\.id) == [id])
    let opened = try #require(try await store.openDraft(id, now: .second(4)))
    var again = PromptEditor(opened.record.prompt)
    again.undo()
    #expect(again.text == "a lantern")
    store.close()
  }

  @Test func anOpenedDraftIsWrittenOnAndTheOneBeforeIsLeftAsItWas() async throws {
    let store = try workshop.open()
    let one = try await store.saveDraft(.sample("one"), now: .second(1))
    try await store.beginDraft(now: .second(2))
    let two = try await store.saveDraft(.sample("two"), now: .second(3))
    #expect(try await store.openDraft(one, now: .second(4)) == StoredDraft(id: one, record: .sample("one")))
    // Opened last, it is the one of the next start, though the other was changed last.
    #expect(try await store.latestDraft()?.id == one)
    #expect(try await store.saveDraft(.sample("one more"), now: .second(5)) == one)
    #expect(try await texts() == ["one more", "two"])
    #expect(try await store.openDraft(DraftID(99), now: .second(6)) == nil)
    #expect(try await store.saveDraft(.sample("one more!"), now: .second(7)) == one)
    #expect(two != one)
    store.close()
  }

  @Test func whatCouldNotBeWrittenChangesNotWhereTheNextSaveGoes() async throws {
    let store = try workshop.open()
    let one = try await store.saveDraft(.sample("one"), now: .second(1))
    try await store.beginDraft(now: .second(2))
    let two = try await store.saveDraft(.sample("two"), now: .second(3))
    // A constraint that is checked at the end of the transaction lets the commit fail.
    try await workshop.raw().write { db in
      try db.execute(
        sql: """
          CREATE TABLE refused (id INTEGER REFERENCES takes (number) DEFERRABLE INITIALLY DEFERRED);
          CREATE TRIGGER refuse AFTER UPDATE OF opened ON drafts BEGIN INSERT INTO refused VALUES (999); END
          """)
    }
    await #expect(throws: StoreError.self) { try await store.openDraft(one, now: .second(4)) }
    #expect(try await store.saveDraft(.sample("more of two"), now: .second(5)) == two)
    #expect(try await texts() == ["one", "more of two"])
    store.close()
  }
}
