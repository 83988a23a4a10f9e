import DailiesCore
import TerminalCanvas
import Testing

struct DraftTests {
  @Test func theCaretIsKeptWhereItWasMovedTo() throws {
    var desk = Desk()
    desk.type("a lantern")
    desk.pass(.seconds(1))
    desk.confirmDraftSaved()
    desk.press(.home)
    #expect(desk.state.draft.isSaved, "no word is missing")
    desk.pass(.seconds(2))
    guard case .saveDraft(let record, _)? = desk.effects.first else {
      Issue.record("nothing is written")
      return
    }
    #expect(record.prompt.selection == TextSelection(0))
    desk.confirmDraftSaved()
    desk.pass(.seconds(5))
    #expect(desk.effects == [])
  }

  @Test func typingGoesToThePromptAndMarksTheDraftAsChanged() {
    var desk = Desk()
    desk.type("dawn ？q1")
    #expect(desk.state.prompt.text == "dawn ？q1")
    #expect(!desk.state.draft.isSaved)
    #expect(desk.effects == [])
  }

  @Test func movingTheCaretChangesNothingToSave() {
    var desk = Desk()
    desk.press(.left, .end, .function(8))
    #expect(desk.state.draft.isSaved)
    #expect(desk.state.deadline == nil)
  }

