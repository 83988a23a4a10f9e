import Foundation
import Testing

extension TerminalTests {
  /// tmux and the program agree on where the caret is, whatever is typed before it.
  struct WidthTests {
    struct Cluster: Sendable, CustomStringConvertible {
      let name: String
      let text: String
      var description: String { name }
    }

    static let clusters = [
      Cluster(name: "Han", text: "纸"), Cluster(name: "hangul", text: "한"), Cluster(name: "kana", text: "ふ"),
      Cluster(name: "full-width", text: "？"), Cluster(name: "emoji", text: "🎬"),
      Cluster(name: "family", text: "👨‍👩‍👧‍👦"), Cluster(name: "skin tone", text: "👍🏽"), Cluster(name: "flag", text: "🇩🇪"),
      Cluster(name: "emoji selector", text: "❤\u{FE0F}"), Cluster(name: "keycap", text: "1\u{FE0F}\u{20E3}"),
      Cluster(name: "one mark", text: "e\u{301}"), Cluster(name: "four marks", text: "a\u{301}\u{302}\u{303}\u{304}"),
      Cluster(name: "five marks", text: "a\u{301}\u{302}\u{303}\u{304}\u{323}"),
      Cluster(name: "mark on Han", text: "字\u{302A}"), Cluster(name: "mark alone", text: "\u{301}"),
      Cluster(name: "Devanagari", text: "क्षि"), Cluster(name: "Thai", text: "กำ"), Cluster(name: "ambiguous", text: "…"),
      Cluster(name: "soft hyphen", text: "\u{AD}"), Cluster(name: "joiner alone", text: "\u{200D}"),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: clusters)
    func theCaretStandsWhereTmuxHasIt(cluster: Cluster) throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      try screen.type(cluster.text)
      // While a frame is being drawn, the cursor is elsewhere.
      let end = try Patience.wait(for: "the caret behind the cluster", detail: (try? screen.text()) ?? "") {
        let caret = try screen.caret()
        let isTaken = try screen.text().contains(" \(cluster.text.count) ch ")
        return isTaken && caret.row == 2 && (3...20).contains(caret.column) ? caret.column : nil
      }
      try screen.type("}")
      try screen.wait(forCaret: Place(column: end + 1, row: 2))

      // In tmux's own grid the sign behind it stands where the program believes it, drawn bit by bit and drawn anew.
      #expect(try screen.find("}") == Place(column: end, row: 2))
      try screen.press("C-l")
      try screen.press("Left")
      try screen.wait(forCaret: Place(column: end, row: 2))
      #expect(try screen.find("}") == Place(column: end, row: 2))

      // One cluster is one step.
      for _ in cluster.text { try screen.press("Left") }
      try screen.wait(forCaret: Place(column: 2, row: 2))
      for _ in cluster.text { try screen.press("Delete") }
      try screen.waitUntil("the sign alone") { $0.promptText == "}" }
    }

    private typealias Place = TmuxScreen.Place
  }
}
