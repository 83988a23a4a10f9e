import DailiesCore
import TerminalCanvas
import Testing

struct VerdictTests {
  private func verdicts(_ desk: Desk) -> [Verdict?] { desk.store.map(\.verdict) }

  @Test func thePlusCirclesTheMinusIsNoGoodAndTheEqualsSignClears() {
    var desk = Desk(takes: [Desk.take(2, .saved), Desk.take(1, .saved)])
    desk.press(.character("+"))
    #expect(desk.effects == [.changeTakes([Take.Number(2)], .set(.verdict(.circled)))])
    desk.carryOutEdits()
    #expect(verdicts(desk) == [.circled, nil])
    #expect(desk.message == "T002 is circled.")
    desk.press(.down, .character("-"))
    desk.carryOutEdits()
    #expect(verdicts(desk) == [.circled, .noGood])
    desk.press(.character("="))
    desk.carryOutEdits()
    #expect(verdicts(desk) == [.circled, nil])
    #expect(desk.state.list.rows.map(\.verdict) == [.circled, nil])
  }

  @Test func aVerdictIsTakenBackAndGivenAgain() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("+"))
    desk.carryOutEdits()
    desk.press(.character("u"))
    desk.carryOutEdits()
    #expect(verdicts(desk) == [nil])
    #expect(desk.message.contains("verdict"))
    desk.press(.character("U"))
    desk.carryOutEdits()
    #expect(verdicts(desk) == [.circled])
  }

  @Test(arguments: [TakePhase.held, .leaving, .queued, .running, .failed, .gone, .unsure])
  func whatHasNoFilmIsNotJudged(phase: TakePhase) {
    var desk = Desk(takes: [Desk.take(1, phase)])
    for key: Key in [.character("+"), .character("-")] {
      desk.press(key)
      #expect(!desk.effects.contains { if case .changeTakes = $0 { true } else { false } })
      #expect(desk.message.contains("has no film to judge"))
    }
  }

  @Test func markedTakesAreJudgedTogetherAndAboveTenItAsks() {
    var desk = Desk(takes: (1...12).reversed().map { Desk.take($0, .saved) })
    desk.press(.character(" "), .character(" "), .character("+"))
    #expect(desk.effects == [.changeTakes([Take.Number(11), Take.Number(12)], .set(.verdict(.circled)))])
    desk.carryOutEdits()
    desk.press(.character("V"), .character("-"))
    guard case .question(let act)? = desk.top else {
      Issue.record("it does not ask")
      return
    }
    #expect(act.takes.count == 12)
    desk.press(.enter)
    desk.carryOutEdits()
    #expect(verdicts(desk).allSatisfy { $0 == .noGood })
  }

  @Test func filmsOfTodayWithoutAVerdictAreCountedAnewWithEveryChangeOfAFilm() {
    var desk = Desk(takes: [Desk.take(2, .saved), Desk.take(1, .running)])
    desk.apply(.unjudgedCounted(1))
    #expect(TotalLine(desk.state).facts.last?.text == "w screening (1 unrated)")
    desk.change(1) { $0.phase = .saved }
    #expect(desk.effects.contains(.countUnjudged(since: desk.state.midnight)))
    desk.press(.character("+"))
    desk.carryOutEdits()
    #expect(desk.effects.contains(.countUnjudged(since: desk.state.midnight)))
    desk.apply(.unjudgedCounted(0))
    #expect(TotalLine(desk.state).facts.allSatisfy { !$0.text.contains("screening") })
  }

  @Test(arguments: [
    (1_762_956_131, 0, 1_762_905_600), (1_762_956_131, 28_800, 1_762_876_800), (1_762_956_131, -18_000, 1_762_923_600),
  ])
  func theDayBeginsAtTheLocalMidnight(now: Int64, offset: Int, midnight: Int64) {
    let state = State(
      size: Size(columns: 80, rows: 24), now: Timestamp(seconds: now), utcOffset: offset, language: .english,
      settings: Settings(),
      service: ServiceStatus(profile: "default", host: "h", baseURL: "https://h/v1", isDemo: false, hasKey: true))
    #expect(state.midnight == Timestamp(seconds: midnight))
  }
}
