import DailiesCore
import TerminalCanvas
import Testing

struct WordingTests {
  private let saves = Phrase("%1: %{takes.save} saves it.", "%1：按 %{takes.save} 保存。")

  @Test func aTextNamesTheKeyOfAPerson() {
    let keymap = Keymap.standard.binding(.save, in: .takes, to: [.function(10)])
    #expect(saves(.english, "T001") == "T001: d saves it.")
    #expect(saves(Wording(.english, keymap: keymap), "T001") == "T001: F10 saves it.")
    #expect(saves(Wording(.chinese, keymap: keymap), "T001") == "T001：按 F10 保存。")
  }

  @Test func withoutAPlaceAKeyOfTheDraftScreenIsMeantInThePromptBeforeBesideIt() {
    let phrase = Phrase("%{review}, %{quit}", "%{review}，%{quit}")
    #expect(phrase(.english) == "F5, q")
    let keymap = Keymap.standard.binding(.review, in: .prompt, to: [.alt("r")])
    #expect(phrase(Wording(.english, keymap: keymap)) == "Alt-R, q")
  }

  @Test func aCommandWithoutAKeyIsNamedWithTheWayToIt() {
    var keymap = Keymap.standard.binding(.save, in: .takes, to: [])
    #expect(saves(Wording(.english, keymap: keymap), "T001") == "T001: “Save” (F12) saves it.")
    keymap = keymap.binding(.palette, in: .anywhere, to: [])
    #expect(saves(Wording(.english, keymap: keymap), "T001") == "T001: “Save” (no key) saves it.")
  }

  @Test func whatComesFromOutsideIsNotReadAsAKey() {
    #expect(saves(.english, "%{takes.edit} %1") == "%{takes.edit} %1: d saves it.")
    #expect(Phrase("100% %{no.such} %{", "百分之百 %{no.such} %{")(.english) == "100% %{no.such} %{")
  }

  @Test func whatIsSaidOnTheScreensFollowsTheKeys() {
    let keymap = Keymap.standard.binding(.takeBackLeaving, in: .anywhere, to: [.function(10)])
    var desk = Desk(keymap: keymap)
    desk.apply(.takesRecorded([leaving(9)], desk.counts))
    #expect(desk.state.message?.text(desk.state.wording).contains("F10 takes it back") == true)
  }

  @Test func theKeyNamedForALeavingTakeWorksWhereThePersonIs() {
    var desk = Desk()
    desk.apply(.takesRecorded([leaving(9)], desk.counts))
    #expect(desk.message.contains("F3, then Enter, sends it now"))
    desk.press(.function(3))
    desk.apply(.takesRecorded([leaving(10)], desk.counts))
    #expect(desk.message.contains("Enter on its row sends it now"))
  }

  private func leaving(_ number: Int) -> Take {
    var take = Desk.take(number, .leaving)
    take.leavesAt = Desk.start + .seconds(5)
    return take
  }
}
