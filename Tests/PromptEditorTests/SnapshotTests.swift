import DailiesCore
import Foundation
import Testing

@Suite struct SnapshotTests {
  private func stored(_ snapshot: PromptEditor.Snapshot) throws -> PromptEditor.Snapshot {
    try JSONDecoder().decode(PromptEditor.Snapshot.self, from: JSONEncoder().encode(snapshot))
  }

  @Test func textCaretAndStepsComeBackFromTheStore() throws {
    var editor = PromptEditor(picture: "warm |light\0")
    editor.paste("👨‍👩‍👧 ")
    editor.moveWordLeft(extending: true)
    editor.paste("key ")
    editor.undo()
    var again = PromptEditor(try stored(editor.snapshot))
    #expect(again.picture == editor.picture)
    #expect(again.characterCount == editor.characterCount)
    again.redo()
    #expect(again.picture == "warm key |light\0")
    again.undo()
    again.undo()
    #expect(again.picture == "warm |light\0")
    #expect(!again.canUndo)
  }

  @Test func typingAfterARestartBeginsAStep() throws {
    var editor = PromptEditor()
    editor.insert("a")
    var again = PromptEditor(editor.snapshot)
    again.insert("b")
    again.undo()
    #expect(again.text == "a")
  }

  @Test(arguments: [-5, 1, 4, 99])
  func aCaretThatDoesNotFitIsPutBetweenClusters(caret: Int) {
    let editor = PromptEditor(.init(text: "👨‍👩‍👧x", selection: TextSelection(caret)))
    #expect(editor.caret == [-5: 0, 1: 18, 4: 18, 99: 19][caret])
  }

  @Test func stepsThatDoNotFitTheTextAreForgotten() {
    var editor = PromptEditor("some text")
    editor.paste(" 灯笼")
    for text in ["", "some text", "some text 灯", "some text 灯灯", "some texté灯笼"] {
      var other = PromptEditor(.init(text: text, history: editor.history))
      other.undo()
      #expect(other.text == text)
      #expect(!other.canUndo)
      #expect(!other.canRedo)
    }
  }

  @Test(arguments: [-1, 10, Int.max])
  func stepsOutsideTheTextAreForgotten(offset: Int) throws {
    var editor = PromptEditor("some text")
    editor.paste("!")
    let json = String(decoding: try JSONEncoder().encode(editor.snapshot), as: UTF8.self)
    let damaged = json.replacingOccurrences(of: "\"offset\":9", with: "\"offset\":\(offset)")
    #expect(damaged != json)
    var other = PromptEditor(try JSONDecoder().decode(PromptEditor.Snapshot.self, from: Data(damaged.utf8)))
    other.undo()
    #expect(other.text == "some text!")
    #expect(!other.canUndo)
  }
}
