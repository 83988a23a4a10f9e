import TerminalCanvas
import Testing

@testable import DailiesCore

struct PaletteTests {
  private func matches(_ typed: String, _ desk: Desk) -> [Command] {
    var palette = PaletteScreen(context: desk.state.context)
    palette.chooser.line = LineEditor(typed)
    return palette.matches(in: desk.state)
  }

  // MARK: Finding

  @Test(arguments: [
    ("hd", Command.review), ("chj", .takeBackLeaving), ("xcg", .newDraft), ("yc", .hide), ("tc", .quit),
  ])
  func inChineseTheFirstLettersOfThePinyinFind(typed: String, command: Command) {
    #expect(matches(typed, Desk(language: .chinese)).first == command)
  }

  @Test func inEnglishNobodyTypesPinyin() {
    #expect(!matches("xcg", Desk()).contains(.newDraft))
  }

  @Test func everyTitleCanBeFoundByItsPinyin() {
    for command in Command.allCases where command.isOfferedByName {
      for character in command.title.chinese
      where character.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
        #expect(!PinyinInitials.letters(of: character).isEmpty, "\(character) in \(command)")
      }
    }
  }

  @Test func aCharacterReadInTwoWaysIsFoundByBoth() {
    #expect(PinyinInitials.letters(of: "行") == ["x", "h"])
    #expect(PinyinInitials.letters(of: "发") == ["f"])
    #expect(PinyinInitials.letters(of: "a") == [])
  }

  @Test func whatBeginsAsTypedComesBeforeWhatOnlyHoldsIt() {
    #expect(matches("take", Desk()).first == .showTakes)
    let found = matches("ta", Desk())
    #expect(found.firstIndex(of: .takeBackLeaving) ?? .max < found.firstIndex(of: .moreTakes) ?? .max)
  }

  @Test func aCommandWithoutAKeyIsStillOffered() {
    let desk = Desk(keymap: Keymap.standard.binding(.save, in: .takes, to: []).binding(.save, in: .detail, to: []))
    #expect(matches("", desk).contains(.save))
  }

  // MARK: Used last

  @Test func whatWasAskedForByNameComesFirstTheNextTime() {
    var desk = Desk()
    desk.choose(.showActivity)
    desk.press(.escape)
    desk.choose(.toggleMouse)
    #expect(desk.effects.first == .rememberCommands([.toggleMouse, .showActivity]))
    #expect(matches("", desk).prefix(2) == [.toggleMouse, .showActivity])
    desk.choose(.showActivity)
    #expect(desk.effects.first == .rememberCommands([.showActivity, .toggleMouse]))
  }

  @Test func whatWasUsedInAnEarlierSessionComesFirst() {
    var desk = Desk()
    desk.recall(["toggle_mouse", "no_such_command", "quit"])
    #expect(matches("", desk).prefix(2) == [.toggleMouse, .quit])
    #expect(Set(matches("", desk)).count == matches("", desk).count)
  }

  // MARK: What cannot run now

  @Test(arguments: [
    (Command.review, "The prompt is empty: write it first."), (.takeBackLeaving, "Nothing is leaving."),
    (.play, "Select a take first."), (.saveAll, "No take is waiting to be saved."),
    (.undoAct, "Nothing to undo here."), (.redoAct, "Nothing to redo."),
    (.laterInQueue, "Select a take first."),
  ])
  func itIsSaidBeforehandWhyACommandCannotRun(command: Command, reason: String) {
    #expect(Desk().state.obstacle(to: command)?.text(.english) == reason)
  }

  @Test func theTakeThatIsSelectedDecides() {
    func obstacle(_ command: Command, _ phase: TakePhase) -> String? {
      Desk(takes: [Desk.take(31, phase)]).state.obstacle(to: command)?.text(.english)
    }
    #expect(obstacle(.play, .running) == "T031 is not saved yet.")
    #expect(obstacle(.play, .saved) == nil)
    #expect(obstacle(.showInFolder, .ready) == "T031 is not saved yet.")
    #expect(obstacle(.showInFolder, .saved) == nil)
    #expect(obstacle(.drop, .running) == "T031 has left already.")
    #expect(obstacle(.drop, .held) == nil)
    #expect(obstacle(.save, .ready) == nil)
    #expect(obstacle(.laterInQueue, .running) == Strings.notInQueue(.english, "T031"))
    #expect(obstacle(.dropBatch, .held) == Strings.noBatch(.english, "T031"))
    #expect(obstacle(.save, .queued) == "T031 has nothing to save: it is queued.")
  }

  @Test func withoutAPictureThereIsNothingToRemoveOrToProve() {
    #expect(Desk().state.obstacle(to: .removeImage)?.phrase == Strings.noImageThere)
    #expect(Desk().state.obstacle(to: .showProof)?.phrase == Strings.noImageThere)
  }

  @Test func withoutAKeyNothingCanBeBroughtIn() {
    #expect(Desk(hasKey: false).state.obstacle(to: .importTake)?.phrase == Strings.keyMissing)
    #expect(Desk().state.obstacle(to: .importTake) == nil)
  }

  /// What the palette says in grey is what the command answers, and all it does.
  @Test(arguments: [Place.emptyPrompt, .prompt, .promptPane, .shot, .takes, .noTakes])
  func aCommandThatCannotRunAnswersWithTheSameWords(place: Place) {
    for command in Command.allCases where command.isOfferedByName {
      var desk = place.desk()
      guard let obstacle = desk.state.obstacle(to: command) else { continue }
      let before = desk.state
      desk.perform(command)
      #expect(desk.message == obstacle.text(.english), "\(command)")
      #expect(desk.state.layers == before.layers, "\(command)")
      #expect(desk.state.prompt == before.prompt, "\(command)")
      #expect(desk.effects.allSatisfy { if case .saveDraft = $0 { true } else { false } }, "\(command)")
    }
  }

  @Test func whatCanRunGivesNoReasonAgainstItself() {
    for phase in TakePhase.allCases {
      for command in Command.allCases where command.wantsTake {
        var desk = Desk(takes: [Desk.take(31, phase)])
        guard desk.state.obstacle(to: command) == nil else { continue }
        desk.perform(command)
        #expect(desk.state.layers != [] || desk.effects != [], "\(command) on a take that is \(phase)")
      }
    }
  }

  // MARK: Over a layer

  @Test func onTheReviewSheetTheCommandsAreItsOwn() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(5), .function(12))
    guard case .palette(let palette)? = desk.top else {
      Issue.record("no palette")
      return
    }
    let offered = palette.matches(in: desk.state)
    #expect(offered.contains(.moreTakes))
    #expect(!offered.contains(.showLedger))
    // A yes is for what is in sight.
    #expect(!offered.contains(.confirm))
    desk.type("more takes")
    desk.press(.enter)
    guard case .review(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.takes == 2)
  }

  @Test func inTheDetailTheyAreDoneToItsTake() {
    var desk = Desk(takes: [Desk.take(9, .ready)])
    desk.press(.right, .control("p"))
    desk.type("save")
    desk.press(.enter)
    #expect(desk.effects.contains(.save([Take.Number(9)])))
  }
}
