import DailiesCore
import TerminalCanvas
import Testing

/// What is about to leave, and how it is taken back.
struct LeavingTests {
  @Test(arguments: Place.allCases.filter { $0 != .noTakes && $0 != .setup })
  func f9TakesBackWhatIsLeavingFromAnywhere(place: Place) {
    var desk = place.desk()
    let leaving = desk.store.filter { $0.phase == .leaving }.map(\.number)
    desk.press(.function(9))
    #expect(desk.effects == [.takeBack(leaving)])
  }

  @Test func f9TakesBackWaitsThatEndByThemselvesButNotWhatWaitsForAKey() {
    var slowed = Desk.take(3, .held)
    slowed.heldReason = .slowedDown
    slowed.leavesAt = Desk.start + .seconds(15)
    var turn = Desk.take(2, .held)
    turn.heldReason = .waitingTurn
    var desk = Desk(takes: [Desk.take(4, .leaving), slowed, turn, Desk.take(1, .held)])
    desk.press(.function(9))
    #expect(desk.effects == [.takeBack([2, 3, 4].map { Take.Number($0) })])
  }

  @Test func f9TakesBackAHiddenTakeThatIsLeaving() {
    var desk = Desk(takes: [Desk.take(4, .leaving)])
    desk.change(4) { $0.isHidden = true }
    desk.press(.function(9))
    #expect(desk.effects == [.takeBack([Take.Number(4)])])
  }

  @Test func f9WithNothingLeavingSaysSo() {
    var desk = Desk(takes: [Desk.take(4, .sending)])
    desk.press(.function(9))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.nothingLeaving(.english))
  }

  @Test func thatNothingWasSentIsSaidOnlyOnceTheStoreSaysSo() {
    var desk = Desk(takes: [Desk.take(4, .leaving), Desk.take(3, .leaving)])
    desk.press(.function(9))
    #expect(desk.message == "")
    desk.change(3) { _ = $0.takeBack() }
    #expect(desk.message == "")
    desk.change(4) { _ = $0.takeBack() }
    #expect(desk.message == Strings.takenBack(.english, "T003 T004"))
  }

  @Test func aTakeThatLeftAtThatVeryMomentIsNotCalledTakenBack() {
    var desk = Desk(takes: [Desk.take(4, .leaving)])
    desk.press(.function(9))
    desk.change(4) { _ = $0.startSending(at: Desk.start) }
    #expect(desk.message == Strings.notSendable(.english, "T004"))
    #expect(!desk.state.log.contains { $0.phrase == Strings.takenBack || $0.phrase == Strings.droppedNow })
  }

  @Test func deleteDropsAHeldTakeAndNothingElse() {
    var desk = Desk(takes: [Desk.take(4, .held), Desk.take(3, .running)])
    desk.press(.delete)
    #expect(desk.effects == [.takeBack([Take.Number(4)])])
    desk.change(4) { _ = $0.takeBack() }
    #expect(desk.message == Strings.droppedNow(.english, "T004"))
    desk.answerQueries()
    desk.press(.down, .delete)
    #expect(desk.effects == [])
    #expect(desk.message == Strings.notSendable(.english, "T003"))
  }

  @Test func enterOnARowDoesWhatTheTakeWantsMost() {
    for phase in TakePhase.allCases where phase != .dropped {
      var desk = Desk(takes: [Desk.take(4, phase)])
      desk.press(.enter)
      let number = Take.Number(4)
      switch phase {
      case .held: #expect(desk.effects == [.release([number], countdown: 5)])
      case .leaving: #expect(desk.effects == [.sendNow([number])])
      case .unsure: #expect(desk.state.context == .settle)
      default:
        #expect(desk.state.context == .detail)
        #expect(desk.effects == [.loadEvents(number)])
      }
    }
  }

  @Test func theCountdownIsAnnouncedOnceTheIntentIsRecorded() {
    var desk = Desk()
    var take = Desk.take(9, .leaving)
    take.leavesAt = Desk.start + .milliseconds(4200)
    desk.store = [take]
    desk.apply(.takesRecorded([take], desk.counts))
    #expect(desk.message == Strings.leavesSoonFromDraft(.english, "T009"))
    #expect(desk.effects == [.loadRows(desk.state.list.query)])
    desk.answerQueries()
    #expect(desk.state.list.selectedNumber == Take.Number(9))
    desk.apply(.takesRecorded([take, Desk.take(10, .leaving)], desk.counts))
    #expect(desk.message == Strings.leaveSoonFromDraft(.english, "2"))
  }

  @Test func aRunningCountdownWakesTheScreenEverySecond() {
    var desk = Desk(takes: [Desk.take(9, .leaving)])
    desk.apply(.clockAdvanced(Desk.start + .milliseconds(250)))
    #expect(desk.state.deadline == Desk.start + .seconds(1))
    desk.change(9) { _ = $0.takeBack() }
    #expect(desk.state.deadline == nil)
  }

  // MARK: Quitting

  @Test(arguments: TakePhase.allCases) func quittingAsksOnlyWhileSomethingIsLeavingSendingOrSaving(phase: TakePhase) {
    var desk = Desk(takes: [Desk.take(4, phase)])
    desk.press(.character("q"))
    if [.leaving, .sending, .saving].contains(phase) {
      #expect(desk.top == .quitQuestion)
      #expect(desk.effects == [])
      desk.press(.character("n"))
      #expect(desk.state.layers == [])
      desk.press(.character("q"), .enter)
    }
    #expect(desk.effects == [.quit])
  }

  @Test func ctrlCCopiesTheSelectionThenArmsThenQuits() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(Key(.left, .shift), Key(.left, .shift), .control("c"))
    #expect(desk.effects == [.copy("wn")])
    #expect(!desk.state.isQuitArmed)
    desk.press(.left, .control("c"))
    #expect(desk.effects == [])
    #expect(desk.state.isQuitArmed)
    desk.press(.control("c"))
    #expect(desk.effects.last == .quit)
  }

  @Test func ctrlCClosesALayerWithoutArming() {
    var desk = Place.help.desk()
    desk.press(.control("c"))
    #expect(desk.state.layers == [])
    #expect(!desk.state.isQuitArmed)
  }

  @Test func anythingBetweenDisarmsQuitting() {
    for between in 0..<3 {
      var desk = Desk()
      desk.press(.control("c"))
      switch between {
      case 0: desk.press(.character("x"))
      case 1: desk.paste("x")
      default: desk.click(5, 5)
      }
      desk.press(.control("c"))
      #expect(!desk.effects.contains(.quit))
    }
  }
}
