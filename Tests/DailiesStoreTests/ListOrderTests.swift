import DailiesCore
import DailiesStore
import TestSupport
import Testing
import VideosAPI

/// What a list shows and in which order: held against a plain look at all takes.
@Suite struct ListOrderTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  private static let sorts = TakeSort.Key.allCases.flatMap { [TakeSort($0), TakeSort($0, isReversed: true)] }

  /// Takes of every kind, with many that are equal by one key or another.
  private func fill(_ count: Int, seed: UInt64) async throws -> [Take] {
    var random = SeededGenerator(seed: seed)
    var takes: [Take] = []
    let sizes = [VideoSize(width: 1280, height: 720), VideoSize(width: 720, height: 1280)]
    for _ in 0..<count {
      var order = Order.sample(["a boat", "A boat", "灯笼", "Éclair", "zebra"].randomElement(using: &random) ?? "")
      order.seconds = [4, 8, 12].randomElement(using: &random) ?? 4
      order.size = sizes.randomElement(using: &random) ?? sizes[0]
      let shot = [nil, "sc01", "sc02", "镜头", "z"].randomElement(using: &random) ?? nil
      let number = try await store.recordIntents(
        Confirmation([order], origin: TakeOrigin(shot: shot)), service: .sample, leavesAt: .second(0), now: .second(0)
      )[0].number
      let phase = TakePhase.allCases.randomElement(using: &random) ?? .held
      let isHidden = Int.random(in: 0..<6, using: &random) == 0
      let cost = ["0.40", "0.80", nil].randomElement(using: &random) ?? nil
      let finished = Bool.random(using: &random) ? Timestamp.second(Int64.random(in: 0..<9, using: &random)) : nil
      let take = try await store.change(number, now: .second(1)) { take in
        take.phase = phase
        take.isHidden = isHidden
        take.sent = .second(0)
        take.billedCost = cost
        take.finished = finished
        return true
      }
      if let take { takes.append(take) }
    }
    return takes
  }

  private func sorted(_ takes: [Take], _ scope: TakeScope) -> [Take.Number] {
    takes.filter(scope.contains).sorted(by: scope.sort.areInOrder).map(\.number)
  }

  @Test func everyViewInEveryOrderIsWhatAPlainLookAtAllTakesGives() async throws {
    let takes = try await fill(60, seed: 1)
    for sort in Self.sorts {
      for view in TakeView.allCases {
        for shot in [nil, "sc01", ""] {
          let scope = TakeScope(view: view, shot: shot, sort: sort)
          let found = try await store.rows(TakeQuery(scope, range: 0..<100))
          #expect(found.rows.map(\.number) == sorted(takes, scope), "\(scope)")
          #expect(found.total == found.rows.count, "\(scope)")
          #expect(try await store.numbers(scope) == found.rows.map(\.number), "\(scope)")
        }
      }
    }
  }

  @Test func aSearchKeepsTheOrderOfTheListInEveryView() async throws {
    let takes = try await fill(60, seed: 4)
    for sort in Self.sorts {
      for view in TakeView.allCases {
        for (search, prompts) in [
          ("boat", ["a boat", "A boat"]), ("a", ["a boat", "A boat", "Éclair", "zebra"]), ("灯", ["灯笼"]),
        ] {
          let scope = TakeScope(view: view, search: search, sort: sort)
          let found = try await store.rows(TakeQuery(scope, range: 0..<100))
          let wanted = sorted(takes.filter { prompts.contains($0.order.prompt) }, scope)
          #expect(found.rows.map(\.number) == wanted, "\(scope)")
          #expect(try await store.numbers(scope) == wanted, "\(scope)")
          #expect(found.total == wanted.count && found.isTotal, "\(scope)")
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func anyWindowIsAPartOfTheWholeHoweverItIsReached(seed: UInt64) async throws {
    let takes = try await fill(70, seed: seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let sort = Self.sorts.randomElement(using: &random) ?? .newest
      let scope = TakeScope(view: [.all, .live, .hidden].randomElement(using: &random) ?? .all, sort: sort)
      let whole = sorted(takes, scope)
      let start = Int.random(in: 0..<75, using: &random)
      let range = start..<start + Int.random(in: 0..<12, using: &random)
      // Where the list believes its take, which is up to three rows off.
      let number = Take.Number(Int.random(in: 1...75, using: &random))
      let believed = max(0, (whole.firstIndex(of: number) ?? 9) + Int.random(in: -3...3, using: &random))
      let query = TakeQuery(scope, range: range, anchors: [TakeQuery.Anchor(number, at: believed)])
      let found = try await store.rows(query)
      let moved = whole.firstIndex(of: number).map { range.contains($0) ? 0 : $0 - believed } ?? 0
      let low = min(max(0, range.lowerBound + moved), whole.count)
      let high = min(max(low, range.upperBound + moved), whole.count)
      #expect(found.rows.map(\.number) == Array(whole[low..<high]), "\(query)")
      #expect(found.offset == low)
    }
  }

  @Test func anAnchorThatMovedTakesTheRangeAlongAndOneThatIsGoneGivesWayToTheNext() async throws {
    for _ in 0..<30 { _ = try await store.record() }
    func anchored(_ numbers: [Int], at index: Int) async throws -> TakeRows {
      try await store.rows(
        TakeQuery(
          TakeScope(), range: 0..<5, anchors: numbers.map { TakeQuery.Anchor(Take.Number($0), at: index) }))
    }
    #expect(try await anchored([29], at: 2).rows.map(\.number.value) == [30, 29, 28, 27, 26], "it is in sight")
    let far = try await anchored([10], at: 2)
    #expect(far.offset == 18)
    #expect(far.rows.map(\.number.value) == [12, 11, 10, 9, 8], "on the line where it was believed")
    _ = try await store.change(Take.Number(10), now: .second(1)) { take in
      take.isHidden = true
      return true
    }
    #expect(try await anchored([10, 9], at: 2).rows.map(\.number.value) == [12, 11, 9, 8, 7])
    #expect(try await anchored([10, 99], at: 2).offset == 0)
  }

  @Test func theNumbersBetweenTwoTakesAreThoseBetweenThemInTheList() async throws {
    let takes = try await fill(40, seed: 4)
    for sort in Self.sorts {
      let whole = sorted(takes, TakeScope(sort: sort))
      for (a, b) in [(3, 9), (9, 3), (0, whole.count - 1), (5, 5)] {
        let found = try await store.numbers(TakeScope(sort: sort), between: (whole[a], whole[b]))
        #expect(found == Array(whole[min(a, b)...max(a, b)]), "\(sort)")
      }
    }
    let hidden = try #require(takes.first { TakeView($0) == .hidden })
    #expect(try await store.numbers(TakeScope(), between: (hidden.number, Take.Number(1))).isEmpty)
  }

  @Test func shotsAreCountedWhereTheListIsGroupedByThem() async throws {
    let takes = try await fill(50, seed: 5)
    let found = try await store.rows(TakeQuery(TakeScope(sort: TakeSort(.shot)), range: 0..<100))
    var names: [String] = []
    for take in found.rows where names.last != take.shotName { names.append(take.shotName) }
    #expect(names == ["sc01", "sc02", "z", "镜头", ""])
    #expect(found.shots.map(\.shot) == names)
    for counts in found.shots {
      let own = takes.filter { $0.shotName == counts.shot }
      for view in TakeView.allCases {
        #expect(counts[view] == own.count { view.contains($0) }, "\(counts.shot) \(view)")
      }
    }
    #expect(try await store.rows(TakeQuery(range: 0..<9)).shots.isEmpty)
  }

  @Test func severalWordsMustAllBeThereAndMayStandApart() async throws {
    _ = try await store.record("a paper boat at dawn")
    _ = try await store.record("a boat of paper")
    _ = try await store.record("dawn over a boat")
    _ = try await store.change(Take.Number(3), now: .second(1)) { take in
      take.tags = ["dusk"]
      take.comment = "too dark"
      return true
    }
    func found(_ text: String) async throws -> [Int] {
      try await store.rows(TakeQuery(search: text, range: 0..<9)).rows.map(\.number.value)
    }
    #expect(try await found("boat paper") == [2, 1])
    #expect(try await found(" DAWN  boat ") == [3, 1])
    #expect(try await found("boat #dusk") == [3])
    #expect(try await found("dark") == [3])
    #expect(try await found("boat nowhere") == [])
  }

  @Test func theNextMatchIsFoundFromAnyTakeAndGoesRoundAtTheEnd() async throws {
    for number in 1...9 { _ = try await store.record(number % 3 == 0 ? "a fox" : "a boat") }
    func next(_ from: Int?, _ scope: TakeScope = TakeScope(), isBackward: Bool = false) async throws -> Int? {
      let start = from.map { Take.Number($0) }
      return try await store.match(TakeSearch("fox", in: scope, from: start, isBackward: isBackward))?.value
    }
    #expect(try await next(8) == 6)
    #expect(try await next(6) == 3)
    #expect(try await next(3) == 9, "round the end")
    #expect(try await next(nil) == 9)
    #expect(try await next(4, isBackward: true) == 6)
    #expect(try await next(9, isBackward: true) == 3)
    #expect(try await next(4, TakeScope(sort: .oldest)) == 6)
    #expect(try await next(5, TakeScope(view: .saved)) == nil)
    #expect(try await store.match(TakeSearch("wolf", in: TakeScope(), from: nil)) == nil)
  }

  @Test func aSearchIsNotCountedBeyondWhatIsWanted() async throws {
    _ = try await store.recordIntents(
      Confirmation((1...1200).map { .sample("boat \($0)") }), service: .sample, leavesAt: .second(0), now: .second(0))
    let first = try await store.rows(TakeQuery(search: "boat", range: 0..<70))
    #expect(first.total == 1070)
    #expect(!first.isTotal)
    let far = try await store.rows(TakeQuery(search: "boat", range: 900..<1030))
    #expect(far.total == 1200)
    #expect(far.isTotal)
    #expect(far.rows.first?.number.value == 300)
  }
}
