import DailiesCore
import DailiesViews
import TerminalCanvas
import Testing

/// What is said of the screens to somebody who listens.
@Suite struct LinearPageTests {
  private func stage(_ language: Language = .english) -> Stage {
    var stage = Stage(language: language)
    stage.beginListening()
    stage.loadEveryState(language == .chinese ? Scene.widePrompts : Scene.prompts)
    stage.say((language == .chinese ? "提示词 " : "prompt ") + "a {red|blue} boat")
    return stage
  }

  /// Nothing in it is drawn, and nothing that a terminal obeys.
  private func expectWords(_ lines: [String], _ what: String) {
    #expect(!lines.isEmpty, "\(what) says nothing")
    for line in lines {
      #expect(!line.contains { "─│┌┐└┘█░•".contains($0) }, "\(what): \(line)")
      #expect(!line.contains("    "), "\(what): \(line)")
      #expect(!line.contains("\u{1B}"))
    }
  }

  @Test(arguments: Command.spoken, Language.allCases)
  func whateverACommandOpensIsHeardInBothLanguages(command: Command, language: Language) {
    var stage = stage(language)
    stage.say(command.name)
    expectWords(stage.page, command.name)
    stage.say("help")
    expectWords(LinearPage(stage.state, .help).lines, command.name + " help")
  }

  @Test(arguments: Language.allCases) func theReviewSaysRowsSumAndQuestion(language: Language) {
    var stage = stage(language)
    stage.say("review")
    let page = stage.page
    #expect(page.contains { $0.hasPrefix("1. [x] red") } && page.contains { $0.hasPrefix("2. [x] blue") })
    #expect(page.contains(Strings.reviewSum(language, "2", "16").replacing("   ", with: "  ")))
    #expect(page.last == Strings.linearAskReview(language))
    stage.say("2")
    #expect(stage.page.contains { $0.hasPrefix("2. [ ] blue") && $0.hasSuffix(Strings.linearChosen(language)) })
  }

  @Test func theDraftIsSaidWhole() {
    var stage = stage()
    stage.say("prompt " + String(repeating: "word ", count: 100) + "end")
    #expect(stage.page.contains { $0.hasSuffix("word end") })
    #expect(stage.page.contains("Length: 8 s") && stage.page.contains("Takes: 1"))
  }

  @Test(arguments: Language.allCases) func aListHasALineForEachTakeWithItsStateInWords(language: Language) {
    var stage = stage(language)
    stage.say("list")
    for take in Scene.takes().prefix(LinearDesk.rows) where !take.isHidden && take.phase != .dropped {
      let start = take.number.description + " " + take.phase.word(language)
      #expect(stage.page.contains { $0.hasPrefix(start) }, "\(start)")
    }
    expectWords(stage.page, "list")
    #expect(stage.page.contains { $0.contains("58%") })
  }

  @Test func choicesAreNumberedAndTheChosenOneIsNamed() {
    var stage = stage()
    stage.say("settings")
    #expect(stage.page.contains { $0.hasPrefix("1. ") && $0.contains("lang") && $0.hasSuffix("(chosen)") })
    #expect(stage.page.contains { $0.hasPrefix("2. ") && $0.contains("countdown") })
    stage.say("notify")
    #expect(stage.page.count { $0.first?.isNumber == true } < 10)
  }

  @Test(arguments: Language.allCases) func helpTellsEveryWordAndEveryState(language: Language) {
    let lines = LinearPage(stage(language).state, .help).lines
    for word in LinearWord.allCases { #expect(lines.contains { $0.hasPrefix(word.names(language)) }) }
    for phase in TakePhase.allCases { #expect(lines.contains { $0.hasPrefix(phase.word(language)) }) }
    let commands = LinearPage(stage(language).state, .commands).lines
    #expect(commands.count == Command.spoken.count)
    expectWords(commands, "commands")
  }
}
