import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// When somebody who looks elsewhere is called, and what is said.
struct NoticeTests {
  private func desk(
    _ phases: TakePhase..., notify: NotifyChoice = .auto, language: Language = .english, savesAutomatically: Bool = true
  ) -> Desk {
    var settings = Settings()
    settings.notify = notify.rawValue
    settings.savesAutomatically = savesAutomatically
    var desk = Desk(settings: settings, language: language)
    let takes = phases.enumerated().map { Desk.take($0.offset + 1, $0.element) }
    desk.load(takes)
    desk.apply(.liveTakesLoaded(takes))
    return desk
  }

  /// The texts that are told within the next seconds.
  private func told(_ desk: inout Desk) -> [String] {
    desk.pass(.seconds(2))
    return desk.effects.compactMap { if case .notify(let notice, _) = $0 { notice.text } else { nil } }
  }

  private func save(_ number: Int, in desk: inout Desk) {
    desk.change(number) { _ = $0.saveEnded(path: "/films/x.mp4", bytes: 9, film: nil, at: Desk.start) }
  }

  @Test func severalThatAreDoneWithinAMomentAreOneNotice() {
    var desk = desk(.saving, .running, .running, .running)
    desk.change(2) { $0.phase = .saving }
    save(2, in: &desk)
    desk.change(3) { $0.phase = .saving }
    save(3, in: &desk)
    desk.change(4) { $0.phase = .failed }
    #expect(desk.state.deadline.map { $0 <= desk.state.now + NoticePlan.moment } == true)
    #expect(told(&desk) == ["T004 FAILED, 2 takes saved"])
    #expect(told(&desk) == [])
  }

  @Test func aSingleTakeIsNamedWithAFewWordsOfItsPrompt() {
    var desk = desk(.running)
    desk.change(1) {
      $0.order.prompt = "Slow dolly in on a paper lantern workshop at dusk, warm light"
      $0.phase = .unsure
    }
    #expect(told(&desk) == ["T001 UNSURE: Slow dolly in on a paper lantern…"])
  }

  @Test func theNoticeIsInTheLanguageOfTheScreens() {
    var desk = desk(.running, .running, language: .chinese)
    desk.change(1) {
      $0.order.prompt = "黎明的运河上，一只纸船缓缓漂过石桥"
      $0.phase = .failed
    }
    #expect(told(&desk) == ["T001 失败：黎明的运河上，一只纸…"])
    desk.change(1) { $0.phase = .running }
    desk.change(1) { $0.phase = .failed }
    desk.change(2) { $0.phase = .failed }
    #expect(told(&desk) == ["2 条失败"])
  }

  @Test func whatWasReadyBeforeTheStartIsNoNews() {
    var desk = desk(.ready, .saving, .running)
    desk.change(1) { $0.phase = .saving }
    save(1, in: &desk)
    save(2, in: &desk)
    #expect(told(&desk) == [])
    // That one was not.
    desk.change(3) { $0.phase = .saving }
    save(3, in: &desk)
    #expect(told(&desk).count == 1)
  }

  @Test func aTakeThatNobodySawBeforeIsNoNews() {
    var desk = desk(.running)
    desk.apply(.takeChanged(Desk.take(9, .failed), TakeCounts()))
    #expect(told(&desk) == [])
  }

  @Test func readyIsToldOnlyWhereItIsNotSavedByItself() {
    var saving = desk(.running)
    saving.change(1) { $0.phase = .ready }
    #expect(told(&saving) == [])
    var staying = desk(.running, savesAutomatically: false)
    staying.change(1) { $0.phase = .ready }
    #expect(told(&staying).map { $0.prefix(10) } == ["T001 READY"])
    // What could not be saved stays ready, with the reason.
    var failing = desk(.running)
    failing.change(1) { $0.phase = .saving }
    failing.change(1) {
      $0.phase = .ready
      $0.problem = Problem(.serviceFault)
    }
    #expect(told(&failing).map { $0.prefix(10) } == ["T001 READY"])
  }

