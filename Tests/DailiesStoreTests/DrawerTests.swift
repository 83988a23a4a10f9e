import DailiesCore
import DailiesStore
import GRDB
import Testing

@Suite struct DrawerTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  @discardableResult private func leave(_ text: String, at second: Int64, name: String? = nil) async throws -> DraftID {
    var record = DraftRecord.sample(text)
    record.name = name
    let id = try await store.saveDraft(record, now: .second(second))
    try await store.beginDraft(now: .second(second))
    return id
  }

  private func heads(_ query: DraftQuery) async throws -> [String] { try await store.drafts(query).rows.map(\.head) }

  @Test func rowsTellWhatADraftIs() async throws {
    let id = try await leave("\n  Slow dolly in\non a lantern 👩‍👩‍👧", at: 1, name: "lantern")
    let row = try #require(try await store.drafts(DraftQuery(range: 0..<9)).rows.first)
    #expect(row.id == id)
    #expect(row.name == "lantern")
    #expect(row.head == "Slow dolly in on a lantern 👩‍👩‍👧")
    #expect(row.characters == 31)
    #expect(row.shot.seconds == 8)
    #expect(row.updated == .second(1))
    #expect(row.sent == nil)
    store.close()
  }

  @Test func namesAndWholeTextsAreSearchedInBothLanguages() async throws {
    let long = String(repeating: "far and wide ", count: 50)
    try await leave(long + "the Harbour", at: 1)
    try await leave("黄昏的纸灯笼作坊", at: 2)
    try await leave("an owl", at: 3, name: "Nachtvogel")
    #expect(try await heads(DraftQuery(search: "harbour", range: 0..<9)).count == 1)
    #expect(try await heads(DraftQuery(search: "灯", range: 0..<9)) == ["黄昏的纸灯笼作坊"])
    #expect(try await heads(DraftQuery(search: "NACHT owl", range: 0..<9)) == ["an owl"])
    #expect(try await heads(DraftQuery(search: "owl harbour", range: 0..<9)) == [])
    #expect(try await store.drafts(DraftQuery(search: "a", range: 1..<2)).total == 2)
    store.close()
  }

  @Test func whatIsDeletedIsKeptForThirtyDaysAndComesBack() async throws {
    let id = try await leave("a lantern", at: 1)
    #expect(try await store.changeDraft(.delete(id), now: .second(2)) == id)
    #expect(try await heads(DraftQuery(range: 0..<9)) == [])
    let deleted = try await store.drafts(DraftQuery(view: .deleted, range: 0..<9)).rows
    #expect(deleted.map(\.deleted) == [.second(2)])
    #expect(try await store.changeDraft(.restore(nil), now: .second(3)) == id)
    #expect(try await heads(DraftQuery(range: 0..<9)) == ["a lantern"])
    _ = try await store.changeDraft(.delete(id), now: .second(4))
    store.close()

    let month: Int64 = 30 * 86_400
    let tomorrow = try workshop.open(at: month)
    #expect(try await tomorrow.changeDraft(.restore(id), now: .second(month)) == id)
    _ = try await tomorrow.changeDraft(.delete(id), now: .second(month))
    tomorrow.close()
    let later = try workshop.open(at: 2 * month + 1)
    try await later.signIn()
    #expect(try await later.drafts(DraftQuery(view: .deleted, range: 0..<9)).total == 0)
    #expect(try await later.history(HistoryQuery(limit: 9)).entries.isEmpty)
    later.close()
  }

  @Test func aCopyHasTheWordsAndGoesItsOwnWay() async throws {
    let id = try await leave("a lantern", at: 1, name: "lantern")
    let copy = try #require(try await store.changeDraft(.duplicate(id), now: .second(2)))
    _ = try await store.openDraft(copy, now: .second(3))
    _ = try await store.saveDraft(.sample("a lantern, green"), now: .second(4))
    #expect(try await heads(DraftQuery(range: 0..<9)) == ["a lantern, green", "a lantern"])
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).rows.map(\.name) == ["lantern", "lantern"])
    store.close()
  }

  @Test func aDraftThatAnotherProgramHasOpenIsRenamedForBoth() async throws {
    let id = try await store.saveDraft(.sample("a lantern"), now: .second(1))
    let other = try workshop.open()
    _ = try await other.changeDraft(.rename(id, "lantern"), now: .second(2))
    #expect(try await store.saveDraft(.sample("a lantern!"), now: .second(3)) == id)
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).rows.map(\.name) == ["lantern"])
    try await store.nameOpenDraft(nil)
    #expect(try await store.latestDraft()?.record.name == nil)
    store.close()
    other.close()
  }

  @Test func aDraftThatWasSentSaysWhenAndAsWhat() async throws {
    let id = try await store.saveDraft(.sample("a lantern"), now: .second(1))
    let origin = TakeOrigin(shot: "lantern", draft: id)
    _ = try await store.recordIntents(
      Confirmation([.sample(), .sample()], origin: origin), service: .sample, leavesAt: nil, now: .second(5))
    let row = try #require(try await store.drafts(DraftQuery(range: 0..<9)).rows.first)
    #expect(row.sent == DraftRow.Sent(at: .second(5), take: Take.Number(2)))
    _ = try await store.saveDraft(.sample("a lantern"), now: .second(6))
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).rows.first?.sent != nil)
    _ = try await store.saveDraft(.sample("a lamp"), now: .second(7))
    #expect(try await store.drafts(DraftQuery(range: 0..<9)).rows.first?.sent == nil, "these words were not sent")
    store.close()
  }

  @Test func whatADraftSaidWhenItWasSentIsFoundWhateverItSaysNow() async throws {
    let id = try await store.saveDraft(.sample("{red|blue} kite"), now: .second(1))
    let orders = [Order.sample("red kite"), .sample("blue kite")]
    _ = try await store.recordIntents(
      Confirmation(orders, origin: TakeOrigin(draft: id)), service: .sample, leavesAt: nil, now: .second(5))
    _ = try await store.saveDraft(.sample("a lamp"), now: .second(7))
    let texts = try await store.history(HistoryQuery(search: "kite", limit: 9)).entries.map(\.text)
    #expect(Set(texts) == ["{red|blue} kite", "red kite", "blue kite"])
    store.close()
  }
}
