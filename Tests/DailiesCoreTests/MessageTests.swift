import DailiesCore
import TerminalCanvas
import Testing

struct MessageTests {
  @Test func whatIsSaidOfATakeGoesWhenItMovesOn() {
    var take = Desk.take(9, .leaving)
    var desk = Desk()
    desk.store = [take]
    desk.apply(.takesRecorded([take], desk.counts))
    #expect(desk.message == Strings.leavesSoonFromDraft(.english, "T009"))
    desk.change(9) { _ = $0.startSending(at: Desk.start) }
    #expect(desk.message == "")
    #expect(desk.state.log.map { $0.text(.english) } == [Strings.leavesSoonFromDraft(.english, "T009")])
    take = Desk.take(8, .queued)
    desk.store.append(take)
    desk.apply(.noted(Note(Strings.offline, "no route")))
    desk.change(8) { $0.phase = .running }
    #expect(desk.message == Strings.offline(.english, "no route"), "what is about no take stays")
  }

  @Test func whatWasSaidGoesAtTheNextKeyThatDoesSomethingElse() {
    var desk = Desk(takes: [Desk.take(2, .saving), Desk.take(1, .saved)])
    desk.change(2) { _ = $0.saveEnded(path: "/films/b.mp4", bytes: 1, film: nil, at: Desk.start) }
    desk.press(.down)
    #expect(desk.message == Strings.isSaved(.english, "T002", "/films/b.mp4"), "nobody can have read it yet")
    desk.pass(.seconds(2))
    #expect(desk.message != "")
    desk.press(.up)
    #expect(desk.message == "")
    #expect(desk.state.log.count == 1)
  }

  @Test func typingLeavesWhatWasSaid() {
    var desk = Desk()
    desk.apply(.noted(Note(Strings.newDraft)))
    desk.pass(.seconds(9))
    desk.type("a fox")
    desk.press(.left, .backspace)
    #expect(desk.message == Strings.newDraft(.english))
  }

  @Test func aHeldTakeThatLeavesAgainLosesItsOldProblem() {
    var take = Desk.take(1, .held)
    take.problem = Problem(.keyRefused)
    let leaves = take.startCountdown(until: Desk.start)
    #expect(leaves)
    #expect(take.problem == nil)
  }

  @Test func quittingIsOfferedOnlyByKeysThatQuit() {
    var desk = Desk()
    desk.press(.control("c"))
    #expect(desk.message == Strings.pressAgain(.english))
    desk.type("q")
    #expect(desk.state.prompt.text == "q")
    #expect(desk.message == "", "it no longer holds")
    desk.press(.escape, .control("c"))
    #expect(desk.message == Strings.pressAgainOrQ(.english))
    desk.press(.character("q"))
    #expect(desk.effects.last == .quit)
  }

  // MARK: The way to the service

  @Test func anAnsweredCreateCountsAsReached() {
    for phase in [TakePhase.queued, .running, .failed] {
      var desk = Desk(takes: [Desk.take(1, .sending)])
      desk.change(1) { $0.phase = phase }
      #expect(desk.state.network == .reached, "\(phase)")
    }
  }

  @Test func aCreateThatCameBackTellsTheWay() {
    let cases: [(TakePhase, Problem, NetworkState)] = [
      (.held, Problem(.unreachable), .offline(since: Desk.start)),
      (.held, Problem(.keyRefused, status: 401), .keyRefused),
      (.held, Problem(.balanceUsedUp, status: 402), .reached),
      (.unsure, Problem(.serviceFault, status: 502), .reached),
      (.unsure, Problem(.answerLost), .reached),
      (.held, Problem(.imageUnreadable), .unknown),
    ]
    for (phase, problem, network) in cases {
      var desk = Desk(takes: [Desk.take(1, .sending)])
      desk.change(1) {
        $0.phase = phase
        $0.problem = problem
      }
      #expect(desk.state.network == network, "\(problem.kind)")
    }
  }

  @Test func anImportTellsTheWayAsWell() {
    var desk = Desk(takes: [])
    desk.apply(.importRefused(Problem(.unreachable)))
    #expect(desk.state.network == .offline(since: Desk.start))
    desk.apply(.importRefused(Problem(.notFound, status: 404)))
    #expect(desk.state.network == .reached)

    desk = Desk(takes: [])
    var old = Desk.take(1, .queued)
    desk.apply(.takeChanged(old, desk.counts))
    #expect(desk.state.network == .unknown, "an old take says nothing of the way now")
    old = Desk.take(2, .queued)
    old.accepted = Desk.start
    desk.apply(.takeChanged(old, desk.counts))
    #expect(desk.state.network == .reached)
  }
}
