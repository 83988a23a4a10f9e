import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// A window that changes while somebody writes in it.
  struct ResizeTests {
    @Test(.timeLimit(.minutes(2))) func nothingTypedIsLostWhileTheWindowChanges() throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      var generator = SeededGenerator(seed: 20_261_123)
      var typed = ""
      for round in 0..<24 {
        let text = (0..<8).map { String(UnicodeScalar(0x4E00 + UInt32(round * 8 + $0)) ?? "?") }.joined()
        try screen.type(text)
        typed += text
        try screen.resize(
          columns: Int.random(in: 40...130, using: &generator), rows: Int.random(in: 12...45, using: &generator))
      }
      try screen.resize(columns: 80, rows: 24)
      try screen.waitUntil("the whole text") { $0.promptText == typed }
      try screen.wait(forCaret: TmuxScreen.Place(column: 2 + typed.count % 38 * 2, row: 2 + typed.count / 38))
    }

    @Test(.timeLimit(.minutes(1))) func anotherSizeIsDrawnWithoutAKey() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("黎明")
      let mark = terminal.mark
      terminal.resize(columns: 100, rows: 30)
      try terminal.wait(for: "黎明", from: mark)
    }

    @Test(.timeLimit(.minutes(2))) func aWindowTooSmallSaysSoAndTheTextIsThereAgainAfterwards() throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      try screen.type("a lantern at dusk")
      try screen.wait(for: "a lantern at dusk")
      for _ in 0..<4 { try screen.press("Left") }
      let caret = TmuxScreen.Place(column: 15, row: 2)
      try screen.wait(forCaret: caret)

      try screen.resize(columns: 30, rows: 8)
      try screen.wait(for: "30x8")
      #expect(try !screen.text().contains("lantern"))
      try screen.resize(columns: 80, rows: 24)
      try screen.wait(for: "a lantern at dusk")
      try screen.wait(forCaret: caret)
      #expect(try screen.isShowingCaret)
      try screen.type("X")
      try screen.wait(for: "a lantern at Xdusk")
    }
  }
}

extension String {
  /// The text in the frame of the prompt, on a screen that shows one pane at a time.
  var promptText: String {
    split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("┌─ ") }.dropFirst()
      .prefix { $0.hasPrefix("│") }.map { $0.dropFirst(2).dropLast().trimmingCharacters(in: .whitespaces) }
      .joined()
  }
}
