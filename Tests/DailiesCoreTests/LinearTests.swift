import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// Lines that come in where nothing is drawn.
struct LinearTests {
  /// A desk that listens.
  private func desk(_ takes: [Take] = [], language: Language = .english) -> Desk {
    var desk = Desk(language: language)
    desk.beginListening()
    desk.load(takes)
    return desk
  }

  private func order(_ text: String, _ desk: inout Desk) -> [Order]? {
    desk.say(text)
    return desk.effects.compactMap {
      if case .confirm(let confirmation, _, _) = $0 { confirmation.orders } else { nil }
    }
    .first
  }

  @Test(arguments: Command.spoken) func everyCommandIsReachedByItsName(command: Command) {
    for text in [command.name, command.name.replacing("_", with: " "), command.title.english, command.title.chinese] {
      // Some titles are words of their own: those are about the same.
      var desk = desk()
      desk.say(text)
      if text == command.name { #expect(desk.message != Strings.linearNoSuchWord(.english), "\(text)") }
      if case .candidates? = desk.state.linear?.page { Issue.record("\(text) is unclear") }
    }
  }

  @Test func aPromptOfSeveralLinesEndsWithADot() {
    var desk = desk()
    for line in ["prompt", "first", "", "  second", "."] { desk.say(line) }
    #expect(desk.state.prompt.text == "first\n\n  second")
    #expect(desk.state.linear?.page == .draft)
    desk.say("add third")
    #expect(desk.state.prompt.text == "first\n\n  second\nthird")
    desk.say("undo")
    #expect(desk.state.prompt.text == "first\n\n  second")
  }

  @Test func anotherPromptIsAnotherDraftAndWritesOverNothing() {
    var desk = desk()
    for line in ["prompt first", "length 12", "提示词 新的"] { desk.say(line) }
    #expect(desk.state.prompt.text == "新的")
    #expect(desk.state.shot.seconds == 12)
    let begun = desk.effects.compactMap { if case .beginDraft(let record, _) = $0 { record.prompt.text } else { nil } }
    #expect(begun == [""], "the first one is left as it was")
    for line in ["prompt", "newer", "."] { desk.say(line) }
    #expect(desk.state.prompt.text == "newer")
  }

  @Test func undoIsOfWhatWasDoneLast() {
    var desk = desk([Desk.take(4, .ready)])
    desk.say("prompt lantern")
    desk.say("hide 4")
    desk.apply(.takesFound([Desk.take(4, .ready)], missing: [], for: .hide))
    desk.say("undo")
    #expect(desk.state.prompt.text == "lantern")
    desk.say("add more")
    desk.say("undo")
    #expect(desk.state.prompt.text == "lantern")
  }

  @Test func whatStandsBesideThePromptIsSetByItsValue() {
    var desk = desk()
    for line in ["length 12", "size 720x1280", "takes 3", "model other-1"] { desk.say(line) }
    #expect(desk.state.shot.seconds == 12 && desk.state.shot.size == VideoSize(width: 720, height: 1280))
    #expect(desk.state.shot.takes == 3 && desk.state.shot.model == "other-1")
    for line in ["length 5", "size wide", "takes 99"] {
      let before = desk.state.shot
      desk.say(line)
      #expect(desk.state.shot == before && desk.message.hasPrefix("That does not fit"))
    }
    desk.say("image ~/lantern.png")
    let image = ReferenceImage.file(path: "~/lantern.png")
    #expect(desk.effects.contains(.checkImage(image)))
    desk.apply(.imageChecked(image, .answers))
    #expect(desk.state.shot.image == .file(path: "~/lantern.png"))
    desk.say("image none")
    #expect(desk.state.shot.image == nil)
  }

  @Test(arguments: [
    ("yes", true), ("是", true), ("YES", true), ("y", false), ("ok", false), ("", false), ("1", false),
    ("confirm", false),
  ])
  func onlyATypedYesSends(answer: String, sends: Bool) {
    var desk = desk()
    desk.say("prompt a boat")
    desk.say("review")
    #expect((order(answer, &desk) != nil) == sends)
  }

  @Test func aYesThatIsNoAnswerToWhatWasSaidLastSendsNothing() {
    var desk = desk()
    desk.say("prompt a boat")
    desk.say("review")
    desk.say("yes", isFresh: false)
    #expect(!desk.effects.contains { $0.sends })
    #expect(desk.message == Strings.linearLookFirst(.english))
    #expect(order("yes", &desk)?.map(\.prompt) == ["a boat"])
  }

  @Test func aNumberTicksARowOfTheReview() {
    var desk = desk()
    desk.say("prompt a {red|blue|green} boat")
    desk.say("review")
    desk.say("2")
    desk.say("3")
    desk.say("3")
    #expect(order("yes", &desk)?.map(\.prompt) == ["a red boat", "a green boat"])
  }

  @Test func takesAreNamedByTheirNumbers() {
    var desk = desk([Desk.take(31, .ready), Desk.take(32, .ready)])
    desk.say("save 31-32")
    #expect(desk.effects == [.findTakes([Take.Number(31), Take.Number(32)], for: .save)])
    #expect(desk.state.holdsLines)
    desk.apply(.takesFound([Desk.take(31, .ready), Desk.take(32, .ready)], missing: [], for: .save))
    #expect(desk.effects == [.save([Take.Number(31), Take.Number(32)])])
    #expect(!desk.state.holdsLines)
    // Without a number the one that was named last; the key of the screens is a name as well.
    desk.say("d")
    #expect(desk.effects == [.findTakes([Take.Number(32)], for: .save)])
    desk.apply(.takesFound([], missing: [Take.Number(32)], for: .save))
    #expect(desk.message == Strings.linearNoSuchTake(.english, "T032"))
    desk.say("保存31")
    #expect(desk.effects == [.findTakes([Take.Number(31)], for: .save)])
  }

  @Test func settingsAreSetByTheWordsOfTheCommandLine() {
    var desk = desk()
    desk.say("set countdown 9")
    #expect(desk.state.settings.countdown == 9 && desk.state.layers == [])
    desk.say("set countdown soon")
    #expect(desk.state.settings.countdown == 9 && desk.message.hasPrefix("That does not fit"))
  }

  @Test func whatWasFoundIsFoundFurther() {
    var desk = desk([Desk.take(1, .saved), Desk.take(2, .saved)])
    desk.say("find lantern")
    #expect(desk.state.soughtWords == "lantern" && desk.state.list.search == "lantern")
  }

  @Test func aNumberAloneLetsNothingLeave() {
    for phase in [TakePhase.held, .leaving] {
      var desk = desk([Desk.take(7, phase)])
      desk.say("7")
      #expect(desk.effects == [.findTakes([Take.Number(7)], for: .showDetail)])
      desk.apply(.takesFound([Desk.take(7, phase)], missing: [], for: .showDetail))
      #expect(!desk.effects.contains { $0.sends })
    }
  }

  @Test func nothingIsDoneToATakeThatNobodyNamed() {
    var desk = desk([Desk.take(1, .ready)])
    desk.say("hide")
    #expect(desk.effects.isEmpty && desk.message == Strings.linearWhichTake(.english, "hide"))
    desk.say("play 1 2")
    #expect(desk.effects.isEmpty && desk.message == Strings.linearOneTake(.english))
  }

  @Test(arguments: [(["2", "yes"], Settlement.neverArrived), (["3", "是"], .lost), (["video_9"], .id("video_9"))])
  func anUnsureTakeIsSettledByANumberAndAYesOrByItsID(lines: [String], settlement: Settlement) {
    var desk = desk([Desk.take(4, .unsure)])
    desk.say("4")
    desk.apply(.takesFound([Desk.take(4, .unsure)], missing: [], for: .open))
    for line in lines { desk.say(line) }
    #expect(desk.effects.contains(.settle(Take.Number(4), settlement)))
  }

  @Test func enterAloneTakesBackWhatIsLeaving() {
    var desk = desk([Desk.take(4, .leaving)])
    desk.say("")
    #expect(desk.effects == [.takeBack([Take.Number(4)])])
    var idle = self.desk()
    idle.say("")
    #expect(idle.effects.isEmpty && idle.state.linear?.page == .status)
  }

  @Test func aListIsNarrowedByWordsAndChosenByNumber() {
    var desk = desk()
    desk.say("settings")
    desk.say("countdown")
    desk.say("1")
    #expect(desk.state.linearPrompt == "line")
    desk.say("7")
    #expect(desk.state.settings.countdown == 7)
    desk.say("9999")
    #expect(desk.message == Strings.linearNoSuchNumber(.english))
    desk.say("back")
    #expect(desk.state.layers.isEmpty)
  }

  @Test func quittingAsksOnlyWhereSomethingIsUnderWay() {
    var idle = desk()
    idle.say("退出")
    #expect(idle.effects.last == .quit)
    var busy = desk([Desk.take(4, .leaving)])
    busy.say("quit")
    #expect(!busy.effects.contains(.quit))
    busy.say("no")
    #expect(busy.state.layers.isEmpty)
    busy.say("quit")
    busy.say("yes")
    #expect(busy.effects.last == .quit)
  }

  @Test func newsAreToldOncePerStateAndQuarter() {
    var desk = desk([Desk.take(4, .queued)])
    let said = desk.state.log.count
    for percent in [nil, 3, 20, 26, 40, 58, 90] {
      desk.change(4) {
        $0.phase = .running
        $0.percentComplete = percent
      }
    }
    #expect(
      desk.state.log.dropFirst(said).map { $0.text(.english) } == [
        "T004 running", "T004 running 26%", "T004 running 58%", "T004 running 90%",
      ])
  }

  @Test func whatIsOnlyReadClosesWhenItWasSaid() {
    var desk = desk([Desk.take(4, .saved)])
    desk.say("show 4")
    desk.apply(.takesFound([Desk.take(4, .saved)], missing: [], for: .showDetail))
    #expect(!desk.state.layers.isEmpty && desk.state.linear?.page == .layer)
    desk.apply(.pageSaid)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func wordsAndCommandsAreToldApart() {
    var words = Set<String>()
    for word in LinearWord.allCases {
      #expect(words.insert(word.names.english).inserted && words.insert(word.names.chinese).inserted)
    }
    // Cut names mean the only one they can mean, or are asked back.
    var desk = desk()
    desk.say("prompt a boat")
    desk.say("rev")
    #expect(desk.state.linearPrompt == "review")
    desk.say("no")
    desk.say("next")
    guard case .candidates(let commands)? = desk.state.linear?.page else {
      Issue.record("next is clear")
      return
    }
    #expect(commands.contains(.nextLength) && commands.contains(.nextSize))
    desk.say("qqqq")
    #expect(desk.message == Strings.linearNoSuchWord(.english))
  }
}
