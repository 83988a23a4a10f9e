import Testing

@testable import DailiesCore

extension LineEditor {
  /// A line from a picture: "da|wn" has its caret after "da".
  fileprivate init(picture: String) {
    let parts = picture.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    self.init(parts.joined())
    for _ in 0..<parts[1].count { _ = perform(.moveLeft) }
  }

  fileprivate var picture: String { String(characters[..<caret]) + "|" + String(characters[caret...]) }
}

struct LineEditorTests {
  @Test(
    arguments: [
      (Command.moveLeft, "da|wn", "d|awn"), (.moveLeft, "|dawn", "|dawn"),
      (.moveRight, "da|wn", "daw|n"), (.moveRight, "dawn|", "dawn|"),
      (.moveToLineStart, "da|wn", "|dawn"), (.moveToLineEnd, "da|wn", "dawn|"),
      (.moveWordLeft, "a boat, da|wn", "a boat, |dawn"), (.moveWordLeft, "a boat, |dawn", "a |boat, dawn"),
      (.moveWordLeft, "  |dawn", "|  dawn"), (.moveWordLeft, "|dawn", "|dawn"),
      (.moveWordRight, "a| boat, dawn", "a boat|, dawn"), (.moveWordRight, "a boat|, dawn", "a boat, dawn|"),
      (.moveWordRight, "dawn|  ", "dawn  |"), (.moveWordRight, "dawn|", "dawn|"),
      (.moveWordLeft, "黄昏的灯|", "黄昏的|灯"), (.moveWordRight, "黄|昏的灯", "黄昏|的灯"),
      (.deleteWordBackward, "黄昏的灯|", "黄昏的|"),
      (.moveWordLeft, "one é|", "one |é"), (.moveWordLeft, "カメラ|", "|カメラ"),
      (.deleteBackward, "da|wn", "d|wn"), (.deleteBackward, "|dawn", "|dawn"), (.deleteBackward, "👩‍👩‍👧|x", "|x"),
      (.deleteForward, "da|wn", "da|n"), (.deleteForward, "dawn|", "dawn|"),
      (.deleteWordBackward, "a boat|", "a |"), (.deleteWordForward, "|a boat", "| boat"),
      (.deleteToLineStart, "da|wn", "|wn"), (.deleteToLineEnd, "da|wn", "da|"),
    ])
  func keysMoveAndDelete(command: Command, before: String, after: String) {
    var line = LineEditor(picture: before)
    #expect(line.perform(command) == true)
    #expect(line.picture == after)
  }

  @Test(
    arguments: [
      ("da|wn", "x", "dax|wn"), ("|", "灯笼", "灯笼|"), ("a|", "b\nc\r\nd", "ab c d|"), ("e|x", "\u{301}", "e\u{301}|x"),
      ("👩|", "\u{200D}👧", "👩\u{200D}👧|"),
    ])
  func textIsInsertedAtTheCaret(before: String, text: String, after: String) {
    var line = LineEditor(picture: before)
    line.insert(text)
    #expect(line.picture == after)
    #expect(line.characters == Array(line.text), "what grows together is one cluster")
  }

  @Test func aMarkAfterTheCaretGrowsTogetherWithWhatIsTypedBeforeIt() {
    var line = LineEditor("\u{301}x")
    _ = line.perform(.moveToLineStart)
    line.insert("e")
    #expect(line.characters == ["e\u{301}", "x"])
    #expect(line.caret == 1)
  }

  @Test func otherCommandsAreNotForTheLine() {
    var line = LineEditor(picture: "da|wn")
    for command in [Command.newLine, .undo, .confirm, .moveUp, .scrollDown] { #expect(line.perform(command) == false) }
    #expect(line.picture == "da|wn")
  }

  @Test func aLongLineIsMovedThroughByWordInTime() {
    var line = LineEditor(String(repeating: "word ", count: 20_000))
    for _ in 0..<10 { _ = line.perform(.moveWordLeft) }
    #expect(line.caret == 19_990 * 5)
  }
}
