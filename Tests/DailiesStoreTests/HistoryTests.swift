import DailiesCore
import TestSupport
import Testing

@testable import DailiesStore

@Suite struct HistoryTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  private func leave(_ text: String, at second: Int64) async throws {
    _ = try await store.saveDraft(.sample(text), now: .second(second))
    try await store.beginDraft(now: .second(second))
  }

  private func found(_ search: String, limit: Int = 50) async throws -> [String] {
    try await store.history(HistoryQuery(search: search, limit: limit)).entries.map(\.text)
  }

  @Test func everythingWrittenOrSentIsFoundOnceAndTheNewestFirst() async throws {
    try await leave("a lantern", at: 1)
    _ = try await store.record("an owl", at: 2)
    _ = try await store.record("a lantern", at: 3)
    _ = try await store.record("an owl", at: 4)
    try await leave("a kite", at: 5)
    let entries = try await store.history(HistoryQuery(limit: 9)).entries
    #expect(entries.map(\.text) == ["a kite", "an owl", "a lantern"])
    #expect(entries.map(\.take) == [nil, Take.Number(3), Take.Number(2)])
    #expect(try await found("", limit: 2) == ["a kite", "an owl"])
    store.close()
  }

  @Test func deletedDraftsAreFoundAndTheOpenOneIsNot() async throws {
    try await leave("thrown away", at: 1)
    let id = try #require(try await store.drafts(DraftQuery(range: 0..<1)).rows.first?.id)
    _ = try await store.changeDraft(.delete(id), now: .second(2))
    _ = try await store.saveDraft(.sample("being written"), now: .second(3))
    #expect(try await found("") == ["thrown away"])
    store.close()
  }

  @Test func aDraftIsFoundByWhatItSaysNow() async throws {
    _ = try await store.saveDraft(.sample("a lantern"), now: .second(1))
    try await leave("a lamp", at: 2)
    #expect(try await found("lantern") == [])
    #expect(try await found("lamp") == ["a lamp"])
    store.close()
  }

  @Test func textsAreFoldedTheSameWithAndWithoutAccentsInThem() {
    let ranges =
      [0...0x300, 0x2000...0x3200, 0x3FF0...0x4010, 0x9FF0...0xA010, 0xFE00...0xFF70, 0x1F000...0x1FB10]
      as [ClosedRange<UInt32>]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      // What only the slow way can fold comes with it.
      let text = "A\(scalar)灯Z\0"
      let slowly = (text + "E\u{301}").foldedForSearch
      #expect((text.foldedForSearch + "é").utf8.elementsEqual(slowly.utf8))
    }
  }

  @Test func wordsThatAreStillBeingTypedAreFoundOnceTheTypingRestsOrTheProgramWasKilled() async throws {
    let other = try workshop.open()
    func found(_ search: String) async throws -> [String] {
      try await other.history(HistoryQuery(search: search, limit: 9)).entries.map(\.text)
    }
    _ = try await store.saveDraft(.sample("a lantern"), now: .second(1))
    _ = try await store.saveDraft(.sample("a lantern, a kite"), now: .second(2))
    #expect(try await found("kite") == [])
    try await store.settleDraft()
    #expect(try await found("kite") == ["a lantern, a kite"])
    _ = try await store.saveDraft(.sample("a lantern, an owl"), now: .second(3))
    #expect(try await found("owl") == [])
    // The first thing that another program writes.
    try await other.signIn()
    #expect(try await found("owl") == ["a lantern, an owl"])
    other.close()
    store.close()
  }

  @Test(arguments: [
    ("灯", true), ("灯笼", true), ("纸灯笼", true), ("笼灯", false), ("LANTERN", true), ("dusk lantern", true),
    ("lantern dawn", false), ("é", true), ("E\u{301}", true), ("👩‍👩‍👧", true), ("n at d", true), ("%", false), ("\"", true),
  ])
  func wordsAreFoundWhateverTheirScriptAndLength(search: String, isThere: Bool) async throws {
    try await leave("A Lantern at dusk, 黄昏的纸灯笼, café \"au lait\" 👩‍👩‍👧", at: 1)
    try await leave("nothing of the kind", at: 2)
    #expect(try await found(search).count == (isThere ? 1 : 0))
    store.close()
  }

  @Test func aSearchFindsWhatASimpleScanFinds() async throws {
    var random = SeededGenerator(seed: 7)
    let letters = Array("abcde 灯笼黄昏的é,")
    func text(_ length: ClosedRange<Int>) -> String {
      String((0..<Int.random(in: length, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    }
    var all: [String] = []
    for second in 0..<200 {
      let text = text(1...40)
      guard text.contains(where: { !$0.isWhitespace }), !all.contains(text) else { continue }
      all.insert(text, at: 0)
      _ = try await store.record(text, at: Int64(second))
    }
    for _ in 0..<200 {
      let search = text(1...3)
      let words = search.foldedForSearch.split(separator: " ")
      let expected = all.filter { text in words.allSatisfy { text.foldedForSearch.contains($0) } }
      #expect(try await found(search, limit: 1000) == expected, "\(search)")
    }
    store.close()
  }
}
