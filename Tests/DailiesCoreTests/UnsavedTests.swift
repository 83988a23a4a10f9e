import DailiesCore
import Testing

/// A film that nobody saved is spoken of before it is lost.
struct UnsavedTests {
  private static func ready(_ number: Int, hoursOld: Int, expiresIn: Duration? = nil) -> Take {
    var take = Desk.take(number, .ready)
    take.finished = Desk.start + .seconds(-hoursOld * 3600)
    take.expires = expiresIn.map { Desk.start + $0 }
    return take
  }

  private static func desk(_ takes: [Take], savesAutomatically: Bool = false) -> Desk {
    Desk(takes: takes, savesAutomatically: savesAutomatically)
  }

  private static func said(_ desk: Desk) -> String? { desk.state.standingNote?.text(desk.state.wording) }

  @Test func whatIsOldIsNamedWithTheKeyThatSavesAll() {
    #expect(Self.said(Self.desk([Self.ready(3, hoursOld: 19)])) == nil)
    let desk = Self.desk([Self.ready(4, hoursOld: 2), Self.ready(3, hoursOld: 21), Self.ready(2, hoursOld: 20)])
    #expect(Self.said(desk) == "T003 and 1 more: not saved for 21 h. D in the list saves all.")
  }

  @Test func whatExpiresSoonComesBeforeWhatIsOld() {
    #expect(Self.said(Self.desk([Self.ready(3, hoursOld: 1, expiresIn: .seconds(7300))])) == nil)
    let desk = Self.desk([Self.ready(3, hoursOld: 21), Self.ready(2, hoursOld: 1, expiresIn: .seconds(2400))])
    #expect(Self.said(desk) == "T002 and 1 more: not saved, expires in 40 m. D in the list saves all.")
    let gone = Self.desk([Self.ready(2, hoursOld: 1, expiresIn: .seconds(-5))])
    #expect(Self.said(gone) == "T002: not saved, past its expiry. D in the list tries all.")
  }

  @Test func itIsSaidWhenTheTimeComesWithoutAKeyAndNoMoreWhenItIsSaved() {
    var desk = Self.desk([Self.ready(2, hoursOld: 1, expiresIn: .seconds(7800))])
    #expect(Self.said(desk) == nil)
    desk.pass(.seconds(599))
    #expect(Self.said(desk) == nil)
    desk.pass(.seconds(1))
    #expect(Self.said(desk)?.hasPrefix("T002: not saved, expires in 2 h.") == true)
    desk.change(2) { $0.phase = .saving }
    #expect(Self.said(desk) == nil)
    desk.change(2) { $0.phase = .saved }
    #expect(Self.said(desk) == nil)
  }

  @Test func whatIsToldOfAnUnsavedFilmMovesOnWithoutAKey() throws {
    var desk = Self.desk([Self.ready(2, hoursOld: 1, expiresIn: .seconds(7800))])
    let due = try #require(desk.state.deadline)
    #expect(due > desk.state.now && due - desk.state.now <= .seconds(60))
    desk.pass(.seconds(7700))
    #expect(try #require(desk.state.deadline) - desk.state.now <= .seconds(1))
  }

  @Test func whatIsSavedByItselfIsNotSpokenOfUntilThatFailed() {
    var desk = Self.desk([Self.ready(2, hoursOld: 30)], savesAutomatically: true)
    #expect(Self.said(desk) == nil)
    desk.change(2) { $0.problem = Problem(.filmIncomplete) }
    #expect(Self.said(desk) == "T002: not saved for 1 d. D in the list saves all.")
  }
}
