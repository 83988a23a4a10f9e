import DailiesCore
import Testing
import VideosAPI

@Suite struct TimeStateTests {
  private func running(_ number: Int, sentBefore seconds: Int) -> Take {
    var take = Desk.take(number, .running)
    take.sent = Desk.start + .seconds(-seconds)
    take.accepted = take.sent
    take.unfinishedAt = take.sent
    return take
  }

  private func finished(_ take: Take, at now: Timestamp = Desk.start) -> Take {
    var take = take
    #expect(take.receive(Video(id: "v", statusWord: "completed"), at: now, unfinishedAt: now + .seconds(-5)) == true)
    return take
  }

  @Test func whatFinishesTeachesWhatStillRuns() {
    var desk = Desk(takes: [running(2, sentBefore: 40), running(1, sentBefore: 120)])
    #expect(desk.state.timeLeft(of: running(2, sentBefore: 40)) == nil)
    desk.apply(.takeChanged(finished(running(1, sentBefore: 120)), TakeCounts()))
    #expect(desk.state.timeLeft(of: running(2, sentBefore: 40)) == .left(.seconds(80)))
    desk.apply(.clockAdvanced(Desk.start + .seconds(200)))
    #expect(desk.state.timeLeft(of: running(2, sentBefore: 40)) == .late(.seconds(120)))
  }

  @Test func aTakeTeachesOnceHoweverOftenItIsTold() {
    let old = finished(running(1, sentBefore: 120))
    var desk = Desk(takes: [running(2, sentBefore: 40), old])
    for _ in 0..<3 { desk.apply(.takeChanged(old, TakeCounts())) }
    #expect(desk.state.usualTime(of: running(2, sentBefore: 40)) == nil, "it had finished before")
  }

  @Test func whatTheStoreKnewIsThereFromTheStart() {
    var desk = Desk(takes: [running(2, sentBefore: 40)])
    let time = TakeTime(
      number: Take.Number(1), kind: TakeKind(running(2, sentBefore: 0)), took: .seconds(100), finished: Desk.start)
    desk.apply(.timesLoaded([time]))
    #expect(desk.state.usualTime(of: running(2, sentBefore: 40))?.takes == 1)
  }

  @Test func withoutMotionNoClockAsksToBeDrawn() {
    var settings = Settings()
    settings.motion = false
    var desk = Desk(settings: settings)
    desk.load([running(1, sentBefore: 10)])
    #expect(desk.state.deadline == nil)
    var leaving = Desk.take(2, .leaving)
    leaving.leavesAt = Desk.start + .seconds(5)
    desk.apply(.takesRecorded([leaving], TakeCounts()))
    #expect(desk.state.deadline != nil, "it can still be taken back")
    desk = Desk()
    desk.load([running(1, sentBefore: 10)])
    #expect(desk.state.deadline == Desk.start + .seconds(1))
  }

  @Test func whatIsOnlyAFigureIsNoNews() {
    let desk = Desk(takes: [running(1, sentBefore: 10)])
    let number = Take.Number(1)
    var further = running(1, sentBefore: 10)
    further.percentComplete = 40
    let figures: [Action] = [
      .takeAsked(number, at: Desk.start), .takeReached(number, at: Desk.start, nextCheck: nil),
      .checkPlanned(number, nil), .takeChanged(further, TakeCounts()), .clockAdvanced(Desk.start),
    ]
    for action in figures { #expect(!desk.state.isNews(action), "\(action)") }
    let news: [Action] = [
      .takeChanged(finished(running(1, sentBefore: 10)), TakeCounts()), .noted(Note(Strings.draftGone)),
      .takeChanged(Desk.take(7, .ready), TakeCounts()),
    ]
    for action in news { #expect(desk.state.isNews(action), "\(action)") }
  }

  @Test func whatWasSpentTodayStandsBesideItsLimit() {
    var desk = Desk { profile in
      profile.currency = "CNY"
      profile.dayHard = "80"
    }
    func facts() -> [String] { TotalLine(desk.state).facts.map(\.text) }
    #expect(facts().isEmpty, "nothing is known yet")
    let today = Spending.Sum(money: ["CNY": 31_500_000], seconds: 64)
    desk.apply(.spendingLoaded(Spending(profile: "default", day: desk.state.today, today: today, month: today)))
    #expect(facts() == ["up to 31.50 / 80.00 CNY today"])
    var plain = Desk()
    plain.apply(.spendingLoaded(Spending(profile: "default", day: desk.state.today, today: today, month: today)))
    #expect(TotalLine(plain.state).facts.map(\.text) == ["up to 31.50 CNY today"])
  }

  @Test func theFirstFactsToGoAreThoseThatWaitLongest() {
    var desk = Desk()
    desk.load([Desk.take(4, .running), Desk.take(3, .ready), Desk.take(2, .held), Desk.take(1, .unsure)])
    let line = TotalLine(desk.state)
    #expect(line.fitting(80).facts.map(\.text) == ["1 live", "1 ready", "1 held", "1 unsure"])
    #expect(line.fitting(80).width == 36)
    #expect(line.fitting(35).facts.map(\.text) == ["1 live", "1 ready", "1 unsure"])
    #expect(line.fitting(17).facts.map(\.text) == ["1 live", "1 unsure"])
    #expect(line.fitting(6).facts.map(\.text) == ["1 live"])
    #expect(line.fitting(3).facts.isEmpty)
  }
}
