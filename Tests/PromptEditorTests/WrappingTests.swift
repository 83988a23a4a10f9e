import DailiesCore
import TerminalCanvas
import Testing

private func wrapped(_ text: String, _ columns: Int) -> [String] {
  PromptEditor(text, columns: columns).drawn
}

@Suite struct WrappingTests {
  @Test func englishWrapsBetweenWords() {
    #expect(
      wrapped("Slow dolly in on a paper lantern workshop", 12) == [
        "Slow dolly ", "in on a ", "paper ", "lantern ", "workshop",
      ])
    #expect(wrapped("a well-known place", 7) == ["a well-", "known ", "place"])
  }

  @Test func blanksHangOverTheEdgeAndNeverBeginALine() {
    #expect(wrapped("four     five", 4) == ["four", "five"])
    #expect(wrapped("灯笼　工坊", 4) == ["灯笼", "工坊"])
    #expect(PromptEditor("four     five", columns: 4).whole == ["four     ", "five"])
    #expect(wrapped("four      ", 4) == ["four"])
  }

  @Test func chineseWrapsBetweenCharactersButNotBeforeClosingPunctuation() {
    #expect(wrapped("黄昏的纸灯笼工坊", 6) == ["黄昏的", "纸灯笼", "工坊"])
    #expect(wrapped("黄昏的，灯笼", 6) == ["黄昏", "的，灯", "笼"])
    #expect(wrapped("祖母说：「慢一点。」她笑了。", 8) == ["祖母说：", "「慢一", "点。」她", "笑了。"])
  }

  @Test func aWordLongerThanTheLineIsBrokenBetweenClusters() {
    #expect(wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(
      wrapped("a e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 3) == [
        "a ", "e\u{301}e\u{301}e\u{301}", "e\u{301}e\u{301}",
      ])
    #expect(wrapped("gate https://example.com/x", 8) == ["gate ", "https://", "example.", "com/x"])
  }

  @Test func emojiMoveWhole() {
    #expect(wrapped("ab 🎥🎥", 4) == ["ab ", "🎥🎥"])
    #expect(wrapped("abc🇨🇳", 4).joined() == "abc🇨🇳")
    let family = "👨‍👩‍👧"
    #expect(wrapped(family + family, 6) == [family, family])
  }

  @Test func aClusterWiderThanTheLineStandsAlone() {
    #expect(wrapped("灯笼a", 1) == ["灯", "笼", "a"])
    #expect(wrapped("灯笼", 0) == ["灯", "笼"])
  }

  @Test func tabsAreBlanksOfOneColumn() {
    #expect(wrapped("ab\tcd", 3) == ["ab\t", "cd"])
  }

  @Test func lineEndsMakeLinesOfTheirOwn() {
    #expect(wrapped("", 5) == [""])
    #expect(wrapped("\n", 5) == ["", ""])
    #expect(wrapped("abcde\n\nab\n", 5) == ["abcde", "", "ab", ""])
    let lines = PromptEditor("aa bb\ncc", columns: 3).screenLines(0..<9)
    #expect(lines.map(\.startsParagraph) == [true, false, true])
    #expect(lines.map(\.range) == [0..<3, 3..<5, 6..<8])
  }

  @Test func linesAreCutAtTheColumnsOfTheScreenNotAtCharacters() {
    #expect(wrapped("\u{202E}ab", 9) == ["\u{202E}a", "b"])
    #expect(PromptEditor("…………", columns: 4).lineCount == 1)
    #expect(PromptEditor("…………", columns: 4, widths: DisplayWidth(ambiguousIsWide: true)).lineCount == 2)
  }

  @Test func anotherWidthWrapsAnewAndKeepsTheTopInView() {
    var editor = PromptEditor("one two three four five six", columns: 4)
    editor.moveToTextEnd()
    editor.scrollToCaret(rows: 2)
    #expect(editor.screenLines(editor.scrollTop..<editor.scrollTop + 2).map(\.text) == ["five", "six"])
    editor.layout(columns: 9, widths: .standard)
    #expect(editor.drawn == ["one two ", "three ", "four five", "six"])
    #expect(editor.scrollTop == 2)
  }
}
