import Foundation
import Testing

extension TerminalTests {
  /// Some programs that pass for xterm (recorders, terminals in libraries) leave out the control sequences that scroll by
  /// several lines at once, and lines would stand twice there.
  struct ScrollingTests {
    @Test(.timeLimit(.minutes(1))) func severalLinesAtOnceAreNeverScrolled() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("雨夜的灯笼🏮")
      try terminal.leavePrompt()
      for key in [
        "\u{1B}OR", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OP", "\u{1B}[B\u{1B}[B\u{1B}[B", "\u{1B}[B\u{1B}[B", "\u{1B}[6~",
        "\u{1B}[5~",
      ] {
        // In one read, and so in one frame.
        let start = terminal.mark
        terminal.send(key)
        try terminal.wait(for: "a frame") { $0.mark > start + 100 }
      }
      #expect(terminal.text.firstMatch(of: /\u{1B}\[[0-9]*[ST]/) == nil)
      terminal.process.send(SIGTERM)
      _ = try terminal.waitForEnd()
    }

    /// A row with an emoji is drawn anew whatever it was before: of two rows that were alike ncurses then finds one.
    @Test(.timeLimit(.minutes(1))) func severalLinesAreNotScrolledForTheSakeOfARowThatWasThereTwice() throws {
      let workplace = try Workplace(settings: "countdown = 0\n")
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("雨夜霓虹，狐狸🦊走过 A fox")
      for (key, shown) in [
        ("\u{1B}[15~", "Enter send"), ("\r", "T001"), ("\u{1B}OR", "[2 Takes]"), ("\u{1B}OQ", "[1 Draft]"),
      ] {
        let start = terminal.mark
        terminal.send(key)
        try terminal.wait(for: shown, from: start)
      }
      #expect(terminal.text.firstMatch(of: /\u{1B}\[[0-9]*[ST]/) == nil)
      terminal.process.send(SIGTERM)
      _ = try terminal.waitForEnd()
    }

    @Test(.timeLimit(.minutes(1))) func aNewLineScrollsTextWhoseLinesAreAlike() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      terminal.send("\u{1B}[200~" + String(repeating: "a lantern\ra kite\r\r", count: 30) + "\u{1B}[201~")
      try terminal.type("終")
      let start = terminal.mark
      terminal.send("\r")
      try terminal.type("後")
      #expect(terminal.mark - start < 300)
      terminal.process.send(SIGTERM)
      _ = try terminal.waitForEnd()
    }
  }
}
