import DailiesCore
import TerminalCanvas
import Testing

/// What happens by itself does not push away an answer to one's own key.
struct NewsTests {
  private func desk(_ count: Int) -> Desk {
    Desk(takes: [Desk.take(20, .saved)] + (1...count).reversed().map { Desk.take($0, .saving) })
  }

  private func save(_ number: Int, _ desk: inout Desk) {
    desk.change(number) { _ = $0.saveEnded(path: "/films/\(number).mp4", bytes: 1, film: nil, at: Desk.start) }
  }

  private func fail(_ number: Int, _ desk: inout Desk) {
    desk.change(number) {
      $0.phase = .failed
      $0.problem = Problem(.generationFailed)
    }
  }

  @Test func newsWaitUntilAnAnswerCouldBeRead() {
    var desk = desk(2)
    desk.press(.character("r"))
    let answer = Strings.notWatched(.english, "T020", TakePhase.saved.word(.english))
    desk.pass(.seconds(1))
    save(1, &desk)
    #expect(desk.message == answer)
    #expect(desk.state.log.count == 2, "the activity log has them at once")
    #expect(desk.state.deadline == Desk.start + .seconds(2), "a clock is on the screen")
    desk.pass(.milliseconds(2_999))
    #expect(desk.message == answer)
    desk.pass(.milliseconds(1))
    #expect(desk.message == Strings.isSaved(.english, "T001", "/films/1.mp4"))
    save(2, &desk)
    #expect(desk.message == Strings.isSaved(.english, "T002", "/films/2.mp4"), "news take the place of news")
  }

  @Test func theStateWakesUpForThem() {
    var desk = Desk(takes: [Desk.take(2, .saved), Desk.take(1, .held)])
    desk.press(.character("r"))
    fail(1, &desk)
    desk.pass(.seconds(2))
    #expect(desk.state.deadline == Desk.start + .seconds(4))
    desk.pass(.seconds(2))
    #expect(desk.message.hasPrefix("T001: "))
    #expect(desk.state.deadline == nil)
  }

  @Test func whatHasGatheredIsOne() {
    var desk = desk(5)
    desk.press(.character("r"))
    for number in 1...5 { save(number, &desk) }
    desk.pass(.seconds(4))
    #expect(desk.message == Strings.areSaved(.english, "5"))
    #expect(desk.state.log.count == 6)
  }

  @Test func ofDifferentNewsTheWorstIsNamed() {
    var desk = desk(3)
    desk.press(.character("r"))
    save(1, &desk)
    fail(2, &desk)
    let failure = desk.state.log.last?.text(.english) ?? ""
    save(3, &desk)
    desk.pass(.seconds(4))
    #expect(desk.message == Strings.severalNews(.english, failure, "3"))
    #expect(desk.state.message?.tone == .bad)
  }

  @Test func theNextKeyLetsThemIn() {
    var desk = desk(1)
    desk.press(.character("r"))
    save(1, &desk)
    desk.pass(.seconds(2))
    desk.press(.down)
    #expect(desk.message == Strings.isSaved(.english, "T001", "/films/1.mp4"))
  }

  @Test func anotherAnswerComesBeforeThem() {
    var desk = desk(1)
    desk.press(.character("r"))
    save(1, &desk)
    desk.pass(.seconds(3))
    desk.press(.character("u"))
    let answer = desk.message
    #expect(answer == Strings.nothingToUndo(.english))
    desk.pass(.seconds(3))
    #expect(desk.message == answer)
    desk.pass(.seconds(1))
    #expect(desk.message == Strings.isSaved(.english, "T001", "/films/1.mp4"))
  }

  @Test func newsThatAreOldWhenTheirTurnComesAreNotSaid() {
    var desk = Desk(takes: [Desk.take(2, .saved), Desk.take(1, .sending)])
    desk.press(.character("r"))
    desk.change(1) { $0.phase = .queued }
    desk.change(1) { $0.phase = .running }
    desk.pass(.seconds(4))
    #expect(desk.message == Strings.notWatched(.english, "T002", TakePhase.saved.word(.english)))
  }

  @Test func aClockThatWasPutBackHoldsNothingUp() {
    var desk = desk(1)
    desk.press(.character("r"))
    save(1, &desk)
    desk.pass(.seconds(-60))
    #expect(desk.message == Strings.isSaved(.english, "T001", "/films/1.mp4"))
  }
}
