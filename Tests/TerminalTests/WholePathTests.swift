import Foundation
import Testing

extension TerminalTests {
  /// From an empty prompt to a film on disk, by the keyboard alone.
  struct WholePathTests {
    /// The words of the screen in a language that these tests look for.
    struct Words: Sendable {
      let language: String
      let prompt: String
      let empty: String
      let leaving: String
      let saved: String

      static let english = Words(
        language: "en", prompt: "A paper boat on a canal", empty: " 0 ch", leaving: "leaving", saved: "saved")
      static let chinese = Words(
        language: "zh-Hans", prompt: "黎明的运河上，一只纸船", empty: " 0 字", leaving: "即将发出", saved: "已保存")
    }

    struct Place: Sendable, CustomStringConvertible {
      var columns = 80
      var rows = 24
      var words = Words.english
      /// Started under `env -i`, with TERM and HOME alone.
      var isBare = false

      var description: String { "\(columns)x\(rows) \(words.language)\(isBare ? " without a locale" : "")" }
    }

    static let places = [
      Place(), Place(columns: 120, rows: 40), Place(words: .chinese), Place(columns: 120, rows: 40, words: .chinese),
      Place(columns: 60, rows: 20), Place(columns: 40, rows: 12), Place(isBare: true),
      Place(words: .chinese, isBare: true),
    ]

    @Test(.timeLimit(.minutes(3)), arguments: places)
    func aPromptBecomesAFilmByTheKeyboardAlone(place: Place) throws {
      let words = place.words
      let workplace = try Workplace(settings: "countdown = 4\n")
      var environment = workplace.environment
      if place.isBare { environment = environment.filter { ["TERM", "HOME"].contains($0.key) } }
      let screen = try TmuxScreen(
        workplace, workplace.demo + ["--lang", words.language], columns: place.columns, rows: place.rows,
        environment: environment, saysItsEnd: true)
      try screen.wait(for: words.empty)

      try screen.type(words.prompt)
      try screen.wait(for: words.prompt)
      try screen.press("F5")
      try screen.wait(for: "[x]")
      #expect(try !screen.isShowingCaret)
      try screen.press("Enter")
      try screen.wait(for: "T001 \(words.leaving)")
      try screen.press("F9")
      try screen.waitUntil("the take to be back") { !$0.contains("T001 \(words.leaving)") }

      try screen.press("F5")
      try screen.wait(for: "[x]")
      try screen.press("Enter")
      try screen.wait(for: "T002 \(words.leaving)")
      try screen.press("F3")
      try screen.wait(for: "T002 \(words.saved)")

      let films = workplace.films
      #expect(films.count == 1)
      let film = try Data(contentsOf: URL(filePath: try #require(films.first)))
      #expect(film[4..<8] == Data("ftyp".utf8))
      #expect(film == (try Data(contentsOf: URL(filePath: BuiltProgram.assets + "/clips/1280x720-8s.mp4"))))

      try screen.press("q")
      // What the shell said before the program and says after it.
      try screen.wait(for: "ended with 0")
      #expect(try !screen.text().contains("T002"))
      let takes = try workplace.takes(workplace.demo + ["--view", "hidden"])
      #expect(takes.map(\.take) == ["T001"])
      #expect(takes.map(\.state) == ["dropped"])
    }
  }
}
