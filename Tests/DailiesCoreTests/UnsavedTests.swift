import DailiesCore
import TerminalCanvas
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

  private static func said(_ desk: Desk, short: Bool = false) -> String? {
    let forms = desk.state.unsavedLine
    return (short ? forms?.last : forms?.first).map { $0.fact + "  " + $0.key }
  }

  @Test func whatIsOldIsNamedWithTheKeyThatSavesAll() {
    #expect(Self.said(Self.desk([Self.ready(3, hoursOld: 19)])) == nil)
    let desk = Self.desk([Self.ready(4, hoursOld: 2), Self.ready(3, hoursOld: 21), Self.ready(2, hoursOld: 20)])
    #expect(Self.said(desk) == "2 films are not saved: the oldest finished 21 h ago  D saves all")
    #expect(Self.said(desk, short: true) == "2 unsaved, 21h old  D saves")
  }

  @Test func whatExpiresSoonComesBeforeWhatIsOld() {
    #expect(Self.said(Self.desk([Self.ready(3, hoursOld: 1, expiresIn: .seconds(7300))])) == nil)
    let desk = Self.desk([Self.ready(3, hoursOld: 21), Self.ready(2, hoursOld: 1, expiresIn: .seconds(2400))])
    #expect(Self.said(desk) == "2 films are not saved: the next expires in 40 m  D saves all")
    let gone = Self.desk([Self.ready(2, hoursOld: 1, expiresIn: .seconds(-5))])
    #expect(Self.said(gone) == "T002 is not saved: past its expiry  D saves all")
  }

  @Test func itIsSaidWhenTheTimeComesWithoutAKeyAndNoMoreWhenItIsSaved() {
    var desk = Self.desk([Self.ready(2, hoursOld: 1, expiresIn: .seconds(7800))])
    #expect(Self.said(desk) == nil)
    desk.pass(.seconds(599))
    #expect(Self.said(desk) == nil)
    desk.pass(.seconds(1))
    #expect(Self.said(desk)?.hasPrefix("T002 is not saved: expires in 2 h") == true)
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
    #expect(Self.said(desk) == "T002 is not saved: finished 1 d ago  D saves all")
  }

  @Test func theLineTakesARowOfTheScreenAndTheSelectionStaysInSight() {
    var desk = Self.desk((1...30).reversed().map { Self.ready($0, hoursOld: 1, expiresIn: .seconds(7800)) })
    let rows = desk.state.layout.takes?.list.rows ?? 0
    for _ in 1..<rows { desk.press(.down) }
    #expect(desk.state.list.selectedIndex == rows - 1 && desk.state.list.top == 0)
    desk.pass(.seconds(600))
    #expect(desk.state.layout.takes?.list.rows == rows - 1)
    #expect(desk.state.list.selectedIndex == rows - 1 && desk.state.list.top == 1)
    desk.press(.function(2))
    #expect(Self.said(desk)?.hasSuffix("F3 D saves all") == true)
    desk.click(3, 1)
    #expect(desk.state.focus == .takes && desk.state.list.view == .ready)
  }

  @Test func theAgeCountsFromWhatTheServiceSaysUnlessThatLiesAhead() {
    var take = Self.ready(3, hoursOld: 1)
    take.completed = Desk.start + .seconds(-7200)
    #expect(take.unsavedTexts(at: Desk.start, .english) == ["unsaved, 2 h old", "2h old"])
    take.completed = Desk.start + .seconds(60)
    #expect(take.unsavedTexts(at: Desk.start, .english).first == "unsaved, 1 h old")
    take.expires = Desk.start + .seconds(5400)
    #expect(take.unsavedTexts(at: Desk.start, .english) == ["1 h old, 1 h left", "1h, exp 1h", "exp 1h"])
  }
}
