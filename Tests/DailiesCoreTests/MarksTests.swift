import DailiesCore
import TerminalCanvas
import Testing

struct MarksTests {
  private func desk(_ phases: [TakePhase]) -> Desk {
    Desk(takes: phases.enumerated().map { Desk.take(phases.count - $0, $1, "prompt \(phases.count - $0)") })
  }

  private func saved(_ count: Int) -> Desk { desk(Array(repeating: .saved, count: count)) }

  private func marked(_ desk: Desk) -> [Int] { desk.state.marks.sorted.map(\.value) }

  // MARK: Marking

  @Test func spaceMarksTheRowAndMovesOnAndAgainTakesTheMarkAway() {
    var desk = saved(5)
    desk.press(.character(" "), .character(" "))
    #expect(marked(desk) == [4, 5])
    #expect(desk.state.list.selectedNumber == Take.Number(3))
    desk.press(.up, .character(" "))
    #expect(marked(desk) == [5])
  }

  @Test func aRangeGoesFromTheLastMarkToTheRowWhereItEnds() {
    var desk = saved(9)
    desk.press(.down, .character(" "), .down, .down, .character("v"))
    #expect(desk.state.isMarked(Take.Number(6)), "what it would mark is shown")
    desk.press(.down)
    #expect(marked(desk) == [8])
    desk.press(.character("v"))
    #expect(marked(desk) == [4, 5, 6, 7, 8])
  }

  @Test func withoutAMarkARangeBeginsWhereItsKeyWasPressedAndGoesUpwardsToo() {
    var desk = saved(9)
    desk.press(.end, .character("v"), .up, .up, .character("v"))
    #expect(marked(desk) == [1, 2, 3])
  }

  @Test func escLeavesARangeAndKeepsTheMarks() {
    var desk = saved(5)
    desk.press(.character(" "), .character("v"), .down, .escape)
    #expect(marked(desk) == [5])
    #expect(!desk.state.isMarked(Take.Number(3)))
    desk.press(.character("v"))
    #expect(desk.state.marks.rangeStart != nil)
  }

  @Test func allThatAreShownAreMarkedAndOnceMoreNone() {
    var desk = saved(5)
    desk.press(.character("V"))
    #expect(marked(desk) == [1, 2, 3, 4, 5])
    desk.press(.character("V"))
    #expect(marked(desk) == [])
  }

