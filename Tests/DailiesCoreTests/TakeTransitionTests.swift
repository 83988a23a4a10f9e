import DailiesCore
import Testing
import VideosAPI

/// Every thing that can happen to a take, tried in every phase.
struct TakeTransitionTests {
  struct Transition: Sendable, CustomTestStringConvertible {
    var name: String
    /// Where it applies and where it leads; in all other phases the take stays as it is.
    var leads: [TakePhase: TakePhase]
    var body: @Sendable (inout Take) -> Bool

    var testDescription: String { name }

    init(_ name: String, from: [TakePhase], to: TakePhase, _ body: @escaping @Sendable (inout Take) -> Bool) {
      self.name = name
      leads = Dictionary(uniqueKeysWithValues: from.map { ($0, to) })
      self.body = body
    }
  }

  static let now = Desk.start + .seconds(10)
  static let problem = Problem(.serviceFault, detail: "why")
  static let video = Video(id: "v", statusWord: "in_progress")

  static let transitions: [Transition] = [
    Transition("countdown", from: [.held, .leaving], to: .leaving) { $0.startCountdown(until: now) },
    Transition("hold", from: [.held, .leaving], to: .held) { $0.hold(.notSent, problem) },
    Transition("send", from: [.held, .leaving], to: .sending) { $0.startSending(at: now) },
    Transition("take back", from: [.held, .leaving], to: .dropped) { $0.takeBack() },
    Transition("accepted", from: [.sending], to: .running) { $0.createEnded(.accepted(video, cost: "0.4"), at: now) },
    Transition("refused", from: [.sending], to: .failed) { $0.createEnded(.refused(problem), at: now) },
    Transition("create held", from: [.sending], to: .held) { $0.createEnded(.held(.keyRefused, problem), at: now) },
    Transition("slowed", from: [.sending], to: .held) {
      $0.createEnded(.slowedDown(wait: .seconds(15), problem), at: now)
    },
    Transition("unsure", from: [.sending], to: .unsure) { $0.createEnded(.unsure(problem), at: now) },
    Transition("queued", from: [.queued, .running], to: .queued) {
      $0.receive(Video(id: "v", statusWord: "pending"), at: now)
    },
    Transition("running", from: [.queued, .running], to: .running) { $0.receive(video, at: now) },
    Transition("odd word", from: [.queued, .running], to: .running) {
      $0.receive(Video(id: "v", statusWord: "dreaming"), at: now)
    },
    Transition("completed", from: [.queued, .running], to: .ready) {
      $0.receive(Video(id: "v", statusWord: "completed"), at: now)
    },
    Transition("failed", from: [.queued, .running], to: .failed) {
      $0.receive(Video(id: "v", statusWord: "failed"), at: now)
    },
    Transition("cancelled", from: [.queued, .running], to: .failed) {
      $0.receive(Video(id: "v", statusWord: "canceled"), at: now)
    },
    Transition("expired", from: [.queued, .running], to: .failed) {
      $0.receive(Video(id: "v", statusWord: "expired"), at: now)
    },
    Transition("saving starts", from: [.ready, .gone, .failed], to: .saving) { $0.startSaving() },
    Transition("saved", from: [.saving, .ready], to: .saved) {
      $0.saveEnded(path: "/a.mp4", bytes: 1, film: nil, at: now)
    },
    Transition("saving failed", from: [.saving, .ready], to: .ready) { $0.saveFailed(problem) },
    Transition("no film", from: [.saving, .ready], to: .gone) { $0.filmIsGone(problem, at: now) },
    Transition("settled by id", from: [.unsure], to: .queued) { $0.settle(.id("v2"), at: now) },
    Transition("settled: never arrived", from: [.unsure], to: .dropped) { $0.settle(.neverArrived, at: now) },
    Transition("settled: lost", from: [.unsure], to: .gone) { $0.settle(.lost, at: now) },
  ]

  @Test(arguments: transitions, TakePhase.allCases)
  func newsAppliesWhereItBelongsAndChangesNothingForATakeThatMovedOn(transition: Transition, phase: TakePhase) {
    let before = Desk.take(4, phase)
    var take = before
    let applied = transition.body(&take)
    if let next = transition.leads[phase] {
      #expect(applied)
      #expect(take.phase == next)
    } else {
      #expect(!applied)
      #expect(take == before)
    }
    #expect(take.number == before.number)
    #expect(take.order == before.order)
  }

