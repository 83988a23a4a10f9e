import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// What goes to the terminal while much is going on.
  struct TypingTests {
    @Test(.timeLimit(.minutes(3))) func everyKeyIsOnTheScreenBeforeTheNextWhileTwentyTakesMove() throws {
      let workplace = try Workplace()
      let server = try DemoServerProcess(workplace, speed: 1)
      workplace.use(server)
      let sent = try workplace.run(["new", "-p", "ribbons in the wind", "--model", "sora-2", "--takes", "20", "--yes"])
      try #require(sent.end == .code(0), "\(sent.errors)")

      let terminal = try PseudoTerminal(workplace, [], columns: 120, rows: 40)
      try terminal.waitForScreens()
      let first = terminal.mark
      try terminal.wait(for: "the takes to be asked about") { _ in ((try? server.counts().stateQueries) ?? 0) > 0 }
      let queries = try server.counts().stateQueries

      // 500 keys, and more until there was news of twenty takes.
      var count = 0
      while try count < 500 || server.counts().stateQueries < queries + 20 {
        for _ in 0..<50 {
          try terminal.type(String(try #require(UnicodeScalar(0x4E00 + UInt32(count)))))
          count += 1
        }
      }
      for erasing in ["\u{1B}[2J", "\u{1B}[J", "\u{1B}[0J", "\u{1B}[1J", "\u{1B}[3J", "\u{1B}c", "\u{1B}[?1049h"] {
        #expect(!terminal.contains(erasing, from: first), "\(erasing.debugDescription) in the middle of the session")
      }
      terminal.process.send(SIGTERM)
      #expect(try terminal.waitForEnd() == .signal(SIGTERM))
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    /// Letters one by one, most of which are sent before their frame, and between them keys that move and erase.
    @Test(.timeLimit(.minutes(3))) func lettersStandWhereTheyBelong() throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      var generator = SeededGenerator(seed: 750)
      var (text, caret) = ([Character](), 0)
      for _ in 0..<6 {
        for _ in 0..<30 {
          switch Int.random(in: 0..<14, using: &generator) {
          case 0:
            try screen.press("Left")
            caret = max(0, caret - 1)
          case 1:
            try screen.press("C-End")
            caret = text.count
          case 2:
            try screen.press("BSpace")
            if caret > 0 { text.remove(at: caret - 1) }
            caret = max(0, caret - 1)
          case 3 where text.count { $0 == "\n" } < 5:
            try screen.press("Enter")
            text.insert("\n", at: caret)
            caret += 1
          default:
            let letter: Character = "the fox. 霓虹雨夜é".randomElement(using: &generator) ?? "a"
            try screen.type(String(letter))
            text.insert(letter, at: caret)
            caret += 1
          }
        }
        try screen.wait(for: " \(text.count) ch ")
        #expect(try screen.text().promptText.filter { !$0.isWhitespace } == String(text.filter { !$0.isWhitespace }))
      }
    }

    /// Steps in the list one by one, most of which are drawn before they are asked for, and keys that come instead of the next.
    @Test(.timeLimit(.minutes(3))) func stepsShowWhatIsDrawnAnew() throws {
      let workplace = try Workplace()
      let server = try DemoServerProcess(workplace, speed: 1)
      workplace.use(server)
      for prompt in ["lanterns 霓虹 🏮 in rain", "a kite"] {
        let sent = try workplace.run(["new", "-p", prompt, "--model", "sora-2", "--takes", "15", "--yes"])
        try #require(sent.end == .code(0), "\(sent.errors)")
      }
      let screen = try TmuxScreen(workplace, [])
      try screen.wait(for: " 0 ch ")
      try screen.press("F3")
      try screen.wait(for: "> T030 ")
      var generator = SeededGenerator(seed: 906)
      var selected = 30
      for _ in 0..<12 {
        let step = Bool.random(using: &generator) ? 1 : -1
        for _ in 0..<Int.random(in: 1...9, using: &generator) {
          try screen.press(step > 0 ? "Up" : "Down")
          selected = min(max(selected + step, 1), 30)
        }
        let mark = "> T" + String(repeating: "0", count: selected < 10 ? 2 : 1) + "\(selected) "
        try screen.wait(for: mark)
        let key = ["F2", "C-l", "Home", "End"].randomElement(using: &generator) ?? "C-l"
        try screen.press(key)
        switch key {
        case "F2":
          try screen.wait(for: "[1 Draft]")
          try screen.press("F3")
        case "Home": selected = 30
        case "End": selected = 1
        default: break
        }
      }
      try screen.press("Home")
      try screen.wait(for: "> T030 ")
      #expect(try screen.text().split(separator: "\n").count { $0.contains("> T") } == 1)
    }

    /// A paste of text that would do harm as keys, and worse as output.
    private static let paste: String = {
      var generator = SeededGenerator(seed: 65_536)
      let harm = [
        "\u{1B}]0;evil title\u{07}", "\u{1B}[31mevil colour", "\u{1B}[?1049l", "\u{1B}[5n", "\u{9B}6n", "\u{03}\u{03}",
        "\u{1A}",
        "\u{1B}P1$qm\u{1B}\\", "\u{202E}evil", "\r\n", "\n", "\t", "\u{0}", "\u{7F}",
      ]
      var text = ""
      while text.utf8.count < 65_536 {
        text += harm.randomElement(using: &generator) ?? ""
        text += "words of a long prompt ".prefix(Int.random(in: 1...23, using: &generator))
      }
      return text
    }()

    @Test(.timeLimit(.minutes(2))) func aPasteReachesTheTerminalAsTextAlone() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      let first = terminal.mark
      terminal.send("\u{1B}[200~" + Self.paste + "\u{1B}[201~")
      try terminal.type("終")
      let raw = [
        "\u{1B}]0;", "\u{07}", "\u{1B}[31mevil", "\u{1B}[?1049l", "\u{1B}[5n", "\u{9B}", "\u{1B}P", "\u{202E}", "\u{0}",
        "\u{7F}",
      ]
      for harm in raw {
        #expect(!terminal.contains(harm, from: first), "\(harm.debugDescription) reached the terminal")
      }
      // It is still there, and still in the prompt.
      try terminal.type("後")
    }

    @Test(.timeLimit(.minutes(2))) func aPasteIsOneStepBack() throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      try screen.type("before")
      try screen.wait(for: " 6 ch ")
      try screen.paste(Self.paste)
      try screen.waitUntil("the paste") { $0.contains(" ch ") && !$0.contains(" 6 ch ") }
      try screen.press("C-z")
      try screen.wait(for: " 6 ch ")
      #expect(try screen.text().promptText == "before")
      try screen.press("C-z")
      try screen.wait(for: " 0 ch ")
    }
  }
}