  @Test func ofAListThatIsNotHereTheStoreTellsTheNumbersAndNothingIsDoneUntilThen() {
    var desk = saved(400)
    desk.press(.character("V"))
    let query = NumberQuery(list: desk.state.list.query)
    #expect(desk.effects == [.loadNumbers(query)])
    desk.press(.character("x"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.marksComing(.english))
    desk.apply(.numbersLoaded(query, desk.store.map(\.number)))
    #expect(desk.state.marks.count == 400)
    #expect(desk.message == "400 marked")
  }

  @Test func aRangeFromFarAwayIsAskedOfTheStore() {
    var desk = saved(400)
    desk.press(.character(" "), .end)
    desk.answerQueries()
    desk.press(.character("v"), .character("v"))
    let ends = NumberQuery.Ends(first: Take.Number(400), last: Take.Number(1))
    #expect(desk.effects == [.loadNumbers(NumberQuery(list: desk.state.list.query, ends: ends))])
  }

  @Test func marksKeepToTheirTakesWhateverIsShown() {
    var desk = desk([.saved, .failed, .saved, .running, .failed])
    desk.press(.character(" "), .character(" "))
    desk.store.insert(Desk.take(9, .leaving), at: 0)
    desk.apply(.takesRecorded([desk.store[0]], desk.counts))
    desk.answerQueries()
    desk.press(.character("f"))
    desk.answerQueries()
    desk.apply(.resized(Size(columns: 40, rows: 12)))
    #expect(marked(desk) == [4, 5])
    desk.press(.escape)
    desk.answerQueries()
    #expect(desk.state.list.view == .all)
    #expect(marked(desk) == [4, 5], "Esc left the view first")
    desk.press(.escape)
    #expect(marked(desk) == [])
    #expect(desk.message == "Marks taken away: 2.")
  }

  @Test func aRangeStaysOnItsTakesWhenRowsComeAboveIt() {
    var desk = saved(6)
    desk.press(.down, .down, .character("v"))
    desk.store.insert(Desk.take(7, .leaving), at: 0)
    desk.apply(.takesRecorded([desk.store[0]], desk.counts))
    desk.answerQueries()
    desk.press(.down, .character("v"))
    #expect(marked(desk) == [3, 4])
  }

  // MARK: Doing

  @Test func aCommandIsDoneToAllThatAreMarkedAndSaysToHowManyItWasNot() {
    var desk = desk([.ready, .running, .saved, .ready, .running, .ready])
    desk.press(.character("V"), .character("d"))
    #expect(desk.effects == [.save([1, 3, 6].map { Take.Number($0) })])
    #expect(desk.message == "3 takes are being saved. Not 3 others: 2 running, 1 saved.")
  }

  @Test func whatCanBeDoneToNoneOfThemSaysWhy() {
    var desk = desk([.saved, .failed])
    desk.press(.character("V"), .character("r"))
    #expect(desk.effects == [])
    #expect(desk.message == "None of the 2 marked can be asked about: 1 FAILED, 1 saved.")
  }

  @Test func aboveTenItAsksWithTheNumber() {
    var desk = saved(11)
    desk.press(.character("V"), .character("x"))
    #expect(desk.effects == [])
    guard case .question(let act)? = desk.top else {
      Issue.record("nothing was asked")
      return
    }
    #expect(act.takes.count == 11)
    desk.press(.escape)
    #expect(desk.state.layers == [])
    desk.press(.character("x"), .enter)
    #expect(desk.effects == [.changeTakes((1...11).map { Take.Number($0) }, .set(.hidden(true)))])
    var ten = saved(10)
    ten.press(.character("V"), .character("x"))
    #expect(ten.state.layers == [])
    #expect(ten.effects.count == 1)
  }

  @Test func takesThatComeWhenAPersonHasGoneOnChangeNothing() {
    var desk = saved(400)
    desk.press(.character("V"))
    desk.apply(.numbersLoaded(NumberQuery(list: desk.state.list.query), [Take.Number(1), Take.Number(400)]))
    desk.press(.character("a"))
    #expect(desk.effects == [.findTakes([Take.Number(1), Take.Number(400)], for: .again)])
    desk.press(.function(2))
    desk.apply(.takesFound([desk.store[399], desk.store[0]], missing: [], for: .again))
    #expect(desk.state.layers == [] && desk.effects == [])
  }

  @Test func takesThatAreNotHereAreReadBeforeAnythingIsDoneToThem() {
    var desk = saved(400)
    desk.press(.character("V"))
    desk.apply(.numbersLoaded(NumberQuery(list: desk.state.list.query), [Take.Number(1), Take.Number(400)]))
    desk.press(.character("x"))
    #expect(desk.effects == [.findTakes([Take.Number(1), Take.Number(400)], for: .hide)])
    desk.apply(.takesFound([desk.store[399], desk.store[0]], missing: [], for: .hide))
    guard case .question(let act)? = desk.top else {
      Issue.record("one of them is out of sight, and nothing was asked")
      return
    }
    #expect(act.outOfSight == 1)
    desk.press(.enter)
    #expect(desk.effects == [.changeTakes([Take.Number(1), Take.Number(400)], .set(.hidden(true)))])
  }

  @Test func whatIsHiddenLosesItsMark() {
    var desk = saved(4)
    desk.press(.character(" "), .character(" "), .character("x"))
    desk.carryOutEdits()
    #expect(desk.message == "2 takes are hidden. u brings them back.")
    #expect(marked(desk) == [])
  }

  @Test func againOnMarkedTakesOpensOneSheetWithAllOfThem() {
    var desk = desk([.saved, .failed, .saved])
    desk.store[0].origin = TakeOrigin(shot: "gate")
    desk.answer(desk.state.list.query)
    desk.press(.character(" "), .character(" "), .character("a"))
    #expect(desk.effects.confirmed == [])
    guard case .review(let sheet)? = desk.top else {
      Issue.record("no sheet")
      return
    }
    #expect(sheet.rows.map(\.order.prompt) == ["prompt 2", "prompt 3"])
    desk.press(.enter)
    #expect(desk.effects.confirmed.map { $0.map(\.prompt) } == [["prompt 2", "prompt 3"]])
    guard case .confirm(let confirmation, _, _)? = desk.effects.first else { return }
    #expect(confirmation.origin(of: 0) == TakeOrigin(parent: Take.Number(2)))
    #expect(confirmation.origin(of: 1) == TakeOrigin(shot: "gate", parent: Take.Number(3)))
  }

  @Test func anUntickedRowTakesItsOriginAlong() {
    var desk = desk([.saved, .saved])
    desk.press(.character("V"), .character("a"), .character(" "), .enter)
    guard case .confirm(let confirmation, _, _)? = desk.effects.first else {
      Issue.record("nothing was confirmed")
      return
    }
    #expect(confirmation.orders.map(\.prompt) == ["prompt 2"])
    #expect(confirmation.origin(of: 0).parent == Take.Number(2))
  }

  @Test func copyingFromMarkedTakesGivesALineForEach() {
    var desk = saved(3)
    desk.press(.character(" "), .character(" "), .character("y"), .character("f"))
    #expect(desk.effects == [.copy("/films/T002.mp4\n/films/T003.mp4")])
    desk.press(.character("y"), .character("j"))
    #expect(desk.effects == [.copyRecords([desk.store[1], desk.store[0]])])
  }

  @Test func anOpenDetailIsAboutItsOwnTakeAlone() {
    var desk = saved(3)
    desk.press(.character(" "), .character(" "), .enter, .character("x"))
    #expect(desk.effects == [.changeTakes([Take.Number(1)], .set(.hidden(true)))])
  }

  @Test func theDraftIsNotMarkedWith() {
    var desk = saved(3)
    desk.press(.character(" "), .function(2))
    desk.type("dawn ")
    #expect(desk.state.prompt.text == "dawn ")
    #expect(marked(desk) == [3])
  }
}
