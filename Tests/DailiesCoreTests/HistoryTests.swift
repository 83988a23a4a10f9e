import DailiesCore
import TerminalCanvas
import Testing

struct HistoryTests {
  private static let past = [
    HistoryEntry(text: "a kite", used: Desk.start + .seconds(-60)),
    HistoryEntry(text: "a lantern", used: Desk.start + .seconds(-600), take: Take.Number(7)),
    HistoryEntry(text: "黄昏的纸灯笼\n慢推", used: Desk.start + .seconds(-6000)),
  ]

  /// A desk whose prompt says `text`, with the history open over it.
  private static func desk(_ text: String, _ past: [HistoryEntry] = past) -> Desk {
    var desk = Desk()
    desk.type(text)
    desk.press(.control("r"))
    desk.answerHistory(past)
    return desk
  }

  @Test func theSearchAsksTheStoreAsOneTypes() {
    var desk = Desk()
    desk.press(.control("r"))
    #expect(desk.effects == [.loadHistory(HistoryQuery(limit: 50))])
    desk.type("灯")
    #expect(desk.effects == [.loadHistory(HistoryQuery(search: "灯", limit: 50))])
    desk.apply(.historyLoaded(HistoryPage(query: HistoryQuery(limit: 50), entries: Self.past)))
    guard case .history(let screen)? = desk.top else { return }
    #expect(screen.page == nil, "what was asked for before is not shown")
    desk.press(.backspace)
    #expect(desk.effects == [.loadHistory(HistoryQuery(limit: 50))])
  }

  @Test func enterFillsAnEmptyDraftAsOneStep() {
    var desk = Self.desk("")
    desk.press(.down, .enter)
    #expect(desk.state.layers == [])
    #expect(desk.state.prompt.text == "a lantern")
    #expect(!desk.effects.contains { if case .beginDraft = $0 { true } else { false } })
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "")
  }

  @Test func enterReplacesWhatCameFromTheHistoryAndWasNotChanged() {
    var desk = Self.desk("")
    desk.press(.enter, .control("r"))
    desk.answerHistory(Self.past)
    desk.press(.down, .enter)
    #expect(desk.state.prompt.text == "a lantern")
    #expect(!desk.effects.contains { if case .beginDraft = $0 { true } else { false } })
  }

  @Test func enterBeginsANewDraftWhereWordsWouldBeLost() {
    var desk = Self.desk("dawn")
    desk.press(.enter)
    #expect(desk.state.prompt.text == "a kite")
    guard case .beginDraft(let record, _)? = desk.effects.last else {
      Issue.record("no new draft: \(desk.effects)")
      return
    }
    #expect(record.prompt.text == "a kite")
  }

  @Test(arguments: [Key.tab, .control("j")]) func aPromptIsInsertedAtTheCaret(key: Key) {
    var desk = Self.desk("dawn, ")
    desk.press(.down, key)
    #expect(desk.state.prompt.text == "dawn, a lantern")
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "dawn, ")
  }

  @Test func moreIsAskedForNearTheEnd() {
    let many = (0..<50).map { HistoryEntry(text: "prompt \($0)", used: Desk.start) }
    var desk = Self.desk("", many)
    for _ in 0..<25 {
      desk.press(.down)
      #expect(desk.effects == [])
    }
    desk.press(.down)
    #expect(desk.effects == [.loadHistory(HistoryQuery(limit: 100))])
  }

  @Test func keysInAnEmptyHistoryDoNothing() {
    var desk = Self.desk("dawn", [])
    desk.press(.enter, .tab, .down, .up, .control("r"))
    #expect(desk.state.prompt.text == "dawn")
    #expect(desk.state.layers.count == 1)
  }

  // MARK: Stepping

  private static let older = Key(.up, .alt)
  private static let newer = Key(.down, .alt)

  private static func stepping(_ text: String = "dawn") -> Desk {
    var desk = Desk()
    desk.type(text)
    desk.press(older)
    desk.answerHistory(past)
    return desk
  }

  @Test func oneStepsToOlderPromptsAndBackToWhatWasBeingWritten() {
    var desk = Self.stepping()
    #expect(desk.state.prompt.text == "a kite")
    desk.press(Self.older)
    #expect(desk.state.prompt.text == "a lantern")
    desk.press(Self.older, Self.older)
    #expect(desk.state.prompt.text == "黄昏的纸灯笼\n慢推")
    desk.press(Self.newer, Self.newer, Self.newer)
    #expect(desk.state.prompt.text == "dawn")
    #expect(desk.state.prompt.canUndo)
    desk.press(Self.newer)
    #expect(desk.state.prompt.text == "dawn")
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "")
  }

  @Test func howeverManyStepsUndoTakesThemBackAsOne() {
    var desk = Self.stepping()
    desk.press(Self.older, Self.older)
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "dawn")
  }

  @Test func aPromptThatWasFoundAndChangedIsKeptWhenSteppingOn() {
    var desk = Self.stepping()
    desk.type("!")
    desk.press(Self.older)
    desk.answerHistory(Self.past)
    #expect(desk.state.prompt.text == "a kite")
    desk.press(Self.newer)
    #expect(desk.state.prompt.text == "a kite!")
  }

  @Test func whatIsOnTheScreenAnywayIsNoStep() {
    let desk = Self.stepping("a kite")
    #expect(desk.state.prompt.text == "a lantern")
  }

  @Test func keysThatComeBeforeTheAnswerAreMeantForIt() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(Self.older)
    let asked = desk.effects
    desk.press(Self.older)
    desk.type("!")
    desk.answerHistory(Self.past, asked: asked)
    #expect(desk.state.prompt.text == "a lantern!")
  }

  @Test func withoutAHistoryTheWordsStay() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(Self.older)
    desk.answerHistory([])
    #expect(desk.state.prompt.text == "dawn")
    desk.press(Self.older)
    desk.apply(.historyNotLoaded(Problem(.storeFailed)))
    desk.type("!")
    #expect(desk.state.prompt.text == "dawn!")
  }
}

extension Desk {
  /// Answers what the last action asked of the history.
  fileprivate mutating func answerHistory(_ entries: [HistoryEntry], asked: [Effect]? = nil) {
    for case .loadHistory(let query) in asked ?? effects {
      apply(.historyLoaded(HistoryPage(query: query, entries: Array(entries.prefix(query.limit)))))
    }
  }
}
