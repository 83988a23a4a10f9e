import DailiesCore
import TerminalCanvas
import Testing

struct FindTests {
  /// 200 takes, every tenth of them with a fox in it; T150 is selected.
  private func desk() -> Desk {
    var desk = Desk(takes: (1...200).reversed().map { Desk.take($0, .saved, $0 % 10 == 0 ? "a fox" : "a boat") })
    for _ in 0..<50 { desk.press(.down) }
    desk.answerQueries()
    return desk
  }

  private func find(_ text: String, in desk: inout Desk) {
    desk.press(.character("/"))
    for character in text {
      desk.type(String(character))
      desk.answerQueries()
    }
  }

  @Test func escapeInTheFieldBringsBackTheListAsItWas() {
    var desk = desk()
    let before = desk.state.list.place
    find("fox", in: &desk)
    #expect(desk.state.list.selectedNumber == Take.Number(200))
    desk.press(.escape)
    desk.answerQueries()
    #expect(desk.state.layers == [])
    #expect(desk.state.list.search == "")
    #expect(desk.state.list.place == before)
    #expect(desk.state.list.selected?.number == Take.Number(150))
  }

  @Test func escapeInTheFieldKeepsAnEarlierSearch() {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.enter, .down)
    find("es", in: &desk)
    #expect(desk.state.list.search == "foxes")
    desk.press(.escape)
    desk.answerQueries()
    #expect(desk.state.list.search == "fox")
    #expect(desk.state.list.selected?.number == Take.Number(190))
  }

  @Test func enterKeepsTheSearch() {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.enter)
    #expect(desk.state.list.search == "fox")
    #expect(desk.state.list.total == 20)
  }

  @Test(arguments: [0, 1, 12, 19]) func clearingASearchKeepsTheTakeSelected(down: Int) {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.enter)
    for _ in 0..<down { desk.press(.down) }
    let found = desk.state.list.selectedNumber
    #expect(found == Take.Number(200 - 10 * down))
    desk.press(.escape)
    desk.answerQueries()
    #expect(desk.state.list.search == "")
    #expect(desk.state.list.selectedNumber == found)
    #expect(desk.state.list.selected?.number == found)
    #expect(!desk.state.list.lacksRows)
  }

  @Test func clearingASearchFindsTheTakeAmongHiddenOnes() {
    var desk = desk()
    for index in desk.store.indices where index % 7 == 3 { desk.store[index].isHidden = true }
    desk.answer(desk.state.list.query)
    find("fox", in: &desk)
    desk.press(.enter, .end)
    let found = desk.state.list.selectedNumber
    desk.press(.escape)
    desk.answerQueries()
    #expect(found != nil)
    #expect(desk.state.list.selected?.number == found)
  }

  @Test func emptyingTheFieldKeepsTheTakeSelected() {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.control("u"))
    desk.answerQueries()
    #expect(desk.state.list.total == 200)
    #expect(desk.state.list.selected?.number == Take.Number(200))
  }

  @Test func walkingThroughTheViewsPassesOverEmptyOnes() {
    var desk = Desk(takes: [Desk.take(2, .saved), Desk.take(1, .failed)])
    var walked: [TakeView] = []
    for key in ["]", "]", "]", "["] {
      desk.press(.character(Character(key)))
      desk.answerQueries()
      walked.append(desk.state.list.view)
    }
    #expect(walked == [.saved, .failed, .all, .failed])
    desk.change(1) { $0.phase = .gone }
    desk.change(1) { $0.isHidden = true }
    desk.answerQueries()
    #expect(desk.state.list.view == .failed, "the view that is shown stays, though it is empty now")
  }

  @Test func aTakeThatIsBroughtBackIsSelected() {
    var desk = Desk(takes: [Desk.take(3, .saved), Desk.take(2, .saved), Desk.take(1, .saved)])
    desk.press(.down, .character("x"))
    desk.carryOutEdits()
    desk.answerQueries()
    desk.press(.home, .character("u"))
    desk.carryOutEdits()
    #expect(desk.effects == [.loadRows(desk.state.list.query), .countUnjudged(since: desk.state.midnight)])
    desk.apply(.rowsLoaded(desk.found(desk.state.list.query)))
    #expect(desk.state.list.selected?.number == Take.Number(2))
    #expect(desk.effects == [.selectTake(Take.Number(2))])
  }

  // MARK: From match to match

  @Test func nAndShiftNGoRoundTheMatchesThatAreShown() {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.enter)
    for number in [190, 180] {
      desk.press(.character("n"))
      #expect(desk.state.list.selectedNumber == Take.Number(number))
    }
    for number in [190, 200, 10, 20] {
      desk.press(.character("N"))
      desk.answerQueries()
      #expect(desk.state.list.selected?.number == Take.Number(number))
    }
  }

  @Test func afterEscapeTheyGoOnInTheWholeList() {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.enter, .down, .escape)
    desk.answerQueries()
    #expect(desk.state.list.total == 200)
    #expect(desk.state.list.selected?.number == Take.Number(190))
    for (key, number) in [("n", 180), ("n", 170), ("N", 180), ("N", 190), ("N", 200), ("N", 10), ("n", 200)] {
      desk.press(.character(Character(key)))
      desk.answerQueries()
      #expect(desk.state.list.selected?.number == Take.Number(number), "\(key)")
      #expect(desk.state.list.total == 200)
    }
  }

  @Test func withNothingSoughtOrNothingFoundItIsSaid() {
    var desk = desk()
    desk.press(.character("n"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.nothingSought(.english))
    find("fox", in: &desk)
    desk.press(.enter, .escape)
    for index in desk.store.indices { desk.store[index].order.prompt = "a boat" }
    desk.press(.character("n"))
    desk.answerQueries()
    #expect(desk.message.contains("fox"))
  }

  @Test func anAnswerForAnotherListIsIgnored() {
    var desk = desk()
    find("fox", in: &desk)
    desk.press(.enter, .escape)
    desk.answerQueries()
    let before = desk.state.list.selectedNumber
    desk.apply(.matchFound(TakeSearch("fox", in: TakeScope(view: .failed), from: nil), Take.Number(10)))
    #expect(desk.state.list.selectedNumber == before)
  }
}
