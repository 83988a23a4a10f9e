import DailiesCore
import TerminalCanvas
import Testing

struct ActsTests {
  private func desk(_ count: Int = 3) -> Desk {
    Desk(takes: (0..<count).map { Desk.take(count - $0, .saved, "prompt \(count - $0)") })
  }

  private func pressAndCarryOut(_ desk: inout Desk, _ keys: Key...) {
    for key in keys {
      desk.press(key)
      desk.carryOutEdits()
      desk.answerQueries()
    }
  }

  // MARK: Tags

  @Test(
    arguments: [
      ("a, b", ["x"], ["a", "b"]), ("a b", nil, ["a", "b"]), ("#a，#b、c", nil, ["a", "b", "c"]),
      ("+b -x", ["a", "x"], ["a", "b"]), ("+A", ["a"], ["a"]), ("-A", ["a"], nil), ("", ["a"], nil),
      ("night, Night", nil, ["night"]), ("+夜 -昼", ["昼"], ["夜"]),
    ] as [(String, [String]?, [String]?)])
  func aLineOfTagsSetsThemOrChangesThem(text: String, before: [String]?, after: [String]?) throws {
    #expect(try #require(TagChange(text)).result(for: before) == after)
  }

  @Test(arguments: ["a +b", "-a b", "+a, b"]) func aListAndChangesAreNotMixed(text: String) {
    #expect(TagChange(text) == nil)
    var desk = desk()
    desk.press(.character("t"))
    desk.type(text)
    desk.press(.enter)
    guard case .tags(let entry)? = desk.top else {
      Issue.record("the line is gone")
      return
    }
    #expect(entry.refusal?.phrase == Strings.tagsMixed)
    #expect(!desk.effects.contains { if case .changeTakes = $0 { true } else { false } })
  }

  @Test func tagsAreCompletedFromTheKnownOnes() {
    var desk = desk()
    desk.press(.character("t"))
    #expect(desk.effects == [.loadTagNames])
    desk.apply(.tagNamesLoaded([("night", 3), ("noon", 2), ("retake", 1)].map { KnownName(name: $0, count: $1) }))
    desk.type("retake, +n")
    desk.press(.tab)
    #expect(line(desk) == "retake, +night")
    desk.press(.tab)
    #expect(line(desk) == "retake, +noon")
    desk.press(.tab, .tab)
    #expect(line(desk) == "retake, +noon")
    desk.press(.control("w"))
    desk.type("re")
    desk.press(.tab)
    #expect(line(desk)?.hasSuffix("re") == true, "it is in the line already")
  }

  private func line(_ desk: Desk) -> String? {
    if case .tags(let entry)? = desk.top { entry.line.text } else { nil }
  }

