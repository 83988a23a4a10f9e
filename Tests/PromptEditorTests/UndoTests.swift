import DailiesCore
import Testing

extension PromptEditor {
  /// Types cluster by cluster, 100 ms apart.
  fileprivate mutating func type(_ text: String) {
    for character in text {
      now.milliseconds += 100
      insert(character)
    }
  }
}

@Suite struct UndoTests {
  @Test func typingIsTakenBackWordByWord() {
    var editor = PromptEditor()
    editor.type("slow dolly in")
    var seen: [String] = []
    while editor.canUndo {
      editor.undo()
      seen.append(editor.picture)
    }
    #expect(seen == ["slow dolly |", "slow |", "|"])
    editor.redo()
    editor.redo()
    #expect(editor.picture == "slow dolly |")
  }

  @Test func chineseIsTakenBackPhraseByPhrase() {
    var editor = PromptEditor()
    editor.type("黄昏，灯笼")
    editor.undo()
    #expect(editor.picture == "黄昏，|")
  }

  @Test func aPauseBeginsAStep() {
    var editor = PromptEditor()
    editor.type("da")
    editor.now.milliseconds += EditHistory.pauseMilliseconds
    editor.type("wn")
    editor.undo()
    #expect(editor.picture == "da|")
  }

  @Test func movingTheCaretOrAskingBeginsAStep() {
    var editor = PromptEditor()
    editor.type("da")
    editor.moveLeft()
    editor.moveRight()
    editor.type("wn")
    editor.breakUndoGroup()
    editor.type("s")
    editor.undo()
    #expect(editor.text == "dawn")
    editor.undo()
    #expect(editor.text == "da")
  }

  @Test func aPasteIsOneStepOfItsOwn() {
    var editor = PromptEditor()
    editor.type("ab")
    editor.paste("two words\nand a line")
    editor.type("c")
    editor.undo()
    editor.undo()
    #expect(editor.text == "ab")
    editor.redo()
    #expect(editor.picture == "abtwo words\nand a line|")
  }

  @Test func deletionsGrowTogetherAndComeBackWithTheirCaret() {
    var editor = PromptEditor(picture: "one two|fold three")
    for _ in 0..<3 { editor.deleteBackward() }
    for _ in 0..<4 { editor.deleteForward() }
    #expect(editor.picture == "one | three")
    editor.undo()
    #expect(editor.picture == "one |fold three")
    editor.undo()
    #expect(editor.picture == "one two|fold three")
  }

  @Test func deletingBackOverAWordBeginsAStep() {
    var editor = PromptEditor(picture: "one two|")
    for _ in 0..<6 { editor.deleteBackward() }
    editor.undo()
    #expect(editor.picture == "one|")
  }

  @Test func aReplacedSelectionComesBackSelected() {
    var editor = PromptEditor(picture: "a [|slow] pan")
    editor.type("fast")
    #expect(editor.picture == "a fast| pan")
    editor.undo()
    #expect(editor.picture == "a [|slow] pan")
  }

  @Test func aNewEditForgetsWhatWasTakenBack() {
    var editor = PromptEditor()
    editor.type("one two")
    editor.undo()
    #expect(editor.canRedo)
    editor.type("x")
    #expect(!editor.canRedo)
    editor.redo()
    #expect(editor.text == "one x")
  }

  @Test func replacingTheWholeTextCanBeTakenBack() {
    var editor = PromptEditor(picture: "a |draft")
    editor.setText("")
    #expect(editor.isEmpty)
    editor.undo()
    #expect(editor.picture == "a |draft")
  }

  @Test func marksThatJoinedALetterAreTakenBackAlone() {
    var editor = PromptEditor(picture: "e|x")
    editor.insert("\u{301}")
    #expect(editor.characterCount == 2)
    editor.undo()
    #expect(editor.picture == "e|x")
    #expect(editor.characterCount == 2)
    editor.redo()
    #expect(editor.picture == "e\u{301}|x")
  }

  @Test func onlySoManyStepsAreKept() {
    var editor = PromptEditor()
    for _ in 0..<EditHistory.mostSteps + 20 { editor.paste("x") }
    var steps = 0
    while editor.canUndo {
      editor.undo()
      steps += 1
    }
    #expect(steps == EditHistory.mostSteps)
    #expect(editor.characterCount == 20)
  }

  @Test func onlySoMuchTextIsKeptButAlwaysTheNewestStep() {
    let half = String(repeating: "slow ", count: EditHistory.mostBytes / 10)
    var editor = PromptEditor()
    editor.setText(half)
    editor.setText("")
    editor.setText("pan left")
    for _ in 0..<2 { editor.undo() }
    #expect(editor.text == half)
    #expect(!editor.canUndo)
    editor.setText(half + half)
    editor.undo()
    #expect(editor.text == half)
  }
}
