import DailiesCore
import TerminalCanvas
import Testing

struct ProblemTests {
  @Test(arguments: Problem.Kind.allCases, Language.allCases)
  func everyProblemSaysWhatWhyAndWhatNext(kind: Problem.Kind, language: Language) throws {
    let text = Note(Problem(kind, detail: "the 100%2 reason")).text(language)
    let parts = text.split(separator: "the 100%2 reason")
    try #require(parts.count == 2)
    #expect(parts[0].hasPrefix(kind.what(language)))
    #expect(parts[1].hasSuffix(kind.next(language)))
    let short = Note(Problem(kind)).text(language)
    #expect(short.contains(kind.what(language)))
    #expect(short.contains(kind.next(language)))
    #expect(!short.contains("%"))
  }

  @Test(arguments: Problem.Kind.allCases) func theBriefFormFitsItsColumn(kind: Problem.Kind) {
    for language in Language.allCases {
      #expect(DisplayWidth.standard.width(of: kind.brief(language)) <= 20)
      #expect(!kind.brief(language).isEmpty)
    }
  }

  @Test func aProblemOfTheStoreIsSaidAndNothingWasRecorded() {
    var desk = Desk()
    desk.apply(.takesNotRecorded(Problem(.storeFailed, detail: "disk full")))
    #expect(desk.message == Note(Problem(.storeFailed, detail: "disk full")).text(.english))
    #expect(desk.state.liveTakes.isEmpty)
    #expect(desk.effects == [])
  }

  @Test func theLogKeepsTheNewestFiveHundredNotesWithTheirTime() {
    var desk = Desk()
    for index in 0..<600 { desk.apply(.noted(Note(Strings.accepted, String(index)))) }
    #expect(desk.state.log.count == 500)
    #expect(desk.state.log.last?.arguments == ["599"])
    #expect(desk.state.log.first?.arguments == ["100"])
    #expect(desk.state.log.last?.at == Desk.start)
  }
}
