import DailiesCore
import DailiesStore
import GRDB
import TestSupport
import Testing
import VideosAPI

@Suite struct ListTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  @Test func rowsComeNewestFirstAndOnlyThoseAskedFor() async throws {
    _ = try await store.recordIntents(
      Confirmation((1...30).map { .sample("prompt \($0)") }), service: .sample, leavesAt: .second(0), now: .second(0))
    let rows = try await store.rows(TakeQuery(range: 5..<8))
    #expect(rows.rows.map(\.number.value) == [25, 24, 23])
    #expect(rows.total == 30)
    #expect(rows.counts[.live] == 30)
    #expect(try store.rowsNow(TakeQuery(range: 5..<8)) == rows)
    #expect(try await store.rows(TakeQuery(range: 28..<40)).rows.map(\.number.value) == [2, 1])
    #expect(try await store.rows(TakeQuery(range: 0..<0)).rows.isEmpty)
  }

  @Test(arguments: [
    ("PAPER", [1]), ("paper", [1]), ("灯笼", [2]), ("黄昏", [2]), ("笼作", [2]), ("t002", [2]), ("002", [2]),
    ("VIDEO_BGL", [3]), ("ribbon.MP4", [3]), ("CROWD", [4]), ("100%", [5]), ("under_score", [5]), ("ÉCLAIR", [5]),
    ("e\u{301}clair", [5]), ("_", [5, 3]), ("%", [5]), ("", [5, 4, 3, 2, 1]), ("nowhere", []), ("\"\\", [4]),
  ])
  func aSearchFindsAPartOfPromptNumberIdFileOrError(text: String, found: [Int]) async throws {
    _ = try await store.record("A Paper boat")
    _ = try await store.record("灯笼作坊，黄昏")
    let saved = try await store.recordAccepted("macro", id: "video_bGlZWxs")
    _ = try await store.change(saved, now: .second(1)) { take in
      take.phase = .saving
      return take.saveEnded(path: "/my videos/T003-Ribbon.mp4", bytes: 5, film: nil, at: .second(1))
    }
    let failed = try await store.record("gate \"\\")
    _ = try await store.change(failed, now: .second(1)) { $0.startSending(at: .second(1)) }
    _ = try await store.change(failed, now: .second(1)) {
      $0.createEnded(.refused(Problem(.contentRefused, detail: "a crowd is not allowed")), at: .second(1))
    }
    _ = try await store.record("éclair 100% under_score")
    let rows = try await store.rows(TakeQuery(search: text, range: 0..<10))
    #expect(rows.rows.map(\.number.value) == found)
    #expect(rows.total == found.count)
  }

  @Test func aSearchThatEndsInTheMiddleOfTheListCountsEverything() async throws {
    _ = try await store.recordIntents(
      Confirmation((1...30).map { .sample("\($0 % 2 == 0 ? "boat" : "gate")") }), service: .sample,
      leavesAt: .second(0),
      now: .second(0))
    let rows = try await store.rows(TakeQuery(view: .live, search: "boat", range: 2..<4))
    #expect(rows.rows.map(\.number.value) == [26, 24])
    #expect(rows.total == 15)
  }

  /// Moves takes about at random and compares what the store says with what a plain look at all takes says.
  @Test(arguments: [1, 2, 3]) func viewsAndCountsEqualAFullRecountAfterManyChanges(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var takes: [Take.Number: Take] = [:]
    for step in 0..<500 {
      if takes.isEmpty || Int.random(in: 0..<5, using: &random) == 0 {
        let new = try await store.recordIntents(
          [.sample("step \(step)")], service: .sample, leavesAt: .second(0), now: .second(0))
        takes[new[0].number] = new[0]
      } else {
        let number = Take.Number(Int.random(in: 1...takes.count, using: &random))
        let phase = TakePhase.allCases.randomElement(using: &random) ?? .held
        let isHidden = Int.random(in: 0..<4, using: &random) == 0
        takes[number] = try await store.change(number, now: .second(1)) { take in
          take.phase = phase
          take.isHidden = isHidden
          return true
        }
      }
    }
    for view in TakeView.allCases {
      let expected = takes.values.filter(view.contains).map(\.number).sorted(by: >)
      let rows = try await store.rows(TakeQuery(view: view, range: 0..<1000))
      #expect(rows.rows.map(\.number) == expected, "\(view)")
      #expect(rows.total == expected.count, "\(view)")
      #expect(rows.counts[view] == expected.count, "\(view)")
    }
    let raw = try workshop.raw()
    let kept = try raw.read { db in
      try Row.fetchAll(db, sql: "SELECT phase, is_hidden, takes FROM counts WHERE takes <> 0 ORDER BY 1, 2")
    }
    let counted = try raw.read { db in
      try Row.fetchAll(
        db, sql: "SELECT phase, is_hidden, count(*) AS takes FROM takes GROUP BY phase, is_hidden ORDER BY 1, 2")
    }
    #expect(kept == counted)
  }

  @Test func whatOtherProgramsChangedIsToldOnce() async throws {
    let other = try workshop.open()
    let old = try await store.record("old")
    let start = try await store.changes(since: nil)
    #expect(start.takes.isEmpty)
    let new = try await other.record("new")
    _ = try await other.change(old, now: .second(1)) { $0.takeBack() }
    let news = try await store.changes(since: start.token)
    #expect(news.takes.map(\.number) == [new, old])
    #expect(news.takes.map(\.phase) == [.leaving, .dropped])
    try await other.heartbeat(now: .second(2))
    let silence = try await store.changes(since: news.token)
    #expect(silence.takes.isEmpty)
    #expect(silence.token == news.token)
    other.close()
  }

  @Test func manyChangesAreToldInParts() async throws {
    let start = try await store.changes(since: nil)
    _ = try await store.recordIntents(
      Confirmation((1...5).map { .sample("\($0)") }), service: .sample, leavesAt: .second(0), now: .second(0))
    var seen: [Int] = []
    var token = start.token
    while true {
      let part = try await store.changes(since: token, limit: 2)
      if part.takes.isEmpty { break }
      seen += part.takes.map(\.number.value)
      token = part.token
    }
    #expect(seen == [1, 2, 3, 4, 5])
  }

  @Test func takesAreFoundAndSortedByTheirVerdicts() async throws {
    for (verdict, prompt) in [(Verdict.noGood, "gate"), (nil, "boat"), (.circled, "gate"), (nil, "gate")] {
      let number = try await store.record(prompt)
      _ = try await store.change(number, now: .second(1)) { take in
        take.phase = number.value == 4 ? .ready : .saved
        take.verdict = verdict
        return true
      }
    }
    func found(_ search: String, view: TakeView = .all) async throws -> [Int] {
      let rows = try await store.rows(TakeQuery(view: view, search: search, range: 0..<9))
      #expect(rows.total == rows.rows.count)
      return rows.rows.map(\.number.value)
    }
    #expect(try await found("is:circled") == [3])
    #expect(try await found("is:unrated") == [2])
    #expect(try await found("is:no-good") == [1])
    #expect(try await found("is:circled is:no-good") == [3, 1])
    #expect(try await found("gate is:no-good") == [1])
    #expect(try await found("is:circled", view: .ready).isEmpty)
    #expect(try await found("is:circled", view: .hidden).isEmpty)
    #expect(try await store.numbers(TakeScope(search: "is:circled")) == [Take.Number(3)])
    #expect(try await store.numbers(TakeScope(sort: TakeSort(.verdict))).map(\.value) == [3, 2, 1, 4])
    #expect(try await store.views().judged == [.circled: 1, .unrated: 1, .noGood: 1])
    _ = try await store.change(Take.Number(3), now: .second(2)) { take in
      take.verdict = nil
      return true
    }
    #expect(try await found("is:unrated") == [3, 2])
  }
}
