import DailiesCore
import TerminalCanvas
import Testing

struct QueueKeyTests {
  private func held(_ number: Int, _ reason: HeldReason, batch: Int? = nil, place: Int? = nil) -> Take {
    var take = Desk.take(number, .held)
    take.heldReason = reason
    take.batch = batch.map { Batch(first: Take.Number($0), canary: .seen) }
    take.queuePlace = place
    return take
  }

  @Test func enterOnOneTakeOfABatchLetsAllGoThatWaitForTheSame() {
    var desk = Desk(takes: [
      held(9, .canarySeen, batch: 7), held(8, .canarySeen, batch: 7), held(6, .canarySeen, batch: 5),
      held(4, .keyRefused, batch: 7),
    ])
    desk.press(.enter)
    #expect(desk.effects == [.release([Take.Number(8), Take.Number(9)], countdown: 5)])
    desk.press(.end, .enter)
    #expect(desk.effects == [.release([Take.Number(4)], countdown: 5)])
  }

  @Test func aBatchIsDroppedAsAWhole() {
    var desk = Desk(takes: [held(9, .canarySeen, batch: 7), held(8, .refusedTwice, batch: 7), held(6, .notSent)])
    desk.press(Key(.delete, .shift))
    #expect(desk.effects == [.takeBack([Take.Number(8), Take.Number(9)])])
    desk.press(.end, Key(.delete, .shift))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.noBatch(.english, "T006"))
  }

  @Test func theQueueIsPausedAndGoesOn() {
    var desk = Desk(takes: [held(9, .paused)])
    desk.press(.character("P"))
    #expect(desk.effects == [.pauseQueue(true), .selectTake(Take.Number(9))] || desk.effects == [.pauseQueue(true)])
    desk.apply(.queuePaused(true))
    #expect(desk.message == Strings.queueIsPaused(.english))
    desk.press(.enter)
    #expect(desk.effects == [], "what is paused leaves by P alone")
    desk.press(.character("P"))
    #expect(desk.effects.contains(.pauseQueue(false)))
  }

  @Test func onlyWhatWaitsForItsTurnIsMoved() {
    var desk = Desk(takes: [held(9, .waitingTurn), held(8, .waitingTurn, place: 20), held(7, .notSent)])
    #expect(desk.state.liveTakes.queuePlace(of: desk.store[0]) == 1)
    #expect(desk.state.liveTakes.queuePlace(of: desk.store[1]) == 2)
    #expect(desk.state.liveTakes.queuePlace(of: desk.store[2]) == nil)
    desk.press(.character("J"))
    #expect(desk.effects == [.moveInQueue(Take.Number(9), by: 1)])
    desk.press(.character("K"))
    #expect(desk.effects == [.moveInQueue(Take.Number(9), by: -1)])
    desk.press(.end, .character("J"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.notInQueue(.english, "T007"))
  }

  @Test func whatFollowsItsCanaryCanBeTakenBackWithIt() {
    var canary = held(8, .waitingTurn)
    canary.batch = Batch(first: Take.Number(8), canary: .accepted)
    var other = held(9, .canary)
    other.batch = canary.batch
    var desk = Desk(takes: [other, canary])
    desk.press(.function(9))
    #expect(desk.effects == [.takeBack([Take.Number(8), Take.Number(9)])])
  }

  @Test func theCanaryIsChosenOnTheSheetAndRemembered() {
    var desk = Desk()
    desk.paste("{a|b}")
    desk.press(.function(5), .character("c"))
    #expect(desk.effects == [.rememberCanary(.accepted)])
    desk.press(.character("c"))
    #expect(desk.effects == [.rememberCanary(.seen)])
    desk.press(.enter)
    guard case .confirm(let confirmation, _, _)? = desk.effects.first else {
      Issue.record("nothing was confirmed")
      return
    }
    #expect(confirmation.canary == .seen)
    desk.press(.function(5))
    guard case .review(let sheet)? = desk.top else {
      Issue.record("no sheet")
      return
    }
    #expect(sheet.canary == .seen)
  }

  @Test func oneTakeAloneIsNoCanary() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(5), .character("c"), .enter)
    #expect(desk.effects == [.confirm([Desk.order("dawn")], for: desk.state.service.ofTakes, countdown: 5)])
  }
}
