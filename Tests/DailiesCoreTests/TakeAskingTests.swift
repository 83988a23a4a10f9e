import DailiesCore
import Testing

/// What is said of asking: one word for all takes of a service where the service is meant, and for one take what is of it.
struct TakeAskingTests {
  private let number = Take.Number(4)

  private func desk() -> Desk { Desk(takes: [Desk.take(5, .running), Desk.take(4, .running)]) }

  private func asking(_ desk: Desk) -> [TakeAsking?] { desk.store.map { desk.state.asking(about: $0) } }

  @Test func whatIsOfTheServiceIsTheSameForAllItsTakes() {
    var desk = desk()
    #expect(asking(desk) == [.usual, .usual])
    desk.apply(.takeNotReached(number, Problem(.keyRefused), at: Desk.start, nextCheck: nil))
    #expect(asking(desk) == [.usual, .usual], "once is a doubt")
    desk.apply(.networkChanged(.keyRefused, of: nil))
    #expect(asking(desk) == [.keyRefused, .keyRefused])
    desk.apply(.networkChanged(.reached, of: nil))
    desk.apply(.networkChanged(.offline(since: Desk.start), of: nil))
    #expect(asking(desk) == [.offline(since: Desk.start), .offline(since: Desk.start)])
    let until = Desk.start + .seconds(20)
    desk.apply(.networkChanged(.reached, of: nil))
    desk.apply(.networkChanged(.slowedDown(until: until), of: nil))
    #expect(asking(desk) == [.paused(until: until), .paused(until: until)])
    desk.apply(.clockAdvanced(until))
    #expect(asking(desk) == [.usual, .usual])
  }

  @Test func whatIsOfATakeIsSaidOfItAlone() {
    var desk = desk()
    let (at, fault) = (Desk.start + .seconds(5), Problem(.serviceFault, status: 503))
    desk.apply(.takeReached(number, at: at, nextCheck: at + .seconds(10)))
    desk.apply(.takeNotReached(number, fault, at: at + .seconds(10), nextCheck: at + .seconds(20)))
    #expect(asking(desk) == [.usual, .failing(fault, since: at)])
    desk.apply(.takeNotReached(number, fault, at: at + .seconds(20), nextCheck: nil))
    #expect(asking(desk) == [.usual, .refused(fault)])
    desk.apply(.checkPlanned(number, nil))
    #expect(asking(desk) == [.usual, .usual], "another program asks from now on")
    desk.apply(.takeReached(number, at: at + .seconds(30), nextCheck: nil))
    #expect(asking(desk) == [.usual, .usual])
    #expect(desk.state.asking(about: Desk.take(6, .saved)) == nil)
  }

  @Test func onlyWhatIsUnderWayIsBeingChecked() {
    var desk = desk()
    func isUnderWay() -> Bool? { desk.state.activity[number]?.isUnderWay }
    desk.apply(.checkPlanned(number, Desk.start))
    #expect(isUnderWay() == false)
    desk.apply(.takeAsked(number, at: Desk.start))
    #expect(isUnderWay() == true)
    desk.apply(.takeReached(number, at: Desk.start, nextCheck: nil))
    #expect(isUnderWay() == false)
  }
}
