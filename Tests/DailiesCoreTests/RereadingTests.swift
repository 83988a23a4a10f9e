import DailiesCore
import TerminalCanvas
import Testing

/// Settings and keys that change in their files while the screens are open.
struct RereadingTests {
  private func reread(_ desk: inout Desk, _ change: (inout Settings) -> Void) {
    var loaded = desk.state.inForce
    change(&loaded.settings)
    desk.apply(.settingsReread(loaded))
  }

  @Test func changedSettingsHoldAtOnceAndItIsSaid() {
    var desk = Desk(countdown: 5)
    reread(&desk) { $0.countdown = 9 }
    #expect(desk.state.settings.countdown == 9)
    #expect(desk.message == Strings.settingsReread(.english))
  }

  @Test func whatWaitsForTheNextStartIsNamed() {
    var desk = Desk()
    reread(&desk) {
      $0.downloads = 7
      $0.queries = 9
    }
    #expect(desk.message == Strings.settingsRereadLater(.english, "downloads"))
  }

  @Test func filesThatSayTheSameAsBeforeAreNoNews() {
    var desk = Desk()
    reread(&desk) { _ in }
    #expect(desk.message == "")
  }

  @Test func aChangeThatIsBeingKeptIsNotUndoneByWhatTheFilesSaidBefore() {
    var desk = Desk()
    desk.choose(.showSettings)
    desk.type("mouse")
    desk.press(.right)
    #expect(!desk.state.settings.mouse)
    reread(&desk) { $0.mouse = true }
    #expect(!desk.state.settings.mouse)
  }

  @Test func changedKeysHoldAtOnceInTheFooterToo() {
    var desk = Desk()
    desk.apply(.keysReread(Keymap.standard.binding(.review, in: .prompt, to: [.function(10)])))
    #expect(Footer(desk.state).hints.first?.key == "F10")
    #expect(desk.message == Strings.keysReread(.english))
    desk.apply(.keysReread(desk.state.keymap))
    #expect(desk.state.log.count == 1)
  }

  @Test func whatCtrlYDoesIsAsTheSettingsHaveItUnderOtherKeys() {
    var desk = Desk()
    reread(&desk) { $0.controlY = "yank" }
    desk.apply(.keysReread(Keymap.standard.binding(.review, in: .prompt, to: [.function(10)])))
    #expect(desk.state.keymap.command(for: .control("y"), in: .prompt) == .bringBack)
  }
}
