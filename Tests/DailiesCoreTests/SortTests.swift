import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

struct SortTests {
  private func desk() -> Desk {
    Desk(
      takes: (1...40).reversed().map { number in
        var take = Desk.take(number, TakePhase.allCases[number % 9], number % 2 == 0 ? "a fox" : "a boat")
        take.order.seconds = [4, 8, 12][number % 3]
        take.origin = TakeOrigin(shot: [nil, "gate", "lantern"][number % 3])
        return take
      })
  }

  private func numbers(_ desk: Desk) -> [Take.Number] { desk.state.list.rows.map(\.number) }

  @Test(arguments: TakeSort.choices) func everyOrderIsChosenAndKeptForTheNextStart(sort: TakeSort) {
    var desk = desk()
    desk.press(.character("s"))
    guard case .sort(let screen)? = desk.top else {
      Issue.record("no layer")
      return
    }
    let row = screen.entries(.english).firstIndex(of: sort) ?? 0
    for _ in 0..<row { desk.press(.down) }
    desk.press(.enter)
    #expect(desk.effects.contains(.rememberSort(sort)) == (sort != .newest))
    desk.answerQueries()
    #expect(desk.state.layers == [])
    #expect(numbers(desk).count > 20)
    #expect(desk.matching(TakeScope(sort: sort)).map(\.number).starts(with: numbers(desk)))
    var next = Desk()
    next.recall(sort: desk.state.list.scope.sort)
    #expect(next.state.list.query.scope.sort == sort)
  }

  @Test func theOrderInForceIsTurnedRoundByChoosingItAgain() {
    var desk = desk()
    for isReversed in [false, true, false] {
      desk.press(.character("s"))
      desk.type("cost")
      desk.press(.enter)
      #expect(desk.state.list.scope.sort == TakeSort(.cost, isReversed: isReversed))
    }
  }

  @Test func aClickOnAHeadSortsByItAndASecondOneTurnsItRound() throws {
    var desk = desk()
    let header = try #require(desk.state.layout.takes).header
    for (columns, key) in TakeColumns(desk.state, in: header).heads where key != .number {
      for isReversed in [false, true] {
        desk.click(header.column + columns.lowerBound, header.row)
        #expect(desk.state.list.scope.sort == TakeSort(key, isReversed: isReversed))
        desk.answerQueries()
      }
    }
    let scope = desk.state.list.scope
    desk.click(header.column, header.row)
    #expect(desk.state.list.scope == scope, "there is no head")
    desk.click(header.column + TakeColumns.marks, header.row)
    #expect(desk.state.list.scope.sort == .newest)
    desk.click(header.column + TakeColumns.marks, header.row)
    #expect(desk.state.list.scope.sort == .oldest)
  }

  @Test func theSelectedTakeStaysSelectedInAnotherOrder() {
    var desk = desk()
    for _ in 0..<7 { desk.press(.down) }
    let number = desk.state.list.selectedNumber
    for key in ["cost", "state", "prompt", "oldest"] {
      desk.press(.character("s"))
      desk.type(key)
      desk.press(.enter)
      desk.answerQueries()
      #expect(desk.state.list.selected?.number == number)
    }
  }

  @Test func rowsOfAShotStandUnderItsNameAndCount() {
    var desk = desk()
    desk.press(.character("s"))
    desk.type("shot")
    desk.press(.enter)
    desk.answerQueries()
    let list = desk.state.list
    #expect(list.lines(100).first == .heading(desk.shotCounts("gate")))
    let headings = list.lines(100).filter { if case .heading = $0 { true } else { false } }
    #expect(headings.count == 3)
    #expect(headings.last == .heading(desk.shotCounts("")))
    #expect(list.lines(100).count == list.total + 3)
  }

  @Test func everyRowOfAGroupedListIsReachedAndInSight() {
    for rows in [12, 24] {
      var desk = Desk(takes: desk().store, rows: rows)
      desk.press(.character("s"))
      desk.type("shot")
      desk.press(.enter)
      desk.answerQueries()
      let visible = desk.state.layout.takes?.list.rows ?? 0
      var seen: [Take.Number?] = []
      for step in 0..<desk.state.list.total * 2 {
        let list = desk.state.list
        #expect(list.lines(visible).contains(.row(list.selectedIndex, list.selected)))
        if step < list.total { seen.append(list.selectedNumber) }
        desk.press(step < list.total ? .down : .up)
        desk.answerQueries()
      }
      #expect(seen == desk.matching(desk.state.list.scope).map(\.number))
      #expect(desk.state.list.selectedIndex == 0)
    }
  }

  @Test func aClickInAGroupedListSelectsTheRowUnderIt() throws {
    var desk = desk()
    desk.press(.character("s"))
    desk.type("shot")
    desk.press(.enter)
    desk.answerQueries()
    let rect = try #require(desk.state.layout.takes).list
    for (line, row) in desk.state.list.lines(rect.rows).enumerated() {
      let before = desk.state.list.selectedIndex
      desk.click(rect.column + 5, rect.row + line)
      guard case .row(let index, _) = row else {
        #expect(desk.state.list.selectedIndex == before, "a heading is no row")
        continue
      }
      #expect(desk.state.list.selectedIndex == index)
      while !desk.state.layers.isEmpty { desk.press(.escape) }
    }
  }
}
