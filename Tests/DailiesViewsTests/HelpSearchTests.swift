import DailiesCore
import TerminalCanvas
import Testing

/// `/` in the help.
struct HelpSearchTests {
  private func stage(_ search: String) -> Stage {
    var stage = Stage(80, 40)
    stage.key(.function(1), .character("/"))
    stage.type(search)
    return stage
  }

  private func text(_ stage: Stage) -> String {
    (0..<40).map { stage.canvas().text(row: $0) }.joined(separator: "\n")
  }

  @Test func onlyLinesThatHoldWhatIsTypedAreShownUnderTheirHeadings() {
    let shown = text(stage("snippet"))
    #expect(shown.contains("Insert a snippet"))
    #expect(!shown.contains("Review and send"))
  }

  @Test func enterKeepsWhatWasFoundAndEscShowsAllAgain() {
    var stage = stage("snippet")
    stage.key(.enter)
    #expect(!text(stage).contains("Review and send"))
    stage.key(.character("/"), .escape)
    #expect(text(stage).contains("Review and send"))
    stage.key(.escape)
    #expect(stage.state.layers == [])
  }

  @Test func whatIsNowhereIsSaid() {
    #expect(text(stage("zzzz")).contains("Nothing here holds “zzzz”."))
  }
}
