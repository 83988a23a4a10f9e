import DailiesCore
import Testing

@Suite struct TypingTests {
  @Test func typingGoesInAtTheCaretAndReplacesASelection() {
    expect("da|n", becomes: "daw|n") { $0.insert("w") }
    expect("a [slow|] pan", becomes: "a x| pan") { $0.insert("x") }
    expect("ab|cd", becomes: "ab\n|cd") { $0.newLine() }
  }

  @Test func deletingTakesWholeClusters() {
    expect("da|wn", becomes: "d|wn") { $0.deleteBackward() }
    expect("da|wn", becomes: "da|n") { $0.deleteForward() }
    expect("a👨‍👩‍👧|b", becomes: "a|b") { $0.deleteBackward() }
    expect("🇨🇳|🇫🇷", becomes: "🇨🇳|") { $0.deleteForward() }
    expect("e\u{301}\u{302}|", becomes: "|") { $0.deleteBackward() }
    expect("ab\n|cd", becomes: "ab|cd") { $0.deleteBackward() }
  }

  @Test func deletingAtTheEndsOfTheTextDoesNothing() {
    expect("|ab", becomes: "|ab") { $0.deleteBackward() }
    expect("ab|", becomes: "ab|") { $0.deleteForward() }
    var editor = PromptEditor()
    editor.deleteBackward()
    editor.deleteWordForward()
    editor.deleteToLineEnd()
    #expect(!editor.canUndo)
    #expect(editor.revision == 0)
  }

  @Test(
    arguments: [
      .deleteBackward, .deleteForward, .deleteWordBackward, .deleteWordForward, .deleteToLineStart, .deleteToLineEnd,
    ] as [Command])
  func everyDeletionTakesTheSelectionFirst(command: Command) {
    expect("one [|two] three", becomes: "one | three") { _ = $0.perform(command, rows: 5) }
  }

  @Test func wordsAreDeletedToTheirEnds() {
    expect("warm key, light|", becomes: "warm key, |") { $0.deleteWordBackward() }
    expect("warm key, |light", becomes: "warm |light") { $0.deleteWordBackward() }
    expect("warm| key light", becomes: "warm| light") { $0.deleteWordForward() }
    expect("黄昏的灯笼|", becomes: "黄昏的灯|") { $0.deleteWordBackward() }
  }

  @Test func linesAreDeletedToTheEndsOfTheParagraphAndThenJoin() {
    expect("one\ntwo| three\nfour", becomes: "one\ntwo|\nfour") { $0.deleteToLineEnd() }
    expect("one\ntwo|\nfour", becomes: "one\ntwo|four") { $0.deleteToLineEnd() }
    expect("one\ntwo| three", becomes: "one\n| three") { $0.deleteToLineStart() }
    expect("one\n|two", becomes: "one|two") { $0.deleteToLineStart() }
    expect("aaa bbb cc|c ddd", columns: 5, becomes: "|c ddd") { $0.deleteToLineStart() }
  }

  @Test func deletionsInARowComeBackTogether() {
    var editor = PromptEditor(picture: "one two| three four")
    editor.deleteWordBackward()
    editor.deleteWordForward()
    editor.deleteWordBackward()
    #expect(editor.picture == "| four")
    editor.moveToTextEnd()
    editor.bringBack()
    #expect(editor.picture == " fourone two three|")
    #expect(editor.deleted == "one two three")
  }

  @Test func aKeyBetweenDeletionsBeginsAnew() {
    var editor = PromptEditor(picture: "one two|")
    editor.deleteWordBackward()
    editor.moveLeft()
    editor.deleteWordBackward()
    #expect(editor.deleted == "one")
    editor.bringBack()
    editor.bringBack()
    #expect(editor.picture == "oneone| ")
  }

  @Test func transposingSwapsTheClustersAroundTheCaret() {
    expect("da|nw", becomes: "dna|w") { $0.transpose() }
    expect("danw|", becomes: "dawn|") { $0.transpose() }
    expect("ab|\ncd", becomes: "ba|\ncd") { $0.transpose() }
    expect("灯|👨‍👩‍👧", becomes: "👨‍👩‍👧灯|") { $0.transpose() }
    expect("|ab", becomes: "|ab") { $0.transpose() }
    expect("a\n|b", becomes: "a\n|b") { $0.transpose() }
    expect("a|", becomes: "a|") { $0.transpose() }
  }

  @Test func whatIsCutCanBeInsertedAgainApartFromWhatWasDeleted() {
    var editor = PromptEditor(picture: "one [two|] three")
    let cut = editor.cut()
    #expect(cut == "two")
    #expect(editor.picture == "one | three")
    editor.deleteWordForward()
    editor.insertCut()
    #expect(editor.picture == "one two|")
    let nothing = editor.cut()
    #expect(nothing == nil)
    editor.selectAll()
    let copied = editor.copySelection()
    #expect(copied == "one two")
    #expect(editor.picture == "[one two|]")
  }

  @Test func lineEndsOfEveryKindBecomeOne() {
    #expect(PromptEditor("a\r\nb\rc\n\r\nd").text == "a\nb\nc\n\nd")
    var editor = PromptEditor()
    editor.insert("\r")
    editor.paste("x\r\n\r\ny")
    #expect(editor.text == "\nx\n\ny")
    editor.setText("\r\r\n")
    #expect(editor.text == "\n\n")
  }

  @Test func everyOtherControlCharacterIsKept() {
    let text = "a\0b\u{1B}[2J\u{7F}\u{85}\u{202E}c\u{2028}\u{FEFF}"
    var editor = PromptEditor()
    editor.paste(text)
    #expect(Array(editor.text.utf8) == Array(text.utf8))
  }

  @Test func clustersThatGrowTogetherKeepTheCaretBetweenClusters() {
    expect("|\u{301}x", becomes: "e\u{301}|x") { $0.insert("e") }
    expect("a\n|\u{301}", becomes: "a\u{301}|") { $0.deleteBackward() }
    var flags = PromptEditor(picture: "|🇨🇳🇫🇷")
    flags.insert("🇩")
    #expect(flags.characterCount == 3)
    #expect(flags.caret == 8)
    flags.deleteBackward()
    #expect(flags.text == "🇳🇫🇷")
    #expect(flags.characterCount == 2)
  }

  @Test func theCountIsThatOfClusters() {
    var editor = PromptEditor("e\u{301}👨‍👩‍👧\n灯")
    #expect(editor.characterCount == 4)
    editor.paste("🇨🇳\u{301}a")
    #expect(editor.characterCount == 6)
    editor.selectAll()
    editor.deleteForward()
    #expect(editor.characterCount == 0)
    #expect(editor.isEmpty)
  }

  @Test func commandsOfTheTextAreDoneAndOthersLeftAlone() {
    expect("one two| three", becomes: "one [|two] three") { editor in
      let done = [Command.selectWordLeft, .deleteBackward, .undo, .review].map { editor.perform($0, rows: 5) }
      #expect(done == [true, true, true, false])
    }
    expect("one [two|]", becomes: "one two|") { editor in
      let done = [Command.copySelection, .cut, .insertCut].map { editor.perform($0, rows: 5) }
      #expect(done == [true, true, true])
    }
  }
}
