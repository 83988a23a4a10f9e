import Foundation
import Glibc
import Testing

extension TerminalTests {
  /// The terminal and the program agree on where the caret is, whatever is typed before it. The judge is tmux.
  struct WidthTests {
    struct Cluster: Sendable, CustomStringConvertible {
      let name: String
      let text: String
      var description: String { name }
    }

    static let clusters = [
      Cluster(name: "Han", text: "纸"), Cluster(name: "hangul", text: "한"), Cluster(name: "kana", text: "ふ"),
      Cluster(name: "half-width kana", text: "ｶﾞ"), Cluster(name: "full-width", text: "？"),
      Cluster(name: "emoji", text: "🎬"), Cluster(name: "family", text: "👨‍👩‍👧‍👦"),
      Cluster(name: "profession", text: "👩🏽‍🚀"), Cluster(name: "heart on fire", text: "❤️‍🔥"),
      Cluster(name: "rainbow flag", text: "🏳️‍🌈"), Cluster(name: "skin tone", text: "👍🏽"), Cluster(name: "flag", text: "🇩🇪"),
      Cluster(name: "half a flag", text: "🇩"), Cluster(name: "tag sequence", text: "🏴\u{E0067}\u{E0062}\u{E007F}"),
      Cluster(name: "emoji selector", text: "❤\u{FE0F}"), Cluster(name: "text selector", text: "⌚\u{FE0E}"),
      Cluster(name: "keycap", text: "1\u{FE0F}\u{20E3}"), Cluster(name: "new emoji", text: "\u{1FAE9}"),
      Cluster(name: "one mark", text: "e\u{301}"), Cluster(name: "four marks", text: "a\u{301}\u{302}\u{303}\u{304}"),
      Cluster(name: "five marks", text: "a\u{301}\u{302}\u{303}\u{304}\u{323}"),
      Cluster(name: "mark on Han", text: "字\u{302A}"), Cluster(name: "mark alone", text: "\u{301}"),
      Cluster(name: "variant of Han", text: "葛\u{E0100}"),
      Cluster(name: "joining hangul", text: "\u{1112}\u{1161}\u{11AB}"),
      Cluster(name: "hangul vowel alone", text: "\u{1161}"), Cluster(name: "Devanagari", text: "क्षि"),
      Cluster(name: "Tamil", text: "நி"), Cluster(name: "Thai", text: "กำ"), Cluster(name: "Thai tone", text: "ที่"),
      Cluster(name: "Arabic", text: "بِ"), Cluster(name: "Hebrew", text: "שׁ"),
      Cluster(name: "bidi override", text: "\u{202E}"),
      Cluster(name: "ambiguous", text: "…"), Cluster(name: "Greek", text: "α"), Cluster(name: "line", text: "─"),
      Cluster(name: "soft hyphen", text: "\u{AD}"), Cluster(name: "joiner alone", text: "\u{200D}"),
      Cluster(name: "zero width space", text: "\u{200B}"), Cluster(name: "private use", text: "\u{E000}"),
    ]

    @Test(.timeLimit(.minutes(5)), arguments: clusters)
    func theCaretStandsWhereTmuxHasIt(cluster: Cluster) throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      // What the terminal says of itself moves the caret that was laid out before.
      try screen.waitForMeasurement()
      try screen.type(cluster.text)
      // While a frame is being drawn, the cursor is elsewhere.
      let end = try Patience.wait(for: "the caret behind the cluster", detail: (try? screen.text()) ?? "") {
        let caret = try screen.caret()
        let isTaken = try screen.text().contains(" \(cluster.text.count) ch ")
        return isTaken && caret.row == 2 && (3...40).contains(caret.column) ? caret.column : nil
      }
      try screen.type("}")
      try screen.wait(forCaret: Place(column: end + 1, row: 2))

      // In tmux's own grid the sign behind it stands where the program believes it, drawn bit by bit and drawn anew.
      #expect(try screen.find("}") == Place(column: end, row: 2))
      try screen.press("C-l")
      try screen.press("Left")
      try screen.wait(forCaret: Place(column: end, row: 2))
      #expect(try screen.find("}") == Place(column: end, row: 2))
      // So does the frame at the end of the row.
      #expect(try screen.text().split(separator: "\n")[2].hasSuffix("│"))

      // One cluster is one step.
      for _ in cluster.text { try screen.press("Left") }
      try screen.wait(forCaret: Place(column: 2, row: 2))
      for _ in cluster.text { try screen.press("Delete") }
      try screen.waitUntil("the sign alone") { $0.promptText == "}" }
    }

