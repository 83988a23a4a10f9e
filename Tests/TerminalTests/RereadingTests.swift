import Foundation
import Testing

extension TerminalTests {
  /// Files that a person changes while the screens are open.
  struct RereadingTests {
    private static func write(_ text: String, to name: String, in workplace: Workplace) throws {
      let file = workplace.folder + "/home/.config/dailies/" + name
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    }

    @Test(.timeLimit(.minutes(2))) func settingsAndKeysHoldFromTheMomentTheirFilesAreWritten() throws {
      let workplace = try Workplace(settings: "lang = \"en\"\n")
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 100, rows: 30)
      try screen.wait(for: "F5 review+send")

      try Self.write("[prompt]\nreview = [\"F10\"]\n", to: "keys.toml", in: workplace)
      try screen.wait(for: "F10 review+send")
      try Self.write("lang = \"zh-Hans\"\n", to: "config.toml", in: workplace)
      try screen.wait(for: "F10 核对发送")
    }

    @Test(.timeLimit(.minutes(2))) func aBrokenFileIsNamedWithItsLineAndTheLastGoodOneHolds() throws {
      let workplace = try Workplace(settings: "lang = \"en\"\n")
      try Self.write("[prompt]\nreview = [\"F10\"]\n", to: "keys.toml", in: workplace)
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 160, rows: 30)
      try screen.wait(for: "F10 review+send")

      try Self.write("[prompt]\nreview = [\"F10\"\n", to: "keys.toml", in: workplace)
      try screen.wait(for: "keys.toml, line")
      #expect(try screen.text().contains("F10 review+send"))
      try Self.write("lang = \"zh-Hans\nmouse = false\n", to: "config.toml", in: workplace)
      try screen.wait(for: "config.toml, line 1")
      #expect(try screen.text().contains("F10 review+send"))

      // In the language of the screens as it is by then.
      try Self.write("lang = \"zh-Hans\"\n", to: "config.toml", in: workplace)
      try screen.wait(for: "F10 核对发送")
      try Self.write("[prompt]\nreview = \"F10\n", to: "keys.toml", in: workplace)
      try screen.wait(for: "keys.toml 第")
    }

    @Test(.timeLimit(.minutes(2))) func whatIsChangedInTheDemoLeavesTheSettingsOutsideItAlone() throws {
      let workplace = try Workplace()
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 100, rows: 30)
      try screen.wait(for: "F5 review+send")
      try screen.press("C-p")
      try screen.type("switch_language")
      try screen.press("Enter")
      try screen.wait(for: "核对发送")
      try screen.press("Escape")
      try screen.waitUntil("the settings of the demo") { _ in
        FileManager.default.fileExists(atPath: workplace.folder + "/data/state/demo/settings.toml")
      }
      #expect(!FileManager.default.fileExists(atPath: workplace.folder + "/home/.config/dailies/settings.toml"))
    }
  }
}
