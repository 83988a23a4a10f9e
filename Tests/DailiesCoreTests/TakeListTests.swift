import DailiesCore
import TerminalCanvas
import Testing

struct TakeListTests {
  private func list(_ count: Int, rows: Int = 10) -> (TakeList, [Take]) {
    let takes = (0..<count).map { Desk.take(count - $0, .saved) }
    var list = TakeList()
    list.resize(visibleRows: rows)
    list.receive(found(takes, list.query))
    return (list, takes)
  }

  /// - Parameter shift: By so much the store found an anchor of the query further down.
  private func found(_ takes: [Take], _ query: TakeQuery, shift: Int = 0) -> TakeRows {
    let range = (query.range.lowerBound + shift..<query.range.upperBound + shift).clamped(to: takes.indices)
    return TakeRows(
      query: query, offset: range.lowerBound, rows: Array(takes[range]), total: takes.count, counts: TakeCounts())
  }

  @Test func theSelectionMovesScrollsAndStopsAtTheEnds() {
    var (list, _) = list(30)
    #expect(list.selectedNumber == Take.Number(30))
    list.move(by: -1)
    #expect(list.selectedIndex == 0)
    for _ in 0..<12 { list.move(by: 1) }
    #expect(list.selectedNumber == Take.Number(18))
    #expect(list.top == 3, "scrolls as little as needed")
    list.movePage(1)
    #expect(list.selectedIndex == 21)
    list.select(index: .max)
    #expect(list.selectedNumber == Take.Number(1))
    #expect(list.top == 20)
    list.movePage(-1)
    #expect(list.selectedIndex == 20)
    list.select(index: -5)
    #expect(list.selectedIndex == 0)
    #expect(list.top == 0)
  }

  @Test func theWheelTakesTheSelectionAlongOnlyAtTheEdge() {
    var (list, _) = list(30)
    list.select(index: 5)
    list.scroll(by: 3)
    #expect(list.selectedIndex == 5)
    list.scroll(by: 6)
    #expect(list.top == 9)
    #expect(list.selectedIndex == 9)
    list.scroll(by: -100)
    #expect(list.top == 0)
    #expect(list.selectedIndex == 9)
  }

  @Test func theSelectionKeepsToItsTakeWhileRowsComeAndGo() {
    var (list, takes) = list(30)
    list.select(index: 4)
    let number = list.selectedNumber
    takes.insert(contentsOf: [Desk.take(33, .leaving), Desk.take(32, .leaving), Desk.take(31, .leaving)], at: 0)
    list.receive(found(takes, list.query))
    #expect(list.selectedNumber == number)
    #expect(list.selected?.number == number)
    #expect(list.selectedIndex == 7)
    takes.removeFirst(2)
    list.receive(found(takes, list.query))
    #expect(list.selectedNumber == number)
    #expect(list.selectedIndex == 5)
  }

  @Test func theWindowStaysOnItsTakesWhenRowsComeAboveIt() {
    var (list, takes) = list(100)
    list.select(index: 50)
    list.receive(found(takes, list.query))
    let first = list.row(at: list.top)?.number
    takes.insert(Desk.take(101, .leaving), at: 0)
    list.receive(found(takes, list.query))
    #expect(list.row(at: list.top)?.number == first)
  }

  @Test func whenTheSelectedTakeIsGoneTheNextOneIsSelected() {
    var (list, takes) = list(5)
    list.select(index: 4)
    takes.removeLast()
    list.receive(found(takes, list.query))
    #expect(list.selectedNumber == Take.Number(2))
    list.receive(found([], list.query))
    #expect(list.selected == nil)
    #expect(list.selectedNumber == nil)
    #expect(list.selectedIndex == 0)
  }

  @Test func onlyTheRowsAroundTheWindowAreAskedForAndMissingOnesAreNoticed() {
    var (list, takes) = list(1000)
    #expect(list.query.range == 0..<34)
    #expect(list.rows.count == 34)
    #expect(!list.lacksRows)
    list.select(index: 500)
    #expect(list.lacksRows)
    #expect(list.selected == nil)
    #expect(list.query.range == 483..<509, "who jumps waits for little more than is to be seen")
    #expect(list.lines(10) == (491..<501).map { .row($0, nil) })
    list.receive(found(takes, list.query))
    #expect(!list.lacksRows)
    #expect(list.selectedNumber == Take.Number(500))
    #expect(list.lines(10) == (491..<501).map { .row($0, takes[$0]) })
    list.move(by: 9)
    #expect(list.lacksRows)
    #expect(list.query.range == 476..<534)
    list.receive(found(takes, list.query))
    list.resize(visibleRows: 100)
    #expect(list.lacksRows)
    list.receive(found(takes, list.query))
    takes.removeAll()
    list.receive(found(takes, list.query))
    #expect(!list.lacksRows)
    #expect(list.top == 0)
  }

  @Test func lateRowsOfAnotherViewOrSearchAreIgnored() {
    var (list, takes) = list(5)
    let old = found(takes, list.query)
    list.show(TakeScope(view: .failed))
    list.receive(old)
    #expect(!list.isLoaded)
    #expect(list.rows == [])
    list.receive(found([takes[0]], list.query))
    #expect(list.rows.count == 1)
    list.show(TakeScope(view: .failed, search: "boat"))
    list.receive(old)
    #expect(list.rows == [])
    #expect(list.lacksRows)
  }