  @Test func theDraftIsWrittenAtItsDeadlineWithinASecond() throws {
    var desk = Desk()
    desk.type("d")
    let deadline = try #require(desk.state.deadline)
    #expect(deadline <= Desk.start + .seconds(1))
    desk.apply(.clockAdvanced(deadline))
    #expect(
      desk.effects == [.saveDraft(DraftRecord(prompt: desk.state.prompt.snapshot, shot: desk.state.shot), revision: 1)])
    desk.confirmDraftSaved()
    #expect(desk.state.draft.isSaved)
    let rest = try #require(desk.state.deadline)
    #expect(rest == Desk.start + .seconds(2))
    desk.apply(.clockAdvanced(rest))
    #expect(desk.effects == [.settleDraft])
    #expect(desk.state.deadline == nil)
  }

  /// Keys every 100 ms, a disk that takes its time; `failures` writes fail first.
  struct Typist {
    var desk = Desk()
    var writes = 0
    var oldestUnsaved = Duration.zero
    private var onDisk = ""
    private var typed: [(at: Timestamp, text: String)] = []
    private var underWay: (ends: Timestamp, text: String, revision: Int)?

    mutating func run(for time: Duration, diskTakes latency: Duration, failures: Int = 0) {
      let end = Desk.start + time
      var nextKey = Desk.start
      while true {
        let at = [nextKey, underWay?.ends, desk.state.deadline].compactMap { $0 }.min() ?? end
        guard at < end else { return }
        noteAge(at)
        if let write = underWay, write.ends <= at {
          underWay = nil
          if writes <= failures {
            desk.apply(.draftNotSaved(Problem(.storeFailed)))
          } else {
            onDisk = write.text
            desk.apply(.draftSaved(revision: write.revision))
          }
        } else if nextKey <= at {
          desk.apply(.input(.key(.character("a")), at: at))
          typed.append((at, desk.state.prompt.text))
          nextKey = nextKey + .milliseconds(100)
        } else {
          desk.apply(.clockAdvanced(at))
        }
        for write in desk.effects.savedDrafts {
          #expect(underWay == nil, "two writes at once")
          writes += 1
          underWay = (at + latency, write.text, write.revision)
        }
      }
    }

    private mutating func noteAge(_ now: Timestamp) {
      guard let first = typed.first(where: { $0.text.utf8.count > onDisk.utf8.count }) else { return }
      oldestUnsaved = max(oldestUnsaved, now - first.at)
    }
  }

  @Test(arguments: [0, 20, 150, 350]) func theCopyOnDiskIsNeverOlderThanASecondDuringSteadyTyping(milliseconds: Int) {
    var typist = Typist()
    typist.run(for: .seconds(20), diskTakes: .milliseconds(milliseconds))
    #expect(typist.oldestUnsaved <= .seconds(1))
    #expect(typist.oldestUnsaved > .milliseconds(300), "throttled: not a write for every key")
    #expect((15...40).contains(typist.writes))
  }

  @Test func aFailedWriteIsRetriedDuringSteadyTypingAndSaysSo() {
    var typist = Typist()
    typist.run(for: .seconds(3), diskTakes: .milliseconds(20), failures: 1)
    #expect(typist.desk.state.draft.hasFailed)
    #expect(typist.desk.state.message == typist.desk.state.log.last)
    #expect(typist.desk.message.contains("could not be written"))
    #expect(typist.writes == 1)
    typist = Typist()
    typist.run(for: .seconds(8), diskTakes: .milliseconds(20), failures: 1)
    #expect(!typist.desk.state.draft.hasFailed)
    #expect(typist.writes > 2)
  }

  @Test func aClockThatIsPutBackLosesNoTyping() throws {
    var desk = Desk()
    desk.type("dusk")
    let earlier = Desk.start + .seconds(-3600)
    desk.apply(.input(.key(.character("!")), at: earlier))
    #expect(desk.state.now == earlier)
    let deadline = try #require(desk.state.deadline)
    #expect(deadline <= earlier + .seconds(1))
    desk.apply(.clockAdvanced(deadline))
    #expect(desk.effects.savedDrafts.map(\.text) == ["dusk!"])
  }

  @Test(arguments: ["dusk over the harbour", "黄昏，灯笼作坊。雨", "é👩‍🎨 {a|b}"])
  func lettersHandedOnTogetherAreThoseTypedOneByOne(text: String) {
    var one = Desk()
    one.type("A ")
    var together = one
    let (first, last) = (Desk.start + .milliseconds(200), Desk.start + .milliseconds(800))
    let letters = text.map { Input.key(.character($0)) }
    for letter in letters.dropLast() { one.apply(.input(letter, at: first)) }
    one.apply(.input(letters[letters.count - 1], at: last))
    together.apply(.typed(letters, from: first, to: last))
    #expect(together.state.prompt == one.state.prompt)
    #expect(together.state.draft == one.state.draft)
    #expect(together.effects == one.effects)
    #expect(together.effects.savedDrafts.map(\.text) == ["A " + text], "due by the first letter, written with the last")
    #expect(together.state.draftStanding == one.state.draftStanding)
    #expect(together.state.figures == one.state.figures)
  }

  @Test(
    arguments: [
      [Key.escape], [.tab], [.backTab], [.function(3)], [.function(1)], [.function(5)], [.control("c"), .control("c")],
    ])
  func leavingTheFieldReviewHelpAndQuittingSaveAtOnce(keys: [Key]) {
    var desk = Desk()
    desk.type("dawn")
    for key in keys { desk.press(key) }
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn"], "\(keys.map(\.name))")
  }

  @Test func aHangUpSavesAtOnceAndThenEnds() {
    var desk = Desk()
    desk.type("dawn")
    desk.apply(.ending)
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn"])
    #expect(desk.effects.last == .quit)
  }

  @Test func suspendingSavesFirst() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(12))
    desk.type("suspend")
    desk.press(.enter)
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn"])
    #expect(desk.effects.last == .suspend)
  }

  @Test func whatIsBeingWrittenIsNotWrittenTwice() {
    var desk = Desk()
    desk.type("dawn")
    desk.pass(.seconds(1))
    #expect(desk.effects.savedDrafts.count == 1)
    desk.press(.escape)
    #expect(desk.effects == [])
    desk.press(.enter)
    desk.type("!")
    desk.press(.escape)
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn!"])
  }

  @Test func aChangedSettingIsSavedLikeTyping() {
    var desk = Desk()
    desk.press(.alt("l"))
    #expect(!desk.state.draft.isSaved)
    desk.pass(.seconds(1))
    #expect(desk.effects.savedDrafts.count == 1)
  }

  @Test func aNewDraftLeavesTheOldOneInTheStoreAndHasUndoStepsOfItsOwn() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.control("n"))
    #expect(desk.effects.count == 2)
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn"])
    guard case .beginDraft(let record, _)? = desk.effects.last else {
      Issue.record("no new draft: \(desk.effects)")
      return
    }
    #expect(record.prompt.text == "")
    #expect(desk.state.prompt.isEmpty)
    desk.confirmDraftSaved(as: 2)
    #expect(desk.state.card.id == DraftID(2))
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "")
  }

  @Test func whatWasCutInOneDraftIsInsertedInAnother() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.alt("a"), .control("x"))
    desk.type("dusk")
    desk.press(.control("n"), .control("v"))
    #expect(desk.state.prompt.text == "dawn")
  }

  @Test func anAnswerAboutTheDraftBeforeDoesNotNameTheNewOne() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.control("n"))
    desk.apply(.draftSaved(revision: 4, id: DraftID(1)))
    #expect(desk.state.card.id == nil)
  }

  @Test func aNewDraftOfNothingIsNone() {
    var desk = Desk()
    desk.press(.control("n"))
    #expect(desk.effects == [])
  }

  @Test func editingATakeSavesTheDraftBeforeReplacingIt() throws {
    var take = Desk.take(7, .failed, "a fox in snow")
    take.order.seconds = 12
    take.order.model = "other-model"
    take.origin = TakeOrigin(shot: "lantern")
    var desk = Desk()
    desk.type("dawn")
    desk.load([take])
    desk.press(.function(3))
    desk.type("!!")
    desk.press(.escape, .character("e"))
    guard case .beginDraft(let record, _)? = desk.effects.last else {
      Issue.record("no new draft: \(desk.effects)")
      return
    }
    #expect(record.prompt.text == "a fox in snow")
    #expect(record.shot.seconds == 12)
    #expect(record.shot.model == "other-model")
    #expect(record.parent == Take.Number(7))
    #expect(record.name == "lantern")
    #expect(desk.state.focus == .prompt)
    desk.press(.function(5), .enter)
    #expect(desk.effects.origins == [TakeOrigin(shot: "lantern", parent: Take.Number(7))])
  }

  @Test func editingATakeWithoutAModelKeepsTheModelOfTheDraft() {
    var take = Desk.take(7, .queued, "")
    take.order.model = ""
    var desk = Desk(takes: [take])
    desk.press(.character("e"))
    #expect(desk.state.shot.model == Profile.standardModel)
  }

  @Test func theStoredDraftComesBackWithCaretAndUndo() {
    var first = Desk()
    first.type("dawn")
    first.press(.left)
    var second = Desk().state
    let record = DraftRecord(
      prompt: first.state.prompt.snapshot, shot: first.state.shot, name: "lantern", parent: Take.Number(3))
    second.restore(StoredDraft(id: DraftID(7), record: record))
    #expect(second.prompt.text == "dawn")
    #expect(second.prompt.caret == 3)
    #expect(second.draft.isSaved)
    #expect(second.card.id == DraftID(7))
    #expect(second.card.name == "lantern")
    #expect(second.card.parent == Take.Number(3))
    _ = second.apply(.input(.key(.control("z")), at: Desk.start))
    #expect(second.prompt.text == "")
  }
}
