import DailiesCore
import TerminalCanvas
import Testing

struct NetworkTests {
  private static let other = Take.Service(profile: "other", baseURL: "https://two.example/v1")

  private static func offline(_ number: Int) -> Take {
    var take = Desk.take(number, .held)
    take.heldReason = .offline
    take.problem = Problem(.unreachable)
    return take
  }

  @Test func aBrokenWayIsBrokenSinceTheFirstTry() {
    var desk = Desk()
    let first = desk.state.now
    desk.apply(.networkChanged(.offline(since: first)))
    desk.pass(.seconds(60))
    desk.apply(.networkChanged(.offline(since: desk.state.now)))
    #expect(desk.state.network == .offline(since: first))
  }

  @Test func theWayToAnotherServiceIsNotShown() {
    var desk = Desk()
    desk.apply(.networkChanged(.reached))
    desk.apply(.networkChanged(.keyRefused, of: Self.other))
    #expect(desk.state.network == .reached)
  }

  @Test func anAnswerThatWasUnderWayDoesNotEndAPause() {
    var desk = Desk()
    let until = desk.state.now + .seconds(40)
    desk.apply(.networkChanged(.slowedDown(until: until)))
    desk.apply(.takeReached(Take.Number(7), at: desk.state.now, nextCheck: nil))
    #expect(desk.state.network == .slowedDown(until: until))
    desk.pass(.seconds(41))
    desk.apply(.takeReached(Take.Number(7), at: desk.state.now, nextCheck: nil))
    #expect(desk.state.network == .reached)
  }

  @Test func takesThatCouldNotLeaveAreTalkedOfUntilTheyAreGone() {
    var desk = Desk(takes: [Self.offline(9), Self.offline(8)])
    desk.apply(.networkChanged(.offline(since: desk.state.now)))
    #expect(desk.state.standingNote?.text(.english) == "2 takes wait: the service cannot be reached.")
    desk.apply(.networkChanged(.reached))
    #expect(
      desk.state.message?.text(desk.state.wording)
        == "2 takes were not sent while offline and wait: S in the list sends them.")
    desk.change(9) { $0.phase = .dropped }
    desk.change(8) { $0.phase = .dropped }
    #expect(desk.state.standingNote == nil)
  }

  @Test func oneKeySendsAllOfThemAfterACountdown() {
    var desk = Desk(takes: [Self.offline(9), Desk.take(8, .held), Self.offline(7)])
    desk.press(.function(3))
    desk.press(.character("S"))
    #expect(desk.effects == [.release([Take.Number(7), Take.Number(9)], countdown: 5)])
  }

  @Test func theKeySaysWhenNothingWaits() {
    var desk = Desk(takes: [Desk.take(8, .held)])
    desk.press(.function(3))
    desk.press(.character("S"))
    #expect(desk.effects.isEmpty)
    #expect(desk.message == "Nothing waits that could not be sent.")
  }
}
