import DailiesCore
import TerminalCanvas
import Testing

@Suite struct MovingTests {
  @Test func leftAndRightGoByCluster() {
    expect("a🇨🇳|", becomes: "a|🇨🇳") { $0.moveLeft() }
    expect("|e\u{301}x", becomes: "e\u{301}|x") { $0.moveRight() }
    expect("a|\nb", becomes: "a\n|b") { $0.moveRight() }
    expect("|a", becomes: "|a") { $0.moveLeft() }
    expect("a|", becomes: "a|") { $0.moveRight() }
  }

  @Test func leftAndRightLeaveASelectionAtItsEnds() {
    expect("a[bc|]d", becomes: "a|bcd") { $0.moveLeft() }
    expect("a[|bc]d", becomes: "abc|d") { $0.moveRight() }
  }

  @Test func extendingKeepsTheOtherEnd() {
    expect("ab|cd", becomes: "ab[c|]d") { $0.moveRight(extending: true) }
    expect("ab[c|]d", becomes: "ab|cd") { $0.moveLeft(extending: true) }
    expect("ab|cd", becomes: "[|ab]cd") { $0.moveToTextStart(extending: true) }
    expect("one |two", becomes: "one [two|]") { $0.moveWordRight(extending: true) }
    expect("ab|cd", becomes: "[abcd|]") { $0.selectAll() }
  }

  @Test func wordMovesStopAtWordStartsAndEnds() {
    expect("warm| key, light", becomes: "warm key|, light") { $0.moveWordRight() }
    expect("warm key, |light", becomes: "warm |key, light") { $0.moveWordLeft() }
    expect("one\n|two", becomes: "|one\ntwo") { $0.moveWordLeft() }
  }

  @Test func homeAndEndGoToTheScreenLineFirstAndThenToTheParagraph() {
    let text = "one two th|ree four"
    expect(text, columns: 8, becomes: "one two |three four") { $0.moveToLineStart() }
    expect(text, columns: 8, becomes: "|one two three four") {
      $0.moveToLineStart()
      $0.moveToLineStart()
    }
    expect("on|e two three", columns: 8, becomes: "one two |three") { $0.moveToLineEnd() }
    expect("on|e two three", columns: 8, becomes: "one two three|") {
      $0.moveToLineEnd()
      $0.moveToLineEnd()
    }
  }

  @Test func theEndOfASoftWrappedLineIsDrawnThereAndNotOnTheNextLine() {
    var editor = PromptEditor(picture: "灯|笼灯笼灯笼", columns: 4)
    editor.moveToLineEnd()
    #expect(editor.picture == "灯笼|灯笼灯笼")
    #expect(editor.caretPosition == .init(column: 4, row: 0))
    editor.moveDown()
    #expect(editor.caretPosition == .init(column: 4, row: 1))
    editor.moveLeft()
    editor.moveRight()
    #expect(editor.caretPosition == .init(column: 0, row: 2))
  }

  @Test func typingAtTheEndOfASoftWrappedLineGoesOnThere() {
    var editor = PromptEditor(picture: "灯|笼灯笼", columns: 4)
    editor.moveToLineEnd()
    editor.insert("a")
    #expect(editor.picture == "灯笼a|灯笼")
  }

  @Test func upAndDownKeepTheirColumnOverShortLines() {
    var editor = PromptEditor(picture: "long line|\nab\n灯笼灯笼灯笼")
    editor.moveDown()
    #expect(editor.picture == "long line\nab|\n灯笼灯笼灯笼")
    editor.moveDown()
    #expect(editor.picture == "long line\nab\n灯笼灯笼|灯笼")
    editor.moveUp()
    editor.moveUp()
    #expect(editor.picture == "long line|\nab\n灯笼灯笼灯笼")
  }

  @Test func upAndDownGoByScreenLine() {
    expect("one two t|hree", columns: 8, becomes: "o|ne two three") { $0.moveUp() }
    expect("o|ne two three", columns: 8, becomes: "one two t|hree") { $0.moveDown() }
  }

  @Test func beyondTheFirstAndLastLineAreTheEndsOfTheText() {
    expect("on|e\ntwo", becomes: "|one\ntwo") { $0.moveUp() }
    expect("one\ntw|o", becomes: "one\ntwo|") { $0.moveDown() }
    expect("one\ntw|o", becomes: "one\ntw[o|]") { $0.moveDown(extending: true) }
  }

  @Test func pagesKeepOneLineInView() {
    var editor = PromptEditor(picture: "|0\n1\n2\n3\n4\n5\n6\n7")
    editor.pageDown(rows: 4)
    #expect(editor.caretPosition.row == 3)
    editor.pageDown(rows: 4)
    editor.pageDown(rows: 4)
    #expect(editor.caretPosition.row == 7)
    editor.pageUp(rows: 4)
    #expect(editor.caretPosition.row == 4)
    editor.pageUp(rows: 100)
    #expect(editor.caretPosition.row == 0)
  }

  @Test func paragraphMovesGoToTheEndsOfParagraphs() {
    expect("one\nt|wo\nthree", becomes: "one\n|two\nthree") { $0.moveParagraphUp() }
    expect("one\n|two\nthree", becomes: "|one\ntwo\nthree") { $0.moveParagraphUp() }
    expect("one\nt|wo\nthree", becomes: "one\ntwo|\nthree") { $0.moveParagraphDown() }
    expect("one\ntwo|\nthree", becomes: "one\ntwo\nthree|") { $0.moveParagraphDown() }
    expect("aa bb cc d|d", columns: 3, becomes: "|aa bb cc dd") { $0.moveParagraphUp() }
  }

  @Test func aClickPutsTheCaretBeforeTheClusterThere() {
    let text = "灯笼 dusk\nend|"
    expect(text, becomes: "|灯笼 dusk\nend") { $0.placeCaret(row: 0, column: 0) }
    expect(text, becomes: "灯|笼 dusk\nend") { $0.placeCaret(row: 0, column: 3) }
    expect(text, becomes: "灯笼 dusk|\nend") { $0.placeCaret(row: 0, column: 60) }
    expect(text, becomes: "灯笼 dusk\ne|nd") { $0.placeCaret(row: 9, column: 1) }
    expect(text, becomes: "|灯笼 dusk\nend") { $0.placeCaret(row: -1, column: -1) }
    expect(text, becomes: "灯笼 dusk\ne[|nd]") { $0.placeCaret(row: 1, column: 1, extending: true) }
  }
}
