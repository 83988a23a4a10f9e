import DailiesCore
import TerminalCanvas
import Testing

/// What becomes of a text that went to the person's own editor.
struct EditorTextTests {
  private func desk() -> Desk {
    var desk = Desk()
    desk.type("a boat")
    return desk
  }

  @Test(arguments: [Key.function(7), .control("g")]) func theTextGoesOutAndIsStoredBefore(key: Key) {
    var desk = self.desk()
    desk.press(key)
    #expect(desk.effects.last == .editText("a boat"))
    #expect(desk.effects.savedDrafts.map(\.text) == ["a boat"])
    desk.press(.escape, .tab, key)
    #expect(desk.effects.last == .editText("a boat"))
    #expect(desk.state.focus == .prompt)
  }

  @Test func whatComesBackIsOneStepAndItsFileStaysUntilItIsStored() {
    var desk = self.desk()
    desk.press(.function(7))
    desk.confirmDraftSaved()
    desk.apply(.textEdited(.text("a ship\nat sea", file: "/state/edit-1.md")))
    #expect(desk.state.prompt.text == "a ship\nat sea")
    #expect(!desk.effects.contains(.forgetText(file: "/state/edit-1.md")))
    #expect(desk.effects.savedDrafts.map(\.text) == ["a ship\nat sea"])
    desk.confirmDraftSaved()
    #expect(desk.effects == [.forgetText(file: "/state/edit-1.md")])
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "a boat")
  }

  @Test func aTextThatIsTheSameIsNoStep() {
    var desk = self.desk()
    desk.press(.function(7))
    desk.confirmDraftSaved()
    desk.apply(.textEdited(.text("a boat", file: "/state/edit-1.md")))
    #expect(desk.effects == [.forgetText(file: "/state/edit-1.md")])
    #expect(desk.state.draft.isSaved)
  }

  @Test(
    arguments: [
      .ended("vi", code: 1), .killed("vi", signal: 9), .empty, .notText, .tooLong,
    ] as [EditedText.Failure])
  func aFailureKeepsBothTextsAndSaysWhere(failure: EditedText.Failure) {
    for language in Language.allCases {
      var desk = Desk(language: language)
      desk.type("a boat")
      desk.apply(.textEdited(.failed(failure, file: "/state/edit-1.md")))
      #expect(desk.state.prompt.text == "a boat")
      #expect(desk.message.contains("/state/edit-1.md"))
      #expect(desk.message.contains(failure.text(language)))
      #expect(!desk.effects.contains(.forgetText(file: "/state/edit-1.md")))
      desk.choose(.bringInText)
      #expect(desk.effects.last == .readText(file: "/state/edit-1.md"))
      desk.apply(.textEdited(.text("a ship", file: "/state/edit-1.md")))
      #expect(desk.state.prompt.text == "a ship")
    }
  }

  @Test func withoutAnotherTextOnlyTheReasonIsSaid() {
    var desk = self.desk()
    desk.apply(.textEdited(.failed(.missing("nosuch"), file: nil)))
    #expect(desk.message == "There is no editor “nosuch”: set VISUAL or EDITOR. The prompt is as it was.")
    desk.choose(.bringInText)
    #expect(desk.message == Strings.nothingLeft.english)
  }

  @Test func whatACrashLeftIsOffered() {
    var desk = self.desk()
    desk.offer("/state/edit-7.md")
    #expect(desk.message.contains("/state/edit-7.md"))
    desk.choose(.bringInText)
    #expect(desk.effects.last == .readText(file: "/state/edit-7.md"))
  }
}
