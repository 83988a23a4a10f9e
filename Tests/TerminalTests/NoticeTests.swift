import Foundation
import Testing

extension TerminalTests {
  /// Calling somebody who looks elsewhere, in a real terminal.
  struct NoticeTests {
    private static let kitty = "\u{1B}]99;i=dailies:p=body;T001 saved: a boat\u{07}"

    /// Sends a prompt and waits for its film.
    private func send(_ terminal: PseudoTerminal, focus: String) throws {
      try terminal.waitForScreens()
      terminal.send(focus)
      try terminal.type("a boat")
      let mark = terminal.mark
      terminal.send("\u{1B}[15~")
      try terminal.wait(for: "\u{1B}[?25l", from: mark)
      terminal.send("\r")
    }

    @Test(.timeLimit(.minutes(2))) func aFilmIsToldWhereTheWindowIsNotLookedAt() throws {
      let workplace = try Workplace(settings: "countdown = 0\n")
      workplace.environment["KITTY_WINDOW_ID"] = "1"
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try send(terminal, focus: "\u{1B}[O")
      try terminal.wait(for: Self.kitty)
      terminal.process.send(SIGTERM)
      _ = try terminal.waitForEnd()
      #expect(terminal.text.components(separatedBy: "]99;i=dailies:p=body").count == 2)
    }

    @Test(.timeLimit(.minutes(2))) func aCommandIsRunWithTheTakeOnItsInput() throws {
      let workplace = try Workplace(
        settings: "countdown = 0\nnotify = \"command\"\nnotify_command = \"tee told.json\"\n")
      workplace.environment["DAILIES_NOTIFY_COMMAND"] = "sh -c 'cat > \(workplace.folder)/told'"
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try send(terminal, focus: "\u{1B}[I")
      try terminal.wait(for: "what is told") { _ in
        (try? String(contentsOfFile: workplace.folder + "/told", encoding: .utf8))?.hasSuffix("\n") ?? false
      }
      let told = try String(contentsOfFile: workplace.folder + "/told", encoding: .utf8)
      #expect(told.contains("\"kinds\":[\"saved\"]") && told.contains("\"take\":\"T001\""))
      #expect(!terminal.text.contains("]99;"))
      terminal.process.send(SIGTERM)
      _ = try terminal.waitForEnd()
    }

    @Test(.timeLimit(.minutes(1))) func theDoctorSendsOneAndSaysWhichWay() throws {
      let workplace = try Workplace()
      workplace.environment["TERM"] = "foot"
      let terminal = try PseudoTerminal(workplace, ["doctor", "notify"])
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.text.hasPrefix("\u{1B}]777;notify;Dailies;a trial"))
      #expect(terminal.text.contains("OSC 777") && terminal.text.contains("TERM=foot"))

      let nowhere = try workplace.run(["doctor", "notify", "--lang", "zh-Hans"])
      #expect(nowhere.end == .code(2))
      #expect(nowhere.errors.contains("没有终端"))
      #expect(!(nowhere.errors + nowhere.output).contains("\u{1B}"))
    }

    @Test(.timeLimit(.minutes(2))) func whoWatchesByACommandIsCalledAsWell() throws {
      let workplace = try Workplace(settings: "notify = \"bell\"\n")
      let server = try DemoServerProcess(workplace)
      workplace.use(server)
      let sent = try workplace.run(["new", "-p", "a boat", "--yes"])
      #expect(sent.end == .code(0))
      let terminal = try PseudoTerminal(workplace, ["watch"])
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.text.contains("\u{07}") && !terminal.text.contains("\u{1B}]"))
    }
  }
}
