import TerminalCanvas
import Testing

@testable import DailiesCore

@Suite struct SnippetTests {
  // MARK: The text

  @Test(arguments: [
    ("no slots", "no slots", []), ("on ${1:the subject}", "on the subject", [3..<14]),
    ("${2:b} ${1:a}${3}", "b a", [2..<3, 0..<1, 3..<3]), ("${1:推向}", "推向", [0..<6]),
    (#"\${1:x} costs $5"#, "${1:x} costs $5", []), (#"${1:a\}b}"#, "a}b", [0..<3]),
    ("${x} ${1:open", "${x} ${1:open", []),
    ("{a|b} $", "{a|b} $", []),
  ])
  func slotsStandWhereTheirMarksWere(_ text: String, _ plain: String, _ slots: [Range<Int>]) {
    let read = SnippetText(text)
    #expect(read.plain == plain)
    #expect(read.slots.map(\.range) == slots)
  }

  // MARK: The menu

  private static let library = SnippetLibrary(
    own: [Snippet(group: "Mine", name: "Rain", text: "my own rain", language: nil)],
    delivered: [
      Snippet(
        group: "Camera", name: "Slow dolly in", text: "slow dolly in on ${1:the subject} at ${2:dusk}",
        language: .english),
      Snippet(group: "Weather", name: "Rain", text: "light rain", language: .english),
      Snippet(group: "运镜", name: "缓慢推进", text: "镜头缓慢推向${1:人物面部}", language: .chinese),
    ])

  private func desk(_ typed: String = "") -> Desk {
    var desk = Desk()
    desk.type(typed)
    desk.press(.alt("i"))
    #expect(desk.effects == [.loadSnippets])
    desk.apply(.snippetsLoaded(Self.library, warnings: []))
    return desk
  }

  @Test func onesOwnComeFirstAndTakeThePlaceOfTheSameName() {
    #expect(Self.library.matches("", language: .english).map(\.name) == ["Rain", "Slow dolly in", "缓慢推进"])
    #expect(Self.library.matches("", language: .chinese).map(\.name) == ["Rain", "缓慢推进", "Slow dolly in"])
    #expect(Self.library.matches("rain", language: .english).map(\.text) == ["my own rain"])
  }

  @Test func bothLanguagesAreFoundByNameGroupAndText() {
    #expect(Self.library.matches("camera SUBJECT", language: .chinese).map(\.name) == ["Slow dolly in"])
    #expect(Self.library.matches("推", language: .english).map(\.name) == ["缓慢推进"])
    #expect(Self.library.matches("dolly rain", language: .english).isEmpty)
  }

  @Test func enterInsertsAtTheCaretAsOneStep() {
    var desk = desk("A lantern, ")
    desk.type("own rain")
    desk.press(.enter)
    #expect(desk.state.prompt.text == "A lantern, my own rain")
    #expect(desk.state.walk == nil)
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "A lantern, ")
  }

  @Test func tabWalksTheSlotsAndWhatIsTypedReplacesTheirDefaults() {
    var desk = desk()
    desk.type("dolly")
    desk.press(.enter)
    #expect(desk.state.prompt.selectedText == "the subject")
    desk.type("她")
    desk.press(.tab)
    #expect(desk.state.prompt.selectedText == "dusk")
    #expect(desk.state.focus == .prompt)
    desk.press(.backTab)
    #expect(desk.state.prompt.selectedText == "她")
    desk.press(.backTab)
    #expect(desk.state.focus == .prompt)
    desk.press(.tab)
    desk.type("dawn")
    desk.press(.tab)
    #expect(desk.state.prompt.text == "slow dolly in on 她 at dawn")
    #expect(desk.state.prompt.caret == desk.state.prompt.text.utf8.count)
    #expect(desk.state.focus == .prompt)
    #expect(desk.state.walk == nil)
    // Only now Tab is about the panes again.
    desk.press(.tab)
    #expect(desk.state.focus == .shot)
  }

  @Test func escEndsTheWalkAndStaysInThePrompt() {
    var desk = desk()
    desk.type("dolly")
    desk.press(.enter, .escape)
    #expect(desk.state.walk == nil)
    #expect(desk.state.prompt.selectedText == nil)
    #expect(desk.state.focus == .prompt)
  }

  @Test func writingElsewhereEndsTheWalk() {
    var desk = desk()
    desk.type("dolly")
    desk.press(.enter)
    desk.press(Key(.home, .control))
    desk.type("A ")
    #expect(desk.state.walk == nil)
    desk.press(.tab)
    #expect(desk.state.focus == .shot)
  }

  @Test func aWarningOfABrokenFileIsShownAndTheRestWorks() {
    var desk = Desk()
    desk.press(.control("]"))
    let warning = Note(Phrase("%1", "%1"), "mine.toml:3", tone: .attention)
    desk.apply(.snippetsLoaded(Self.library, warnings: [warning]))
    #expect(desk.state.message?.arguments == ["mine.toml:3"])
    desk.press(.enter)
    #expect(desk.state.prompt.text == "my own rain")
  }
}
