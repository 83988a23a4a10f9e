import DailiesCore
import TerminalCanvas
import Testing

@Suite struct ScreenTests {
  @Test func theCaretStandsAtTheSumOfTheWidthsBeforeIt() {
    #expect(PromptEditor(picture: "灯e\u{301}|x").caretPosition == Point(column: 3, row: 0))
    #expect(PromptEditor(picture: "👨‍👩‍👧|").caretPosition.column == DisplayWidth.standard.width(of: "👨‍👩‍👧" as Character))
    #expect(PromptEditor(picture: "a\0|").caretPosition.column == 2)
    #expect(PromptEditor(picture: "ab\n|").caretPosition == Point(column: 0, row: 1))
  }

  @Test func theCaretAfterAFullLineStandsOneColumnBeyondIt() {
    #expect(PromptEditor(picture: "abcd|", columns: 4).caretPosition == Point(column: 4, row: 0))
    #expect(PromptEditor(picture: "abcd   |", columns: 4).caretPosition == Point(column: 4, row: 0))
    #expect(PromptEditor(picture: "abcd   |x", columns: 4).caretPosition == Point(column: 0, row: 1))
  }

  @Test func aSelectionIsGivenInColumnsOfEachLine() {
    let editor = PromptEditor(picture: "灯[笼 on\nab\n\ncd|]e")
    #expect(editor.screenLines(0..<4).map(\.selectedColumns) == [2..<8, 0..<3, 0..<1, 0..<2])
    #expect(PromptEditor("abc").screenLines(0..<1).map(\.selectedColumns) == [nil])
  }

  @Test func aSelectionThatEndsAtASoftWrapDoesNotTouchTheNextLine() {
    let editor = PromptEditor(picture: "[abcd   |]ef", columns: 4)
    #expect(editor.screenLines(0..<2).map(\.selectedColumns) == [0..<4, nil])
  }

  @Test func scrollingFollowsTheCaretAsLittleAsNeeded() {
    var editor = PromptEditor(picture: "|0\n1\n2\n3\n4\n5")
    for _ in 0..<3 { editor.moveDown() }
    editor.scrollToCaret(rows: 3)
    #expect(editor.scrollTop == 1)
    editor.moveUp()
    editor.scrollToCaret(rows: 3)
    #expect(editor.scrollTop == 1)
    editor.moveToTextStart()
    editor.scrollToCaret(rows: 3)
    #expect(editor.scrollTop == 0)
  }

  @Test func scrollingEndsWithTheText() {
    var editor = PromptEditor(picture: "|0\n1\n2\n3\n4\n5")
    editor.scroll(by: 100, rows: 4)
    #expect(editor.scrollTop == 2)
    editor.scroll(by: -100, rows: 4)
    #expect(editor.scrollTop == 0)
    editor.moveToTextEnd()
    editor.scrollToCaret(rows: 4)
    editor.setText("a\nb")
    editor.scrollToCaret(rows: 4)
    #expect(editor.scrollTop == 0)
  }

  @Test func linesThatDoNotExistAreLeftOut() {
    let editor = PromptEditor("a\nb\nc")
    #expect(editor.screenLines(1..<9).map(\.text) == ["b", "c"])
    #expect(editor.screenLines(7..<9).isEmpty)
  }
}
