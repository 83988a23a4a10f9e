import DailiesCore
import TerminalCanvas
import Testing

struct RebindingTests {
  @Test func namesAreThoseOfTheCodeInSmallLetters() {
    #expect(Command.copyID.name == "copy_id")
    #expect(Command.copyJSON.name == "copy_json")
    #expect(Command.nextPane.name == "next_pane")
    #expect(KeyContext.outsideText.name == "outside_text")
    for command in Command.allCases { #expect(Command(name: command.name) == command) }
    for context in KeyContext.allCases { #expect(KeyContext(name: context.name) == context) }
  }

  @Test func everyKeyOutOfTheBoxCouldBeGivenByTheFile() {
    for binding in Keymap.standard.bindings {
      let objection = Keymap.objection(to: binding.key, for: binding.command, in: binding.context)
      #expect(objection == nil, "\(binding.key.name) for \(binding.command) in \(binding.context)")
      #expect(Key(name: binding.key.name) == binding.key)
    }
  }

  @Test func aKeyThatMeansSomethingElseFurtherInIsNotShown() {
    let keymap = Keymap.standard.binding(.nextLength, in: .prompt, to: [.function(2)])
    #expect(!keymap.keys(for: .showDraft, in: .prompt).contains(.function(2)))
    #expect(keymap.keys(for: .showDraft, in: .takes).contains(.function(2)))
  }

  @Test func theFooterNamesTheKeysOfThePerson() {
    let keymap = Keymap.standard.binding(.review, in: .prompt, to: [.function(10)])
    let desk = Desk(keymap: keymap)
    #expect(Footer(desk.state).hints.first?.key == "F10")
  }

  @Test func aReboundKeyDoesWhatItIsBoundTo() {
    var desk = Desk(keymap: Keymap.standard.binding(.review, in: .prompt, to: [.function(10)]))
    desk.type("a lantern")
    desk.press(.function(5))
    #expect(desk.top == nil)
    desk.press(.function(10))
    guard case .review? = desk.top else {
      Issue.record("no review sheet")
      return
    }
  }
}