  @Test func theTagsOfOneTakeStandInTheLineToBeChanged() {
    var desk = desk()
    desk.store[0].tags = ["night", "retake"]
    desk.answer(desk.state.list.query)
    desk.press(.character("t"))
    #expect(line(desk) == "night, retake")
    desk.press(.control("u"))
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store[0].tags == nil)
    #expect(desk.message == "T003 has no tags now.")
  }

  @Test func anEmptyLineTakesNoTagsFromSeveralTakes() {
    var desk = desk()
    for place in desk.store.indices { desk.store[place].tags = ["night"] }
    desk.press(.character("V"), .character("t"), .enter)
    #expect(desk.effects == [])
    guard case .tags(let entry)? = desk.top else {
      Issue.record("the line is gone")
      return
    }
    #expect(entry.refusal?.phrase == Strings.tagsNotTyped)
    desk.type("+b -night")
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store.map(\.tags) == [["b"], ["b"], ["b"]])
    #expect(desk.message == "The tags of 3 takes are changed.")
  }

  // MARK: Shot and note

  @Test func takesAreMovedToAShotThatIsThereOrToANewOne() {
    var desk = desk()
    desk.press(.character("m"))
    #expect(desk.effects == [.loadShotNames])
    desk.apply(.shotNamesLoaded([KnownName(name: "gate", count: 4), KnownName(name: "market", count: 1)]))
    desk.type("mar")
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store[0].origin?.shot == "market")
    desk.press(.character("V"), .character("m"))
    desk.type("dawn")
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store.map(\.origin?.shot) == ["dawn", "dawn", "dawn"])
    #expect(desk.message == "3 takes are in the shot dawn now.")
    pressAndCarryOut(&desk, .character("u"))
    #expect(desk.store.map(\.origin?.shot) == ["market", nil, nil])
    #expect(desk.store[1].origin == nil)
  }

  @Test func whatATakeBeganWithStaysWhenItIsMoved() {
    var take = Desk.take(4, .saved)
    take.origin = TakeOrigin(shot: "gate", parent: Take.Number(2))
    TakeWord.shot("market").write(to: &take)
    #expect(take.origin == TakeOrigin(shot: "market", parent: Take.Number(2)))
    TakeWord.shot(nil).write(to: &take)
    #expect(take.origin == TakeOrigin(parent: Take.Number(2)))
  }

  @Test func aNoteIsWrittenBesideATakeAndTakenAwayByAnEmptyLine() {
    var desk = desk()
    desk.press(.character("i"))
    desk.type("  too dark ")
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store[0].comment == "too dark")
    desk.press(.character("i"), .control("u"))
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store[0].comment == nil)
    pressAndCarryOut(&desk, .character("u"))
    #expect(desk.store[0].comment == "too dark")
  }

  // MARK: Undo

  @Test func actsAreTakenBackOneByOneAndDoneAgain() {
    var desk = desk()
    desk.press(.character("t"))
    desk.type("night")
    pressAndCarryOut(&desk, .enter)
    pressAndCarryOut(&desk, .character("x"))
    #expect(desk.store[0].isHidden)
    pressAndCarryOut(&desk, .character("u"))
    #expect(!desk.store[0].isHidden)
    pressAndCarryOut(&desk, .character("u"))
    #expect(desk.store[0].tags == nil)
    #expect(desk.message == "Undone for T003: tags.")
    pressAndCarryOut(&desk, .character("U"), .character("U"))
    #expect(desk.store[0].tags == ["night"])
    #expect(desk.store[0].isHidden)
    #expect(desk.message == "Done again for T003: hidden.")
    desk.press(.character("U"))
    #expect(desk.effects == [])
  }

  @Test func aNewActEndsWhatCouldBeDoneAgain() {
    var desk = desk()
    pressAndCarryOut(&desk, .character("x"), .character("u"), .down, .character("x"), .character("U"))
    #expect(desk.store.map(\.isHidden) == [false, true, false])
    #expect(desk.message == Strings.nothingToRedo(.english))
  }

  @Test func aKeyThatComesBeforeTheStoreHasAnsweredTakesBackWhatIsUnderWay() {
    var desk = desk()
    desk.press(.character("x"))
    let asked = desk
    desk.press(.character("u"))
    #expect(desk.effects == [])
    // The answer to the first key comes now.
    var told = desk
    told.store[0].isHidden = true
    let step = ListAct.Step(number: Take.Number(3), before: .hidden(false), after: .hidden(true))
    told.apply(
      .takesEdited(
        EditedTakes(way: .done, act: ListAct([step]), takes: [told.store[0]], left: 0, counts: told.counts)))
    #expect(asked.effects == [.changeTakes([Take.Number(3)], .set(.hidden(true)))])
    #expect(told.effects.last == .replay(ListAct([step]), .undone))
  }

  @Test func whatCouldNotBeWrittenCanStillBeUndone() {
    var desk = desk()
    pressAndCarryOut(&desk, .character("x"))
    desk.press(.character("u"))
    guard case .replay(let act, let way)? = desk.effects.first else {
      Issue.record("nothing is taken back")
      return
    }
    desk.apply(.takesNotEdited(Problem(.storeFailed), act, way))
    pressAndCarryOut(&desk, .character("u"))
    #expect(!desk.store[0].isHidden)
  }

  @Test func aSendThatIsStillLeavingIsTakenBackByUndo() {
    var desk = desk()
    desk.store.insert(Desk.take(4, .leaving), at: 0)
    desk.apply(.takesRecorded([desk.store[0]], desk.counts))
    desk.answerQueries()
    desk.press(.character("u"))
    #expect(desk.effects == [.takeBack([Take.Number(4)])])
  }

  @Test func undoAfterADropTakesBackNothingElse() {
    var desk = desk()
    let leaving = [Desk.take(5, .leaving), Desk.take(4, .leaving)]
    desk.store.insert(contentsOf: leaving, at: 0)
    desk.apply(.takesRecorded(leaving, desk.counts))
    desk.answerQueries()
    desk.press(.character("g"))
    desk.answerQueries()
    desk.press(.delete)
    #expect(desk.effects == [.takeBack([Take.Number(5)])])
    desk.change(5) { $0.phase = .dropped }
    desk.press(.character("u"))
    #expect(desk.effects.isEmpty)
    #expect(desk.message.hasPrefix("T005 stays dropped"))
    desk.press(.character("u"))
    #expect(desk.effects == [.takeBack([Take.Number(4)])])
  }

  @Test func aSendThatHasLeftIsNoActAnyMoreOnceItIsAnswered() {
    var desk = desk()
    pressAndCarryOut(&desk, .character("x"))
    desk.store.insert(Desk.take(4, .leaving), at: 0)
    desk.apply(.takesRecorded([desk.store[0]], desk.counts))
    desk.change(4) { $0.phase = .sending }
    var early = desk
    early.press(.character("u"))
    #expect(early.effects == [])
    #expect(early.message == "T004: left already, and cannot be taken back.")
    desk.change(4) { $0.phase = .queued }
    pressAndCarryOut(&desk, .character("u"))
    #expect(desk.message == "Undone for T003: hidden.")
  }

  @Test func undoWorksInTheDetailToo() {
    var desk = desk()
    desk.press(.enter, .character("i"))
    desk.type("soft")
    pressAndCarryOut(&desk, .enter)
    #expect(desk.store[0].comment == "soft")
    pressAndCarryOut(&desk, .character("u"))
    #expect(desk.store[0].comment == nil)
    guard case .detail(let detail)? = desk.top else {
      Issue.record("the detail is closed")
      return
    }
    #expect(detail.take.comment == nil)
  }
}