  @Test func aLateChangeOfATakeReachesTheScreenUnchanged() {
    var take = Desk.take(4, .dropped)
    #expect(take.createEnded(.accepted(Self.video, cost: nil), at: Self.now) == false)
    #expect(take == Desk.take(4, .dropped))
  }

  // MARK: What comes of a create

  private func ended(_ outcome: CreateOutcome) -> Take {
    var take = Desk.take(4, .leaving)
    #expect(take.startSending(at: Desk.start) == true)
    #expect(take.createEnded(outcome, at: Self.now) == true)
    return take
  }

  @Test func anAcceptedTakeHasItsIDForGoodAndWhatWasSaidOfTheCost() {
    var video = Video(id: "first", statusWord: "queued")
    video.usage = Video.Usage(durationSeconds: 4)
    var take = ended(.accepted(video, cost: "1.25"))
    #expect(take.phase == .queued)
    #expect(take.videoID == "first")
    #expect(take.billedCost == "1.25")
    #expect(take.billedSeconds == 4)
    #expect(take.accepted == Self.now)
    #expect(take.receive(Video(id: "second", statusWord: "running", progress: 40), at: Self.now) == true)
    #expect(take.videoID == "first")
    #expect(take.percentComplete == 40)
    #expect(take.receive(Video(id: "third", statusWord: "running"), at: Self.now) == true)
    #expect(take.percentComplete == 40, "no figure is not zero")
  }

  @Test func anAcceptedTakeMayBeOverAtOnce() {
    #expect(ended(.accepted(Video(id: "v", statusWord: "completed"), cost: nil)).phase == .ready)
    let failed = ended(.accepted(Video(id: "v", statusWord: "failed"), cost: nil))
    #expect(failed.phase == .failed)
    #expect(failed.videoID == "v")
  }

  @Test func aRefusalEndsTheTake() {
    let take = ended(.refused(Self.problem))
    #expect(take.phase == .failed)
    #expect(take.problem == Self.problem)
    #expect(take.finished == Self.now)
    #expect(take.videoID == nil)
    #expect(!take.leavesByItself)
  }

  @Test(arguments: [HeldReason.keyRefused, .balanceUsedUp, .wrongAddress, .notSent])
  func whatWasSurelyNotAcceptedIsHeldAndLeavesByAKeyOnly(reason: HeldReason) {
    let take = ended(.held(reason, Self.problem))
    #expect(take.phase == .held)
    #expect(take.heldReason == reason)
    #expect(take.sent == nil)
    #expect(take.leavesAt == nil)
    #expect(!take.leavesByItself)
  }

  @Test func whatMayHaveBeenAcceptedIsUnsureAndNeverLeavesAgain() {
    var take = ended(.unsure(Self.problem))
    #expect(take.phase == .unsure)
    #expect(take.sent == Desk.start)
    #expect(!take.leavesByItself)
    #expect(take.startSending(at: Self.now) == false)
    #expect(take.startCountdown(until: Self.now) == false)
    #expect(take.takeBack() == false)
    #expect(take.recover() == false)
  }

  @Test func aTakeThatIsSlowedDownLeavesAfterTheWaitAtMostFiveTimes() {
    var take = Desk.take(4, .leaving)
    var now = Desk.start
    for time in 1...5 {
      #expect(take.startSending(at: now) == true)
      #expect(take.createEnded(.slowedDown(wait: .seconds(20), Self.problem), at: now) == true)
      #expect(take.phase == .held)
      #expect(take.slowdowns == time)
      if time < 5 {
        #expect(take.heldReason == .slowedDown)
        #expect(take.leavesAt == now + .seconds(20))
        #expect(take.leavesByItself)
      } else {
        #expect(take.heldReason == .slowedTooLong)
        #expect(take.leavesAt == nil)
        #expect(!take.leavesByItself)
      }
      now = now + .seconds(20)
    }
  }

  @Test func aTakeThatIsSlowedDownForHalfAnHourWaitsForAKey() {
    var take = Desk.take(4, .leaving)
    for (minute, reason) in [(0, HeldReason.slowedDown), (29, .slowedDown), (30, .slowedTooLong)] {
      let now = Desk.start + .seconds(minute * 60)
      #expect(take.startSending(at: now) == true)
      #expect(take.createEnded(.slowedDown(wait: .seconds(60), Self.problem), at: now) == true)
      #expect(take.heldReason == reason)
    }
    #expect(take.leavesAt == nil)
  }

