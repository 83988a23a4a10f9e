import DailiesCore
import TerminalCanvas
import Testing

struct CommandLineTests {
  private func desk(_ typed: String, language: Language = .english) -> Desk {
    var desk = Desk(language: language)
    desk.press(.escape, .character(":"))
    desk.type(typed)
    return desk
  }

  private func text(_ desk: Desk) -> String? {
    if case .commandLine(let entry)? = desk.top { entry.line.text } else { nil }
  }

  private func refusal(_ desk: Desk) -> Phrase? {
    if case .commandLine(let entry)? = desk.top { entry.refusal?.phrase } else { nil }
  }

  @Test(arguments: ["show_activity", "show activity", "Show-Activity", ":show_activity", "show_a"])
  func enterRunsTheCommandOfThatName(typed: String) {
    var desk = desk(typed)
    desk.press(.enter)
    guard case .activity? = desk.top else {
      Issue.record("\(typed): \(desk.state.layers)")
      return
    }
    #expect(desk.effects.first == .rememberCommands([.showActivity]))
  }

  @Test func tabAddsWhatAllHaveInCommonAndThenGoesFromOneToTheNext() {
    var desk = desk("next")
    desk.press(.tab)
    #expect(text(desk) == "next_")
    var seen: [String] = []
    for _ in 0..<5 {
      desk.press(.tab)
      seen.append(text(desk) ?? "")
    }
    #expect(Set(seen) == ["next_pane", "next_length", "next_size", "next_model", "next_view"])
    desk.press(.tab)
    #expect(text(desk) == seen.first, "round the corner")
    desk.press(.backTab)
    #expect(text(desk) == seen.last)
  }

  @Test func aNameThatTabWentToIsRunByEnter() {
    var desk = desk("next_")
    for _ in 0..<5 where text(desk) != "next_pane" { desk.press(.tab) }
    desk.press(.enter)
    #expect(desk.state.focus == .shot)
  }

  @Test func typingAfterTabNarrowsAnew() {
    var desk = desk("next_")
    desk.press(.tab)
    for _ in 0..<20 { desk.press(.backspace) }
    desk.type("qu")
    desk.press(.tab)
    #expect(text(desk) == "quit")
  }

  @Test func whereSeveralBeginSoNothingIsRun() {
    var desk = desk("next")
    desk.press(.enter)
    #expect(refusal(desk) == Strings.severalMatch)
    desk.type("_v")
    #expect(refusal(desk) == nil)
    desk.press(.enter)
    #expect(desk.state.layers == [])
  }

  @Test func aNameThatNobodyHasIsSaidAndKept() {
    var desk = desk("zzzz")
    desk.press(.tab, .enter)
    #expect(refusal(desk) == Strings.nothingMatches)
    #expect(text(desk) == "zzzz")
  }

  @Test func inChineseTabLeadsFromTheTitleToTheName() {
    var desk = desk("活动记录", language: .chinese)
    desk.press(.tab)
    #expect(text(desk) == "show_activity")
  }

  @Test func anEmptyLineIsLeftByEnter() {
    var desk = desk("")
    desk.press(.enter)
    #expect(desk.state.layers == [])
    #expect(desk.effects == [])
  }

  @Test func aCommandThatCannotRunSaysWhy() {
    var desk = desk("review")
    desk.press(.enter)
    #expect(desk.message == Strings.promptEmpty(.english))
    #expect(desk.state.focus == .prompt)
  }
}
