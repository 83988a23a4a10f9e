import DailiesCore
import TerminalCanvas
import Testing

struct PaneTests {
  @Test func tabGoesRoundThePanes() {
    var desk = Desk(takes: [])
    var seen: [Focus] = []
    for _ in 0..<4 {
      desk.press(.tab)
      seen.append(desk.state.focus)
    }
    #expect(seen == [.prompt, .shot, .takes, .prompt])
    seen = []
    for _ in 0..<3 {
      desk.press(.backTab)
      seen.append(desk.state.focus)
    }
    #expect(seen == [.takes, .shot, .prompt])
  }

  @Test func escapeLeavesTheFieldFromThePromptAndTheSettings() {
    var desk = Desk()
    desk.press(.escape)
    #expect(desk.state.focus == .promptPane)
    desk.press(.escape)
    #expect(desk.state.focus == .promptPane)
    desk.press(.tab, .escape)
    #expect(desk.state.focus == .promptPane)
    desk.press(.enter)
    #expect(desk.state.focus == .prompt)
    desk.press(.escape, .character("i"))
    #expect(desk.state.focus == .prompt)
    #expect(desk.state.prompt.isEmpty)
  }

  @Test func escapeInTheListShowsAllAgain() {
    var desk = Desk(takes: [Desk.take(2, .ready), Desk.take(1, .saved)])
    desk.press(.character("]"))
    #expect(desk.state.list.view == .ready)
    desk.press(.escape)
    #expect(desk.state.list.view == .all)
    #expect(desk.effects == [.loadRows(desk.state.list.query)])
    desk.answerQueries()
    desk.press(.escape)
    #expect(desk.effects == [])
  }

  @Test func numbersAndFunctionKeysShowTheScreens() {
    var desk = Desk()
    desk.press(.escape, .character("2"))
    #expect(desk.state.focus == .takes)
    desk.press(.character("1"))
    #expect(desk.state.focus == .prompt)
    desk.press(.function(3))
    #expect(desk.state.focus == .takes)
    desk.press(.function(2))
    #expect(desk.state.focus == .prompt)
  }

  @Test func fullWidthCharactersCountAsPlainOnesWhereACommandIsMeant() {
    var desk = Desk()
    desk.press(.escape, .character("？"))
    #expect(desk.state.context == .help)
    desk.press(.escape, .character("："))
    #expect(desk.state.context == .commandLine)
    desk.type("？")
    guard case .commandLine(let entry)? = desk.top else {
      Issue.record("the command line is gone")
      return
    }
    #expect(entry.line.text == "？", "in a field it is text")
  }

  @Test func aPasteIsTextAndNeverACommand() {
    var desk = Desk()
    desk.press(.escape)
    desk.paste("q?!")
    #expect(desk.state.prompt.text == "q?!")
    #expect(desk.state.focus == .prompt)
    desk.press(.function(3))
    desk.paste("q")
    #expect(desk.effects == [])
    #expect(desk.state.focus == .takes)
  }

  @Test func theWholePasteIsOneStepToUndo() {
    var desk = Desk()
    desk.type("a ")
    desk.paste("line\nline\nline")
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "a ")
  }

  @Test func helpIsOpenedFromEveryPaneAndKnowsWhereOneWas() {
    for place in [Place.prompt, .promptPane, .shot, .takes] {
      var desk = place.desk()
      let context = desk.state.context
      desk.press(.function(1))
      #expect(desk.top == .help(HelpScreen(context: context)))
      desk.press(.function(1))
      #expect(desk.state.layers == [])
      #expect(desk.state.context == context)
    }
  }

  @Test func theMouseAndTheScreenAreTheTerminalsBusiness() {
    var desk = Desk()
    desk.press(.function(8))
    #expect(desk.effects == [.reportMouse(false)])
    desk.press(.function(8))
    #expect(desk.effects == [.reportMouse(true)])
    desk.press(.control("l"))
    #expect(desk.effects == [.redraw])
  }

  @Test func theLanguageIsSwitchedWhileEverythingStays() {
    var desk = Desk()
    desk.type("dawn")
    desk.choose(.switchLanguage)
    #expect(desk.state.language == .chinese)
    #expect(desk.state.prompt.text == "dawn")
    desk.press(.control("n"))
    #expect(desk.message == Strings.newDraft(.chinese))
    desk.choose(.switchLanguage)
    #expect(desk.message == Strings.newDraft(.english), "what was said is said in the new language")
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 120, rows: 40), Size(columns: 10, rows: 3)])
  func resizingKeepsCaretLayerAndSelection(size: Size) {
    for place in Place.allCases {
      var desk = place.desk()
      let before = desk.state
      desk.apply(.resized(size))
      desk.apply(.resized(Size(columns: 80, rows: 24)))
      #expect(desk.state.layers == before.layers)
      #expect(desk.state.prompt.caret == before.prompt.caret)
      #expect(desk.state.list.selectedNumber == before.list.selectedNumber)
      #expect(desk.state.focus == before.focus)
    }
  }

  @Test func whatIsNotInTheTitleIsNotUnderWay() {
    var desk = Desk()
    #expect(desk.state.windowTitle == "Dailies")
    desk.load([Desk.take(3, .running), Desk.take(2, .queued), Desk.take(1, .ready)])
    #expect(desk.state.windowTitle == "Dailies: 2 live, 1 ready")
    var settings = Settings()
    settings.title = false
    #expect(Desk(settings: settings).state.windowTitle == nil)
  }
}