  @Test func lateRowsOfAnOlderWindowDoNotForgetTheSelectedTake() {
    var (list, takes) = list(1000)
    let first = list.query
    list.select(index: 500)
    list.receive(found(takes, list.query))
    list.receive(found(takes, first))
    #expect(list.lacksRows)
    takes.insert(Desk.take(1001, .leaving), at: 0)
    list.receive(found(takes, list.query, shift: 1))
    #expect(list.selectedNumber == Take.Number(500))
    #expect(list.selectedIndex == 501)
  }

  @Test func aChangedTakeReplacesItsRowAndSaysWhenTheListMustBeReadAgain() {
    var (list, takes) = list(5)
    takes[1].problem = Problem(.expired)
    #expect(list.receive(takes[1], counts: TakeCounts()) == false)
    #expect(list.rows[1].problem?.kind == .expired)
    takes[1].isHidden = true
    #expect(list.receive(takes[1], counts: TakeCounts()) == true, "it left")
    #expect(list.receive(Desk.take(9, .queued), counts: TakeCounts(byPhase: [.queued: 1])) == true, "it came")
    var hidden = Desk.take(8, .queued)
    hidden.isHidden = true
    #expect(list.receive(hidden, before: hidden, counts: TakeCounts(byPhase: [.queued: 2])) == false)
  }

  @Test(arguments: TakeView.allCases) func everyViewShowsWhatItsCountSays(view: TakeView) {
    var counts = TakeCounts(hidden: 2)
    for phase in TakePhase.allCases { counts.byPhase[phase] = 1 }
    var takes = TakePhase.allCases.map { Desk.take(1, $0) }
    for _ in 0..<2 {
      var hidden = Desk.take(1, .saved)
      hidden.isHidden = true
      takes.append(hidden)
    }
    #expect(takes.filter { view.contains($0) }.count == counts[view])
  }

  // MARK: Through the keys

  @Test func scrollingAsksForTheRowsItLacksAndTellsWhatIsSelected() {
    var desk = Desk(takes: (0..<500).map { Desk.take(500 - $0, .saved) })
    desk.press(.down)
    #expect(desk.effects == [.selectTake(Take.Number(499))])
    desk.press(.character("G"))
    #expect(desk.effects == [.loadRows(desk.state.list.query), .selectTake(nil)])
    desk.answerQueries()
    #expect(desk.state.list.selectedNumber == Take.Number(1))
    desk.press(.character("g"))
    desk.answerQueries()
    desk.press(.pageDown)
    #expect(desk.state.list.selectedIndex > 1)
    desk.press(.enter)
    #expect(desk.state.context == .detail)
  }

  @Test func aKeyActsOnTheSelectedTakeThoughARowCameAboveIt() {
    var desk = Desk(takes: [Desk.take(4, .ready), Desk.take(3, .ready)])
    desk.press(.down)
    desk.store.insert(Desk.take(5, .leaving), at: 0)
    desk.apply(.takesRecorded([desk.store[0]], desk.counts))
    desk.press(.character("d"))
    #expect(desk.effects == [.save([Take.Number(3)])], "before the rows are read again")
    desk.apply(.rowsLoaded(desk.found(desk.state.list.query)))
    desk.press(.character("d"))
    #expect(desk.effects == [.save([Take.Number(3)])], "and after")
  }

  @Test func findingNarrowsWhileTypingAndEscapeShowsAll() {
    var desk = Desk(takes: [Desk.take(2, .saved, "a boat"), Desk.take(1, .saved, "a fox")])
    desk.press(.character("/"))
    desk.type("fox")
    #expect(desk.effects == [.loadRows(desk.state.list.query)])
    #expect(desk.state.list.search == "fox")
    desk.answerQueries()
    desk.press(.enter)
    #expect(desk.state.list.rows.map(\.number) == [Take.Number(1)])
    desk.press(.character("o"))
    #expect(desk.effects == [.play(path: "/films/T001.mp4")])
    desk.press(.character("O"))
    #expect(desk.effects == [.showInFolder(path: "/films/T001.mp4")])
    desk.press(.escape)
    #expect(desk.state.list.search == "")
  }

  @Test func aKeyWithNothingSelectedSaysSo() {
    var desk = Desk(takes: [])
    for key in [Key.enter, .character("d"), .character("a"), .character("e"), .character("y"), .character("x")] {
      desk.press(key)
      #expect(desk.effects == [])
      #expect(desk.message == Strings.selectTake(.english))
    }
  }

  @Test func everyViewIsReachedAndLeft() {
    var desk = Desk(takes: Place.everyPhase)
    for view in TakeView.allCases.dropFirst() + [.all] {
      desk.press(.character("]"))
      desk.answerQueries()
      #expect(desk.state.list.view == view)
      #expect(desk.state.list.rows.allSatisfy { view.contains($0) })
    }
    desk.press(.character("["))
    #expect(desk.state.list.view == .hidden)
  }
}
