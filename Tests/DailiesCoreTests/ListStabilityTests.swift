import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

/// Rows come, go and move at random: what is selected stays selected, and stays where it is on the screen.
struct ListStabilityTests {
  private static let sorts = [TakeSort.newest, .oldest, TakeSort(.state), TakeSort(.prompt, isReversed: true)]

  private func desk(_ random: inout SeededGenerator) -> Desk {
    var desk = Desk(
      takes: (1...300).reversed().map { number in
        Desk.take(number, TakePhase.allCases.randomElement(using: &random) ?? .saved, "prompt \(number % 7)")
      })
    let view: TakeView = [.all, .all, .live].randomElement(using: &random) ?? .all
    let sort = Self.sorts.randomElement(using: &random) ?? .newest
    desk.show(TakeScope(view: view, sort: sort))
    for _ in 0..<Int.random(in: 0..<80, using: &random) { desk.press(.down) }
    desk.answerQueries()
    return desk
  }

  /// One thing that happens by itself.
  private func happen(_ desk: inout Desk, _ random: inout SeededGenerator) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let first = (desk.store.map(\.number.value).max() ?? 0) + 1
      let new = (first...first + Int.random(in: 0..<3, using: &random)).map { Desk.take($0, .leaving, "prompt 3") }
      desk.store.insert(contentsOf: new.reversed(), at: 0)
      desk.apply(.takesRecorded(new, desk.counts))
    case 1:
      guard let take = desk.store.randomElement(using: &random) else { return }
      desk.change(take.number.value) { $0.isHidden.toggle() }
    default:
      guard let take = desk.store.randomElement(using: &random) else { return }
      let phase = TakePhase.allCases.randomElement(using: &random) ?? .saved
      desk.change(take.number.value) { $0.phase = phase }
    }
  }

  @Test func headingsOfShotsAreCountedAnewWhenATakeMovesOnInItsPlace() {
    let running = Desk.take(1, .running)
    var saved = running
    saved.phase = .saved
    #expect(TakeScope(sort: TakeSort(.shot)).isMoved(by: saved, from: running))
    #expect(!TakeScope().isMoved(by: saved, from: running), "no row moves, and nothing else is counted")
  }

  @Test func aKeyThatWasOnItsWayDropsNoOtherTake() {
    func desk() -> Desk {
      var desk = Desk(takes: [Desk.take(3, .held), Desk.take(2, .held), Desk.take(1, .held)])
      desk.show(TakeScope(view: .held))
      desk.press(.character("g"))
      desk.answerQueries()
      return desk
    }
    var slipped = desk()
    slipped.change(3) { $0.phase = .dropped }
    slipped.answerQueries()
    #expect(slipped.state.list.selectedNumber == Take.Number(2))
    slipped.press(.delete)
    #expect(slipped.effects.isEmpty && slipped.message.contains("T002"))
    slipped.press(.delete)
    #expect(slipped.effects == [.takeBack([Take.Number(2)])])
    // What leaves the list by one's own key is no surprise, and who has had time has seen it.
    slipped.change(2) { $0.phase = .dropped }
    slipped.answerQueries()
    slipped.press(.delete)
    #expect(slipped.effects == [.takeBack([Take.Number(1)])])
    var seen = desk()
    seen.change(3) { $0.phase = .dropped }
    seen.answerQueries()
    seen.apply(.clockAdvanced(seen.state.now + .seconds(1)))
    seen.press(.delete)
    #expect(seen.effects == [.takeBack([Take.Number(2)])])
  }

  @Test(arguments: 1...20) func theSelectedTakeStaysSelectedAndOnItsLine(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var desk = desk(&random)
    for step in 0..<60 {
      let before = desk.state.list
      happen(&desk, &random)
      #expect(desk.state.list.selectedNumber == before.selectedNumber, "before the rows are read again, \(step)")
      desk.answerQueries()
      let after = desk.state.list
      let number = before.selectedNumber
      guard desk.matching(after.scope).contains(where: { $0.number == number }) else { continue }
      #expect(after.selected?.number == number, "\(step)")
      let last = after.total - (desk.state.layout.takes?.list.rows ?? 0)
      guard before.top > 0, (1..<last).contains(after.top) else { continue }
      #expect(after.selectedIndex - after.top == before.selectedIndex - before.top, "\(step)")
    }
  }

  @Test(arguments: 1...20) func aKeyOnItsWayActsOnTheTakeThatWasSelected(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var desk = desk(&random)
    for step in 0..<60 {
      let seen = desk.state.list.selected
      happen(&desk, &random)
      guard let seen, desk.state.list.selected?.number == seen.number else { continue }
      desk.press(.character("x"))
      let hidden = desk.effects.compactMap { effect -> [Take.Number]? in
        if case .changeTakes(let numbers, .set(.hidden)) = effect { numbers } else { nil }
      }
      #expect(hidden == [[seen.number]], "\(step)")
      desk.apply(.rowsLoaded(desk.found(desk.state.list.query)))
    }
  }

  @Test(arguments: 1...20) func aClickActsOnTheTakeThatWasPaintedThere(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var desk = desk(&random)
    let rect = try #require(desk.state.layout.takes).list
    for step in 0..<60 {
      let painted = desk.state.list.lines(rect.rows)
      let line = Int.random(in: 0..<rect.rows, using: &random)
      happen(&desk, &random)
      desk.answerQueries()
      guard painted.indices.contains(line), case .row(_, let take?) = painted[line] else { continue }
      var mouse = Mouse(.press, at: Point(column: rect.column + 5, row: rect.row + line))
      mouse.spot = take.number.value
      let before = desk.state.list.selectedNumber
      desk.apply(.input(.mouse(mouse), at: desk.state.now))
      let isHere = desk.state.list.rows.contains { $0.number == take.number }
      #expect(desk.state.list.selectedNumber == (isHere ? take.number : before), "\(step)")
      while !desk.state.layers.isEmpty { desk.press(.escape) }
      desk.answerQueries()
    }
  }

  @Test func whenTheSelectedTakeLeavesTheOneAfterItIsSelectedThoughOthersCameAboveIt() {
    var desk = Desk(takes: (1...100).reversed().map { Desk.take($0, .saved) })
    for _ in 0..<50 {
      desk.press(.down)
      desk.answerQueries()
    }
    #expect(desk.state.list.selectedNumber == Take.Number(50))
    desk.store.insert(Desk.take(101, .leaving), at: 0)
    desk.change(50) { $0.isHidden = true }
    desk.answerQueries()
    #expect(desk.state.list.selected?.number == Take.Number(49))
  }

  @Test func aChangeThatMovesNothingReadsNothing() {
    var desk = Desk(takes: (1...500).reversed().map { Desk.take($0, .running) })
    desk.change(3) { $0.percentComplete = 40 }
    #expect(desk.effects == [], "its row is not here, and no row moved")
    desk.change(3) { $0.phase = .queued }
    #expect(desk.effects == [], "live as before")
    desk.show(TakeScope(sort: TakeSort(.state)))
    desk.change(3) { $0.phase = .running }
    #expect(desk.effects == [.loadRows(desk.state.list.query)], "it has another place")
  }
}