  // MARK: A start after a crash

  @Test(arguments: TakePhase.allCases) func aStartNeverSendsWhatTheLastRunLeftBehind(phase: TakePhase) {
    var take = Desk.take(4, phase)
    let before = take
    let isChanged = take.recover()
    switch phase {
    case .leaving:
      #expect(take.phase == .held)
      #expect(take.heldReason == .interrupted)
      #expect(take.leavesAt == nil)
    case .sending:
      #expect(take.phase == .unsure)
      #expect(take.problem?.kind == .interrupted)
      #expect(take.sent == before.sent)
    case .saving:
      #expect(take.phase == .ready)
    default:
      #expect(!isChanged)
      #expect(take == before)
      return
    }
    #expect(isChanged)
    #expect(!take.leavesByItself)
  }

  @Test(arguments: HeldReason.allCases) func aStartHoldsWaitsThatWouldHaveEndedByThemselves(reason: HeldReason) {
    var take = Desk.take(4, .held)
    take.heldReason = reason
    take.leavesAt = reason == .slowedDown ? Self.now : nil
    let isChanged = take.recover()
    #expect(isChanged == [.slowedDown, .waitingTurn].contains(reason))
    #expect(take.heldReason == (isChanged ? .interrupted : reason))
    #expect(!take.leavesByItself)
  }

  // MARK: Facts

  @Test func theReasonOfAFailureIsKeptInTheServicesWords() {
    var take = Desk.take(4, .running)
    let failure = Video.Failure(code: "13", message: "the model fell over")
    #expect(take.receive(Video(id: "v", statusWord: "failed", failure: failure), at: Self.now) == true)
    #expect(take.problem == Problem(.generationFailed, detail: "the model fell over"))
    #expect(take.finished == Self.now)
  }

  @Test func savingFailedKeepsTheFilmWithinReachAndSavedForgetsTheProblem() {
    var take = Desk.take(4, .saving)
    #expect(take.saveFailed(Self.problem) == true)
    #expect(take.problem == Self.problem)
    #expect(take.startSaving() == true)
    let film = Take.FilmFacts(width: 1280, height: 720, seconds: 8.1)
    #expect(take.saveEnded(path: "/a.mp4", bytes: 7, film: film, at: Self.now) == true)
    #expect(take.problem == nil)
    #expect(take.filePath == "/a.mp4")
    #expect(take.fileBytes == 7)
    #expect(!take.differsFromOrder)
  }

  @Test func onlyAFilmWhoseFileIsGoneIsSavedAgain() {
    var take = Desk.take(4, .saving)
    _ = take.saveEnded(path: "/a.mp4", bytes: 7, film: nil, at: Self.now)
    #expect(take.startSaving() == false)
    #expect(take.startSaving(insteadOf: "/b.mp4") == false)
    #expect(take.startSaving(insteadOf: "/a.mp4") == true)
    #expect(take.phase == .saving && take.filePath == nil && take.saved == nil)
  }

  @Test func whatNeverArrivedSaysSoAndWantsNothingMore() {
    var take = Desk.take(4, .unsure)
    #expect(take.settle(.neverArrived, at: Self.now) == true)
    #expect(take.problem?.kind == .neverArrived)
  }

  @Test(arguments: [(1280, 720, 8.5, false), (1280, 720, 8.6, true), (720, 1280, 8, true), (1280, 722, 8, true)])
  func aFilmThatIsNotAsOrderedIsNoticed(width: Int, height: Int, seconds: Double, differs: Bool) {
    var take = Desk.take(4, .saved)
    #expect(!take.differsFromOrder)
    take.film = Take.FilmFacts(width: width, height: height, seconds: seconds)
    #expect(take.differsFromOrder == differs)
  }

  @Test(
    arguments: [
      ("T031", 31), ("t31", 31), ("31", 31), ("T1000", 1000), ("", nil), ("T", nil), ("TT1", nil), ("0", nil),
      ("T-1", nil), ("+5", nil), ("T 1", nil), ("٣", nil), ("31x", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func takeNumbersAreReadAsPeopleWriteThem(text: String, number: Int?) {
    #expect(Take.Number(text)?.value == number)
  }

  @Test func takeNumbersHaveThreeDigitsAtLeast() {
    #expect([1, 31, 310, 3100].map { Take.Number($0).description } == ["T001", "T031", "T310", "T3100"])
    #expect(Take.Number("T031") == Take.Number(31))
  }
}