    /// All of them in one text, with a sign behind each, walked through by the arrows, in terminals that draw differently.
    @Test(.timeLimit(.minutes(5)), arguments: TmuxHabits.allCases, [false, true])
    func theCaretStandsOnEachSignBetweenClusters(habits: TmuxHabits, isKnown: Bool) throws {
      let workplace = try Workplace()
      // A terminal that has answered is laid out by its answers from the first frame on.
      if isKnown { try TmuxScreen(workplace, workplace.demo, habits: habits).waitForMeasurement() }
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 100, rows: 28, habits: habits)
      try screen.wait(for: " 0 ch ")
      try screen.waitForMeasurement()
      if !isKnown { try screen.waitForMeasurement() }
      // Marks that have nothing to stand on would stand on the sign.
      let shown = Self.clusters.filter { !["mark alone", "joiner alone", "hangul vowel alone"].contains($0.name) }
      try screen.paste(shown.map { $0.text + "=" }.joined())
      try screen.press("C-Home")
      try screen.wait(forCaret: Place(column: 2, row: 2))
      var last = Place(column: 2, row: 2)
      for cluster in shown {
        for _ in cluster.text { try screen.press("Right") }
        let before = last
        last = try Patience.wait(for: "the caret on the sign after \(cluster)", detail: (try? screen.text()) ?? "") {
          let caret = try screen.characterAtCaret()
          return caret.place != before && caret.character == "=" ? caret.place : nil
        }
        try screen.press("Right")
      }
      // What stands right of them has stayed where it was: the frame closes each row, in the column after the text.
      let frame = [.wide].contains(habits) ? "|" : "│"
      let rows = try screen.text().split(separator: "\n", omittingEmptySubsequences: false)
      for row in rows[2...last.row] { #expect(row.hasSuffix(frame), "\(row)") }
    }

    /// Lines are drawn in ASCII where they would take two columns, and only there.
    @Test(arguments: [(TmuxHabits.own, "┌─ Prompt"), (.wide, "+- Prompt"), (.wideLetters, "┌─ Prompt")])
    func linesSuitTheTerminalFromTheFirstFrameOfTheNextStart(habits: TmuxHabits, corner: String) throws {
      let workplace = try Workplace()
      let first = try TmuxScreen(workplace, workplace.demo, habits: habits)
      try first.wait(for: corner)
      try first.waitForMeasurement()
      let written = try #require(workplace.files(endingIn: "/terminals.json").first)
      let before = try FileManager.default.attributesOfItem(atPath: written)[.systemFileNumber] as? Int
      let second = try TmuxScreen(workplace, workplace.demo, habits: habits)
      try second.wait(for: corner)
      // Not asked again: the file is the same one.
      #expect(try FileManager.default.attributesOfItem(atPath: written)[.systemFileNumber] as? Int == before)
    }

    /// Keys arrive between the answers; half an answer is none.
    @Test(.timeLimit(.minutes(2))) func keysBetweenAnswersAreKeysAndHalfAnAnswerIsNone() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo, answersQuestions: false)
      try terminal.waitForScreens()
      try terminal.wait(for: "\u{1B}[6n")
      terminal.send("h\u{1B}[2;2Ri\u{1B}[2;3R\u{1B}[1;2R!\u{1B}[2;2")
      try terminal.wait(for: "hi!")
      terminal.send("R\u{1B}[?62;22c")
      try terminal.type("終")
      #expect(workplace.files(endingIn: "/terminals.json").isEmpty)
      // What was drawn to be measured is concealed, and gone in the same breath.
      let questions = terminal.text.split(separator: "\u{1B}[8m").last ?? ""
      let end = try #require(questions.range(of: "\u{1B}[c"))
      #expect(questions[..<end.lowerBound].contains("\u{1B}[K"))
      terminal.process.send(SIGTERM)
      #expect(try terminal.waitForEnd() == .signal(SIGTERM))
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    @Test(.timeLimit(.minutes(2))) func theDoctorAsksTheTerminalAndKeepsTheAnswer() throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, ["doctor", "terminal"], habits: .wide, saysItsEnd: true)
      try screen.wait(for: "ended with 0")
      #expect(try screen.text().contains("2  Greek letter  α"))
      #expect(workplace.files(endingIn: "/terminals.json").count == 1)
    }

    private typealias Place = TmuxScreen.Place
  }
}
