import Foundation
import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesCore

@Suite struct DraftPatchTests {
  private static let shot = ShotSettings(model: "m")

  private func record(_ editor: PromptEditor) -> DraftRecord {
    DraftRecord(prompt: editor.snapshot, shot: Self.shot)
  }

  private func stored(_ patch: DraftPatch) throws -> DraftPatch {
    try JSONDecoder().decode(DraftPatch.self, from: JSONEncoder().encode(patch))
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func aPatchMakesOfTheWholeWhatWasWritten(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var editor = PromptEditor()
    var whole = record(editor)
    for step in 0..<300 {
      editor.now.milliseconds += Int64.random(in: 0...2_000, using: &generator)
      switch Int.random(in: 0..<20, using: &generator) {
      case 0..<9: editor.insert(NaughtyText.piece(&generator))
      case 9: editor.paste(NaughtyText.text(pieces: 30, &generator))
      case 10..<12: editor.deleteBackward()
      case 12: editor.deleteWordBackward()
      case 13..<15: editor.undo()
      case 15: editor.redo()
      case 16: editor.moveWordLeft(extending: Bool.random(using: &generator))
      case 17: editor.moveToTextEnd()
      case 18: editor.setText("灯" + editor.text)
      default: whole = record(editor)
      }
      var written = record(editor)
      guard let patch = DraftPatch(from: whole, to: written) else {
        whole = written
        continue
      }
      var found = try #require(try stored(patch).applied(to: whole))
      found.prompt.history.close()
      written.prompt.history.close()
      #expect(found == written, "seed \(seed), step \(step)")
      #expect(found.prompt.text.utf8.elementsEqual(written.prompt.text.utf8))
    }
  }

  @Test func stepsThatAreForgottenAreNotWrittenAnew() throws {
    var editor = PromptEditor()
    for _ in 0..<EditHistory.mostSteps { editor.paste("灯") }
    let whole = record(editor)
    for _ in 0..<9 { editor.paste("笼") }
    let patch = try #require(DraftPatch(from: whole, to: record(editor)))
    #expect(try JSONEncoder().encode(patch).count < 2_000)
    #expect(try #require(patch.applied(to: whole)).prompt.history == editor.history)
  }

  @Test func whatIsMoreThanWordsOrFitsNothingIsNoPatch() throws {
    let whole = record(PromptEditor("a lantern"))
    var other = whole
    other.shot.seconds = 12
    #expect(DraftPatch(from: whole, to: other) == nil)
    other = whole
    other.name = "the gate"
    #expect(DraftPatch(from: whole, to: other) == nil)
    #expect(DraftPatch(from: whole, to: record(PromptEditor(String(repeating: "灯", count: 9_000)))) == nil)
    let patch = try #require(DraftPatch(from: whole, to: record(PromptEditor("a lamp"))))
    #expect(patch.applied(to: record(PromptEditor("a"))) == nil)
    #expect(patch.applied(to: record(PromptEditor("灯灯灯"))) == nil)
  }
}
