import DailiesCore
import TerminalCanvas
import Testing

struct QuitLayerTests {
  @Test(arguments: Language.allCases) func theQuestionSaysThatTheCountdownGoesOn(language: Language) {
    var stage = Stage(language: language)
    stage.loadEveryState()
    stage.key(.function(3), .character("q"))
    func text() -> String { (0..<24).map { stage.canvas().text(row: $0) }.joined(separator: "\n") }
    let phrase = Strings.quitCountdown
    #expect(text().contains(String(phrase(language, "4").prefix(20))))
    stage.apply(.clockAdvanced(Stage.start + .seconds(2)))
    #expect(text().contains(language == .english ? ": 2 s." : "：2 秒。"))
  }
}
