import DailiesCore
import TerminalCanvas
import Testing

struct SavePauseStateTests {
  private static let numbers = (1...9).map { Take.Number($0) }

  @Test func aKeyPausesTheTakeThatIsBeingSavedAndLetsItGoOn() {
    var desk = Desk(takes: [Desk.take(3, .saving), Desk.take(2, .saving)])
    desk.press(.character("z"))
    #expect(desk.effects == [.pauseSaving([Take.Number(3)])])
    desk.change(3) { _ = $0.pauseSaving() }
    desk.change(3) {
      _ = $0.saveBrokenOff(TakeActivity.Transfer(bytesReceived: 61, bytesExpected: 100, bytesPerSecond: 9))
    }
    #expect(desk.store[0].savePause == Take.SavePause(received: 61, expected: 100))
    #expect(
      desk.state.log.last?.text(desk.state.wording) == "T003: saving is paused, what arrived is kept. z goes on.")
    desk.press(.character("z"))
    #expect(desk.effects == [.save([Take.Number(3)])])
    #expect(desk.message == Strings.savingGoesOn(.english, "T003"))
  }

  @Test func anotherKeyPausesAllAndLetsAllGoOn() {
    var desk = Desk(takes: [Desk.take(4, .saved), Desk.take(3, .saving), Desk.take(2, .saving), Desk.take(1, .ready)])
    desk.press(.character("Z"))
    #expect(desk.effects == [.pauseSaving([Take.Number(2), Take.Number(3)])])
    for number in [2, 3] {
      desk.change(number) { _ = $0.pauseSaving() }
      desk.change(number) { _ = $0.saveBrokenOff(nil) }
    }
    desk.press(.character("Z"))
    #expect(desk.effects == [.save([Take.Number(2), Take.Number(3)])])
    var idle = Desk(takes: [Desk.take(4, .saved)])
    idle.press(.character("Z"))
    #expect(idle.effects == [] && idle.message == Strings.nothingIsSaving(.english))
  }

  @Test func whatIsNotBeingSavedIsNotPaused() {
    var desk = Desk(takes: [Desk.take(4, .saved)])
    desk.press(.character("z"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.isNotSaving(.english, "T004"))
  }

  @Test func whatWaitsToBeSavedIsMovedByTheKeysOfTheQueue() {
    var later = Desk.take(2, .saving)
    later.queuePlace = 30
    var desk = Desk(takes: [Desk.take(3, .saving), later])
    #expect(desk.state.liveTakes.savePlace(of: desk.store[0]) == 1)
    #expect(desk.state.liveTakes.savePlace(of: desk.store[1]) == 2)
    #expect(desk.state.savePlace(of: desk.store[1]) == nil, "nothing arrives here")
    let transfer = TakeActivity.Transfer(bytesReceived: 1, bytesExpected: 2, bytesPerSecond: 3)
    desk.apply(.transferProgressed(Take.Number(3), transfer))
    #expect(desk.state.savePlace(of: desk.store[0]) == nil)
    #expect(desk.state.savePlace(of: desk.store[1]) == 1)
    desk.press(.character("J"))
    #expect(desk.effects == [.moveInQueue(Take.Number(3), by: 1)])
    desk.press(.character("K"))
    #expect(desk.effects == [.moveInQueue(Take.Number(3), by: -1)])
  }

  @Test func whatIsPausedIsNoNewsForWhoLooksElsewhereAndIsSpokenOfBeforeItIsLost() {
    var take = Desk.take(2, .ready)
    take.savePause = Take.SavePause()
    take.finished = Desk.start + .seconds(-21 * 3600)
    let desk = Desk(takes: [take], savesAutomatically: true)
    #expect(desk.state.unsavedLine?.first?.fact == "T002 is not saved: finished 21 h ago")
  }

  @Test func newWorkOnATakeForgetsThePause() {
    var take = Desk.take(2, .saving)
    let results = [take.pauseSaving(), take.pauseSaving(), take.saveBrokenOff(nil), take.pauseSaving()]
    #expect(results == [true, false, true, false])
    #expect(!take.isToBeSaved && take.isInSaving)
    let isSaving = take.startSaving()
    #expect(isSaving && take.savePause == nil && take.phase == .saving)
    let isBrokenOff = take.saveBrokenOff(nil)
    #expect(isBrokenOff && take.isToBeSaved, "without a person it is wanted again")
  }

  @Test func markedTakesArePausedTogetherAndGoOnTogether() {
    var desk = Desk(takes: [Desk.take(4, .saved), Desk.take(3, .saving), Desk.take(2, .saving), Desk.take(1, .saving)])
    desk.press(.character(" "), .character(" "), .character(" "), .character("z"))
    #expect(desk.effects == [.pauseSaving([Take.Number(2), Take.Number(3)])])
    for number in [2, 3] {
      desk.change(number) { _ = $0.pauseSaving() }
      desk.change(number) { _ = $0.saveBrokenOff(nil) }
    }
    desk.press(.character("z"))
    #expect(desk.effects == [.save([Take.Number(2), Take.Number(3)])])
  }
}
