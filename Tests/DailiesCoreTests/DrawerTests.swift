import DailiesCore
import TerminalCanvas
import Testing

struct DrawerTests {
  private static func row(_ id: Int, _ head: String, name: String? = nil) -> DraftRow {
    DraftRow(
      id: DraftID(id), name: name, head: head, characters: head.count, shot: ShotSettings(model: "m"),
      updated: Desk.start)
  }

  private static func stored(_ id: Int, _ text: String) -> StoredDraft {
    StoredDraft(
      id: DraftID(id),
      record: DraftRecord(prompt: PromptEditor(text).snapshot, shot: ShotSettings(model: "m", seconds: 4)))
  }

  /// A desk with the drawer open over a draft of which the store knows as number 1.
  private static func desk(_ rows: [DraftRow] = [row(1, "dawn"), row(2, "dusk"), row(3, "noon")]) -> Desk {
    var desk = Desk()
    desk.type("dawn")
    desk.pass(.seconds(1))
    desk.confirmDraftSaved(as: 1)
    desk.press(.control("o"))
    desk.answer(rows)
    return desk
  }

  @Test func theDraftOnTheScreenIsSavedBeforeTheDrawerIsFilled() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.control("o"))
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn"])
    #expect(desk.effects.last == .loadDrafts(DraftQuery(range: 0..<100)))
  }

  @Test func aDrawerThatIsOpenShowsWhatAnotherProgramDid() {
    var desk = Self.desk()
    desk.apply(.draftsChanged)
    #expect(desk.effects == [.loadDrafts(DraftQuery(range: 0..<100))])
    desk.press(.escape)
    desk.apply(.draftsChanged)
    #expect(desk.effects == [])
  }

  @Test func enterGoesOnWithTheSelectedDraft() {
    var desk = Self.desk()
    desk.press(.down, .enter)
    #expect(desk.effects == [.openDraft(DraftID(2))])
    #expect(desk.state.layers == [])
    desk.apply(.draftOpened(Self.stored(2, "dusk")))
    #expect(desk.state.prompt.text == "dusk")
    #expect(desk.state.shot.seconds == 4)
    #expect(desk.state.draft.isSaved)
    desk.type("!")
    desk.pass(.seconds(1))
    #expect(desk.effects.savedDrafts.map(\.text) == ["dusk!"])
  }

  @Test func whatIsTypedForADraftThatHasNotComeIsWrittenOverNoneAtTheEnd() {
    var desk = Self.desk()
    desk.press(.down, .enter)
    desk.type("!")
    desk.apply(.ending)
    guard case .beginDraft(let record, _)? = desk.effects.first else {
      Issue.record("it was written into the draft that the store has open")
      return
    }
    #expect(record.prompt.text.contains("!"))
    #expect(desk.effects.last == .quit)
  }

  @Test func whatIsTypedWhileADraftIsOpenedGoesIntoIt() {
    var desk = Self.desk()
    desk.press(.down, .enter)
    desk.apply(.typed(" fa".map { .key(.character($0)) }, from: desk.state.now, to: desk.state.now))
    desk.type("lls")
    desk.paste(", rain")
    desk.pass(.seconds(2))
    #expect(desk.effects == [], "nothing of it belongs to the draft before")
    desk.apply(.draftOpened(Self.stored(2, "dusk")))
    #expect(desk.state.prompt.text == "dusk falls, rain")
    #expect(!desk.state.draft.isSaved)
  }

  @Test func whenADraftCannotBeOpenedTheOneBeforeStaysAndTakesTheKeys() {
    var desk = Self.desk()
    desk.press(.down, .enter)
    desk.type("!")
    desk.apply(.draftNotOpened(Problem(.storeFailed)))
    #expect(desk.state.prompt.text == "dawn!")
    #expect(desk.state.card.id == DraftID(1))
  }

  @Test func typingNarrowsByWhatTheStoreFinds() {
    var desk = Self.desk()
    desk.press(.down)
    desk.type("d")
    #expect(desk.effects == [.loadDrafts(DraftQuery(search: "d", range: 0..<100))])
    desk.press(.backspace)
    #expect(desk.effects == [], "these rows are there")
    let late = DraftQuery(search: "d", range: 0..<100)
    desk.apply(.draftsLoaded(DraftRows(query: late, rows: [Self.row(2, "dusk")], total: 1)))
    guard case .drafts(let screen)? = desk.top else { return }
    #expect(screen.rows?.total == 3, "what was asked for before is not shown")
  }

  @Test func rowsFarDownAreLoadedWhenTheyAreNear() {
    var desk = Desk()
    desk.press(.control("o"))
    let rows = (0..<100).map { Self.row($0, "draft \($0)") }
    desk.apply(.draftsLoaded(DraftRows(query: DraftQuery(range: 0..<100), rows: rows, total: 10_000)))
    for _ in 0..<74 {
      desk.press(.down)
      #expect(desk.effects == [])
    }
    for _ in 0..<2 { desk.press(.down) }
    #expect(desk.effects == [.loadDrafts(DraftQuery(range: 26..<126))])
  }

  @Test func aDeletedDraftComesBackByUndoAndTheOneOnTheScreenGivesWayToAnEmptyOne() {
    var desk = Self.desk()
    desk.press(.control("x"))
    #expect(desk.effects.contains(.changeDraft(.delete(DraftID(1)))))
    #expect(desk.state.prompt.isEmpty)
    #expect(desk.state.card.id == nil)
    desk.press(.control("z"))
    #expect(desk.effects == [.changeDraft(.restore(nil)), .loadDrafts(DraftQuery(range: 0..<100))])
  }

  @Test func deletedDraftsAreAViewOfTheirOwn() {
    var desk = Self.desk()
    desk.press(.down, .tab)
    #expect(desk.effects == [.loadDrafts(DraftQuery(view: .deleted, range: 0..<100))])
    desk.apply(
      .draftsLoaded(DraftRows(query: DraftQuery(view: .deleted, range: 0..<100), rows: [Self.row(9, "old")], total: 1)))
    desk.press(.control("x"))
    #expect(desk.effects == [], "it is deleted already")
    desk.press(.control("z"))
    #expect(desk.effects.first == .changeDraft(.restore(DraftID(9))))
  }

  @Test func aNameIsTheShotOfTheTakesThatAreSentFromTheDraft() {
    var desk = Self.desk()
    desk.press(.control("r"))
    desk.type("lantern")
    desk.press(.enter)
    #expect(desk.effects.contains(.nameDraft("lantern")))
    desk.press(.escape, .function(5), .enter)
    #expect(desk.effects.origins == [TakeOrigin(shot: "lantern", draft: DraftID(1))])
  }

  @Test func aDraftThatIsSentBeforeTheStoreAnsweredIsMarkedAsSentAllTheSame() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(5))
    desk.confirmDraftSaved(as: 1)
    desk.press(.enter)
    #expect(desk.effects.origins == [TakeOrigin(draft: DraftID(1))])
  }

  @Test func anotherDraftIsNamedInTheStoreAlone() {
    var desk = Self.desk()
    desk.press(.down, .control("r"))
    desk.type("lantern")
    desk.press(.enter)
    #expect(desk.effects.first == .changeDraft(.rename(DraftID(2), "lantern")))
    #expect(desk.state.card.name == nil)
  }

  @Test func aDraftIsCopied() {
    var desk = Self.desk()
    desk.press(.down, .control("d"))
    #expect(desk.effects.first == .changeDraft(.duplicate(DraftID(2))))
  }

  @Test func keysInAnEmptyDrawerDoNothing() {
    var desk = Self.desk([])
    desk.press(.enter, .control("x"), .control("d"), .control("r"), .down, .up)
    #expect(desk.effects == [])
    #expect(desk.state.layers.count == 1)
  }
}

extension Desk {
  /// Fills the drawer.
  fileprivate mutating func answer(_ rows: [DraftRow]) {
    guard case .drafts(let screen)? = top else { return }
    apply(.draftsLoaded(DraftRows(query: screen.query, rows: rows, total: rows.count)))
  }
}