  @Test func whatWaitsForAPersonIsToldAlsoWhereItWaitedForSomethingElseBefore() {
    var desk = desk(.held, .held, .held)
    for number in 1...3 { desk.change(number) { $0.heldReason = .canary } }
    #expect(told(&desk) == [])
    desk.change(1) { _ = $0.hold(.waitingTurn) }
    desk.change(2) { _ = $0.hold(.notSent) }
    desk.change(3) { _ = $0.hold(.notSent, Problem(.overLimit)) }
    #expect(told(&desk).map { $0.prefix(9) } == ["T003 held"])
    desk.change(3) { _ = $0.hold(.notSent, Problem(.priceUnknown)) }
    #expect(told(&desk) == [])
    // Nobody is called for what is over within the moment.
    desk.change(2) { _ = $0.hold(.canarySeen) }
    desk.change(2) { _ = $0.hold(.waitingTurn) }
    #expect(told(&desk) == [])
  }

  @Test func whatAPersonSettlesIsNotTold() {
    var desk = desk(.unsure)
    desk.change(1) { $0.phase = .gone }
    #expect(told(&desk) == [])
  }

  @Test func whatIsLookedAtIsNotToldUnlessOneAsksForIt() {
    var desk = desk(.running, .running, .running)
    desk.apply(.input(.focus(true), at: desk.state.now))
    desk.change(1) { $0.phase = .failed }
    #expect(told(&desk) == [])
    desk.apply(.input(.focus(false), at: desk.state.now))
    desk.change(2) { $0.phase = .failed }
    #expect(told(&desk).count == 1)
    // After a suspend nobody knows.
    desk.apply(.input(.focus(true), at: desk.state.now))
    desk.apply(.resumed)
    desk.change(3) { $0.phase = .failed }
    #expect(told(&desk).count == 1)
  }

  @Test(arguments: [NotifyChoice.bell, .osc]) func aChosenWayIsTakenAlsoWhenTheWindowIsLookedAt(choice: NotifyChoice) {
    var desk = desk(.running, notify: choice)
    desk.apply(.input(.focus(true), at: desk.state.now))
    desk.change(1) { $0.phase = .failed }
    desk.pass(.seconds(2))
    #expect(
      desk.effects.contains { if case .notify(_, let way) = $0 { way == choice.way(isFocused: nil) } else { false } })
  }

  @Test func aCommandGetsTheTakesAndOffIsOff() {
    var desk = desk(.running, notify: .command)
    desk.change(1) { $0.phase = .failed }
    desk.pass(.seconds(2))
    #expect(
      desk.effects.contains {
        if case .runNotifyCommand(let notice) = $0 {
          notice.items.map(\.take.number) == [Take.Number(1)]
        } else {
          false
        }
      })
    var off = self.desk(.running, notify: .off)
    off.change(1) { $0.phase = .failed }
    #expect(told(&off) == [])
  }

  @Test func aLimitIsToldOnceWhenItIsReached() {
    var settings = Settings()
    settings.profiles[Profile.standardName]?.dayHard = "10"
    settings.profiles[Profile.standardName]?.monthSecondsHard = 100
    var desk = Desk(settings: settings)
    func spend(_ amount: Int64, seconds: Int) {
      let sum = Spending.Sum(money: ["CNY": amount * 1_000_000], seconds: seconds)
      desk.apply(.spendingLoaded(Spending(profile: "default", day: desk.state.today, today: sum, month: sum)))
    }
    // As it was at the start.
    spend(4, seconds: 20)
    spend(9, seconds: 60)
    #expect(told(&desk) == [])
    spend(12, seconds: 60)
    #expect(told(&desk) == ["limit of the day reached (day_hard)"])
    spend(13, seconds: 120)
    #expect(told(&desk) == ["limit of the month reached (month_seconds_hard)"])
  }

  @Test func aClockThatIsPutBackDelaysNothing() {
    var desk = desk(.running)
    desk.change(1) { $0.phase = .failed }
    desk.apply(.clockAdvanced(desk.state.now + .seconds(-3600)))
    #expect(told(&desk).count == 1)
  }

  @Test(arguments: [
    ("notify-send Dailies {text}", ["notify-send", "Dailies", "{text}"]),
    ("say 'it is done' \"a b\"c", ["say", "it is done", "a bc"]), ("  ", []), ("x ''", ["x", ""]),
    ("a $HOME;b", ["a", "$HOME;b"]),
  ])
  func aCommandIsAListOfWordsAndNoShellReadsIt(text: String, words: [String]) {
    #expect(CommandWords.split(text) == words)
  }
}
