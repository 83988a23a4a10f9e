import DailiesCore
import TerminalCanvas
import Testing

struct ScreeningTests {
  /// Films in the order of their numbers, all of today.
  private func desk(_ count: Int) -> Desk {
    Desk(takes: (1...count).reversed().map { Self.film($0, "prompt \($0)") })
  }

  static func film(_ number: Int, _ prompt: String) -> Take {
    var take = Desk.take(number, .saved, prompt)
    take.saved = Desk.start + .seconds(number)
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8)
    return take
  }

  private func opened(_ desk: Desk, isToday: Bool = true) -> Desk {
    var desk = desk
    desk.press(.character("w"))
    #expect(desk.effects == [.loadEvening(since: desk.state.midnight)])
    desk.apply(.eveningLoaded(Evening(desk.store, since: isToday ? Timestamp(milliseconds: 0) : nil)))
    return desk
  }

  private func shown(_ desk: Desk) -> Int? {
    if case .screening(let screening)? = desk.top { screening.take?.number.value } else { nil }
  }

  private func sheet(_ desk: Desk) -> EveningSheet? {
    if case .eveningSheet(let sheet)? = desk.top { sheet } else { nil }
  }

  @Test func filmsComeOneByOneTheOldestFirstAndAVerdictMovesOn() {
    var desk = opened(desk(3))
    #expect(shown(desk) == 1)
    desk.press(.character("+"))
    #expect(desk.effects == [.changeTakes([Take.Number(1)], .set(.verdict(.circled)))])
    desk.carryOutEdits()
    #expect(shown(desk) == 2)
    desk.press(.character(" "))
    #expect(shown(desk) == 3)
    desk.press(.left)
    #expect(shown(desk) == 2)
    desk.press(.character("-"))
    desk.carryOutEdits()
    #expect(shown(desk) == 3)
    desk.press(.enter)
    #expect(sheet(desk)?.films(.circled).map(\.number.value) == [1])
    #expect(sheet(desk)?.films(.noGood).map(\.number.value) == [2])
    #expect(sheet(desk)?.films(nil).map(\.number.value) == [3])
    desk.press(.escape)
    #expect(desk.top == nil)
  }

  @Test func withoutAFilmThereIsNoSheetAndAFilmOnItsWayIsNotJudged() {
    var desk = opened(Desk(takes: [Desk.take(2, .running, "on its way")]))
    #expect(desk.top == nil)
    #expect(desk.state.message?.phrase == Strings.nothingToScreen)
    desk = opened(Desk(takes: [Desk.take(2, .ready, "ready")]))
    #expect(sheet(desk) != nil)
    #expect(desk.state.message?.phrase == Strings.nothingToScreen)
  }

  @Test func clearingAVerdictStaysAtTheFilm() {
    var desk = opened(desk(2))
    desk.press(.character("+"))
    desk.carryOutEdits()
    desk.press(.left, .character("="))
    desk.carryOutEdits()
    #expect(shown(desk) == 1)
    #expect(desk.store.last?.verdict == nil)
  }

  @Test func aVerdictThatIsThereAlreadyIsNotWrittenAgain() {
    var desk = opened(desk(2))
    desk.press(.character("+"))
    desk.carryOutEdits()
    desk.press(.left, .character("+"))
    #expect(desk.effects.isEmpty)
    #expect(shown(desk) == 2)
  }

  @Test func undoLeadsBackToTheFilmWhoseVerdictIsGone() {
    var desk = opened(desk(3))
    desk.press(.character("+"))
    desk.carryOutEdits()
    desk.press(.character("-"))
    desk.carryOutEdits()
    desk.press(.character("u"))
    desk.carryOutEdits()
    #expect(shown(desk) == 2)
    desk.press(.character("u"))
    desk.carryOutEdits()
    #expect(shown(desk) == 1)
    #expect(desk.store.allSatisfy { $0.verdict == nil })
    desk.press(.character("U"))
    desk.carryOutEdits()
    #expect(desk.store.last?.verdict == .circled)
  }

  @Test func whatChangesOrComesMeanwhileDoesNotMoveWhatIsUnderTheCursor() {
    var desk = desk(3)
    desk.store.insert(Desk.take(4, .running), at: 0)
    desk = opened(desk)
    desk.press(.enter)
    desk.change(4) { $0 = Self.film(4, "late") }
    desk.change(1) { $0.verdict = .noGood }
    #expect(shown(desk) == 2)
    desk.press(.enter, .enter)
    #expect(shown(desk) == 4, "it joins at the end")
    desk.change(4) { $0.comment = "soft" }
    guard case .screening(let screening)? = desk.top else {
      Issue.record("no screening")
      return
    }
    #expect(screening.take?.comment == "soft")
  }

  @Test func orderingAgainReturnsToTheScreening() {
    var desk = opened(desk(2))
    desk.press(.enter, .character("a"))
    #expect(desk.state.context == .review)
    desk.press(.escape)
    #expect(shown(desk) == 2)
    desk.press(.character("a"), .enter)
    #expect(desk.effects.origins == [TakeOrigin(parent: Take.Number(2))])
    #expect(desk.effects.confirmed == [[Desk.order("prompt 2")]])
    #expect(shown(desk) == 2)
  }

  @Test func editingBeginsADraftAndSaysHowTheScreeningGoesOn() {
    var desk = opened(desk(2))
    desk.press(.character("e"))
    #expect(desk.top == nil)
    #expect(desk.state.prompt.text == "prompt 1")
    #expect(desk.message.contains("w in the list goes on with the screening"))
  }

  @Test func aNoteIsWrittenOverIt() {
    var desk = opened(desk(2))
    desk.press(.character("i"))
    desk.type("soft")
    desk.press(.enter)
    #expect(desk.effects == [.changeTakes([Take.Number(1)], .set(.comment("soft")))])
    desk.carryOutEdits()
    #expect(shown(desk) == 1)
  }

  @Test func filmsOfOtherDaysAreShownWhereTodayHasNoneAndItIsSaid() {
    let desk = opened(desk(2), isToday: false)
    #expect(shown(desk) == 1)
    #expect(desk.message.contains("of other days: 2"))
  }

  @Test func whereAllIsJudgedTheSheetOpensAndWhereNothingIsItIsSaid() {
    var desk = desk(2)
    for place in desk.store.indices { desk.store[place].verdict = .circled }
    #expect(sheet(opened(desk))?.rows.count == 2)
    var empty = Desk(takes: [Desk.take(1, .running)])
    empty.press(.character("w"))
    empty.apply(.eveningLoaded(Evening()))
    #expect(empty.top == nil)
    #expect(empty.message == "No film is here that is not judged.")
  }

  @Test func whatIsSaidOfATakeOfAnotherDayBringsItIntoNoEvening() {
    var desk = desk(2)
    desk.press(.character("w"))
    desk.apply(.eveningLoaded(Evening(desk.store, since: desk.state.midnight)))
    var old = Self.film(9, "of last week")
    old.saved = desk.state.midnight + .milliseconds(-1)
    desk.apply(.takeChanged(old, desk.state.list.counts))
    desk.press(.character(" "), .character(" "))
    #expect(sheet(desk)?.evening.takes.map(\.number.value) == [1, 2])
  }

  @Test func atMidnightWhatIsNotJudgedIsCountedAnew() {
    var desk = desk(2)
    desk.pass(desk.state.midnight + .seconds(86_399) - desk.state.now)
    #expect(!desk.effects.contains(.countUnjudged(since: desk.state.midnight)))
    desk.pass(.seconds(1))
    #expect(desk.effects.contains(.countUnjudged(since: desk.state.midnight)))
  }

  @Test func theHelpIsThereAndLeadsBack() {
    var desk = opened(desk(2))
    desk.press(.function(1))
    #expect(desk.state.context == .help)
    desk.press(.escape)
    #expect(shown(desk) == 1)
  }

  @Test func whoHasGoneOnIsNotCalledBack() {
    var desk = desk(2)
    desk.press(.character("w"), .character("?"))
    desk.apply(.eveningLoaded(Evening(desk.store)))
    #expect(desk.state.context == .help)
  }

  // MARK: The sheet

  @Test func shotsAndPromptsWithoutACircledTakeAreToBeTriedAgain() {
    var takes = (1...7).map { Self.film($0, $0 < 3 ? "lantern" : "prompt \($0)") }
    for place in [2, 3] { takes[place].origin = TakeOrigin(shot: "gate") }
    (takes[0].verdict, takes[1].verdict) = (.noGood, .noGood)
    (takes[2].verdict, takes[3].verdict) = (.noGood, .circled)
    takes[4].verdict = .noGood
    takes[5] = Desk.take(6, .failed, "market")
    let evening = Evening(takes)
    let again = evening.tryAgain.map { "\($0.take.number) \($0.count)" }
    #expect(Set(again) == ["T002 2", "T005 1", "T006 1"], "the gate has a circled one, the last is not judged")
  }

  @Test func judgingOnTheSheetKeepsThePlaceAndAgainOrdersTheSelectedRow() {
    var desk = opened(desk(3))
    desk.press(.escape)
    #expect(sheet(desk)?.rows.count == 3)
    desk.press(.character("-"))
    desk.carryOutEdits()
    // The first is no good and to be tried again; the cursor stands where it stood.
    #expect(sheet(desk)?.selected == 0)
    #expect(sheet(desk)?.row == sheet(desk)?.rows[0])
    desk.press(.character("a"))
    #expect(desk.state.context == .review)
    desk.press(.escape)
    #expect(sheet(desk) != nil)
    desk.press(.character("w"))
    #expect(desk.effects == [.loadEvening(since: desk.state.midnight)])
    desk.apply(.eveningLoaded(Evening(desk.store)))
    #expect(shown(desk) == 2)
  }

  @Test func aRowThatIsSelectedStaysSoWhenOthersMove() {
    var desk = opened(desk(3))
    desk.press(.escape, .down, .down)
    #expect(sheet(desk)?.row?.take.number.value == 3)
    desk.change(1) { $0.verdict = .circled }
    #expect(sheet(desk)?.row?.take.number.value == 3)
  }

  // MARK: Money

  private func priced(_ number: Int, _ phase: TakePhase = .saved) -> Take {
    var take = phase == .saved ? Self.film(number, "p") : Desk.take(number, phase, "p")
    take.price = TakePrice(perSecond: Money(millionths: 500_000, "CNY"), since: Day("2025-11-01")!)
    return take
  }

  @Test func whatIsNotKnownIsNamedAndNeverCountedAsNothing() {
    var header = Self.film(3, "p")
    header.billedCost = "1.5"
    let sum = CostSum([priced(1), priced(2), header, Self.film(4, "p"), priced(5, .unsure), priced(6, .failed)])
    #expect(sum.parts.map(\.amount.text) == ["1.50 USD", "8.00 CNY"])
    #expect(sum.parts.map(\.source) == [.header, .estimate])
    #expect(sum.text(.english).contains("1.50 USD (") && sum.text(.english).contains(" + 8.00 CNY ("))
    #expect([sum.unknown, sum.unsure, sum.failed].map { $0.map(\.value) } == [[4], [5], [6]])
    #expect(sum.text(per: 2) == "0.75 USD + 4.00 CNY")
    #expect(sum.text(per: 3) == "0.50 USD + 2.67 CNY")
    #expect(sum.text(per: 0) == "")
    #expect(CostSum([Self.film(4, "p")]).parts.isEmpty)
    var billed = priced(7)
    billed.billedSeconds = 4
    #expect(CostSum([priced(1), billed]).parts.count == 2, "figures of two sources are not added")
    var refused = priced(8, .failed)
    refused.videoID = nil
    #expect(CostSum([refused]) == CostSum([]), "it was never taken on")
    #expect(CostSum([priced(1, .held)]) == CostSum([]), "what has not left costs nothing")
  }
}
