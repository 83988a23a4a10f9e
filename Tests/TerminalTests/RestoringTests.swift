import Foundation
import Testing

extension TerminalTests {
  /// Whatever ends the program or stops it, the terminal is as it was found.
  struct RestoringTests {
    /// A way out of the screens.
    enum WayOut: Sendable, CustomStringConvertible {
      case quitKey
      case controlCTwice
      /// Ctrl-C twice, as the kitty keyboard protocol writes it.
      case kittyControlCTwice
      case signal(Int32)

      var description: String {
        switch self {
        case .quitKey: "q"
        case .controlCTwice: "Ctrl-C twice"
        case .kittyControlCTwice: "Ctrl-C twice, by the kitty keyboard protocol"
        case .signal(let number): "signal \(number)"
        }
      }

      var end: ChildProcess.End {
        if case .signal(let number) = self { .signal(number) } else { .code(0) }
      }

      func take(_ terminal: PseudoTerminal) throws {
        switch self {
        case .quitKey:
          try terminal.leavePrompt()
          terminal.send("q")
        case .controlCTwice: terminal.send("\u{03}\u{03}")
        case .kittyControlCTwice: terminal.send("\u{1B}[99;5u\u{1B}[99;5u")
        case .signal(let number): terminal.process.send(number)
        }
      }
    }

    static let waysOut: [WayOut] =
      [.quitKey, .controlCTwice, .kittyControlCTwice]
      + [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT].map(WayOut.signal)

    @Test(.timeLimit(.minutes(2)), arguments: waysOut)
    func theTerminalIsLeftAsItWasFound(by way: WayOut) throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal.withoutCore(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("黎明")
      #expect(terminal.modes != terminal.firstModes)
      #expect(ModeTally(terminal.transcript).modes.isSuperset(of: [1049, 2004, 1004, 1000, 1006]))
      #expect(ModeTally(terminal.transcript).keyboards == 1)

      try way.take(terminal)
      #expect(try terminal.waitForEnd() == way.end)
      #expect(terminal.modes == terminal.firstModes)
      #expect(ModeTally(terminal.transcript) == .untouched)
      // The window's title was put aside first and comes back last.
      #expect(terminal.text.components(separatedBy: "\u{1B}[22;0t").count == 2)
      #expect(terminal.text.components(separatedBy: "\u{1B}[23;0t").count == 2)
    }

    @Test(.timeLimit(.minutes(1))) func aTerminalThatAnswersNothingIsLeftAsItWasFound() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo, answersQuestions: false)
      try terminal.waitForScreens()
      terminal.send("\u{03}\u{03}")
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.modes == terminal.firstModes)
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    @Test(.timeLimit(.minutes(1))) func aStartThatFailsSaysWhyAndTouchesNothing() throws {
      let workplace = try Workplace()
      let store = workplace.folder + "/data/state/demo/dailies.sqlite"
      try FileManager.default.createDirectory(
        atPath: workplace.folder + "/data/state/demo", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data("this is no database, but somebody's words".utf8).write(to: URL(filePath: store))

      let terminal = try PseudoTerminal(workplace, workplace.demo)
      #expect(try terminal.waitForEnd() == .code(1))
      #expect(terminal.modes == terminal.firstModes)
      #expect(!terminal.text.contains("\u{1B}"))
      #expect(terminal.text.contains("dailies.sqlite"))
      #expect(try Data(contentsOf: URL(filePath: store)) == Data("this is no database, but somebody's words".utf8))
    }

    @Test(.timeLimit(.minutes(2))) func aShellHasItsTerminalWhileTheProgramIsSuspended() throws {
      let workplace = try Workplace()
      workplace.environment["PS1"] = "shell> "
      let terminal = try PseudoTerminal(
        workplace, ["--norc", "--noprofile", "--noediting", "-i"], program: "/bin/bash")
      /// Has the shell say its modes, between signs that its echo of the command does not hold.
      func modes() throws -> String {
        let start = terminal.mark
        terminal.send("echo \"<\"$(stty -g)\">\"\n")
        func answer(_ terminal: PseudoTerminal) -> String? {
          terminal.text(from: start).firstMatch(of: /<([0-9a-f:]+)>/).map { String($0.1) }
        }
        try terminal.wait(for: "the modes") { answer($0) != nil }
        return answer(terminal) ?? ""
      }
      try terminal.wait(for: "shell> ")
      let before = try modes()
      #expect(before.contains(":"))

      let words = workplace.demo.map { "'\($0)'" }.joined(separator: " ")
      terminal.send("'\(BuiltProgram.path)' \(words)\n")
      try terminal.waitForScreens()
      try terminal.type("黎明")
      try terminal.leavePrompt()
      var mark = terminal.mark
      terminal.send("\u{1A}")
      try terminal.wait(for: "Stopped", from: mark)
      #expect(try modes() == before)
      #expect(ModeTally(terminal.transcript) == .untouched)

      mark = terminal.mark
      terminal.send("fg\n")
      try terminal.wait(for: "黎明", from: mark)
      try terminal.wait(for: "\u{1B}[?2004h", from: mark)
      #expect(ModeTally(terminal.transcript).modes.contains(1049))
      mark = terminal.mark
      terminal.send("q")
      try terminal.wait(for: "shell> ", from: mark)
      #expect(try modes() == before)
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    @Test(.timeLimit(.minutes(1))) func aProgramThatWasStoppedWithoutNoticeDrawsEverythingAgain() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("黎明")
      terminal.process.send(SIGSTOP)
      #expect(try terminal.process.waitForStop() == SIGSTOP)
      terminal.read()
      let mark = terminal.mark
      terminal.process.send(SIGCONT)
      try terminal.wait(for: "黎明", from: mark)
      try terminal.wait(for: "\u{1B}[?2004h", from: mark)
      terminal.send("\u{03}\u{03}")
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.modes == terminal.firstModes)
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    @Test(.timeLimit(.minutes(2))) func whatWasJustTypedIsOnDiskWhenTheProgramStops() throws {
      let workplace = try Workplace()
      workplace.environment["PS1"] = "shell> "
      let terminal = try PseudoTerminal(
        workplace, ["--norc", "--noprofile", "--noediting", "-i"], program: "/bin/bash")
      try terminal.wait(for: "shell> ")
      let words = workplace.demo.map { "'\($0)'" }.joined(separator: " ")
      terminal.send("'\(BuiltProgram.path)' \(words)\n")
      try terminal.waitForScreens()
      let mark = terminal.mark
      terminal.send("黎明\u{1B}[24~suspend\r")
      try terminal.wait(for: "Stopped", from: mark)
      terminal.send("kill -9 %1; fg\n")
      try terminal.wait(for: "Killed", from: mark)

      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: "黎明")
    }

    @Test(.timeLimit(.minutes(2)), arguments: [false, true])
    func aTerminalThatIsGoneEndsTheProgramAtOnceAndKeepsTheText(ignoringHangUps: Bool) throws {
      let workplace = try Workplace()
      let ignore = ignoringHangUps ? "trap '' HUP; " : ""
      let terminal = try PseudoTerminal(
        workplace, ["-c", ignore + "exec \"$@\"", "sh", BuiltProgram.path] + workplace.demo, program: "/bin/sh")
      try terminal.waitForScreens()
      try terminal.type("黎明")
      let busy = terminal.process.busyTime
      terminal.hangUp()
      let end = try terminal.process.waitForEnd()
      // A shell sees 129 either way.
      #expect(end == .code(129) || (!ignoringHangUps && end == .signal(SIGHUP)))
      #expect(terminal.process.processorTime - busy < .seconds(2))

      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: "黎明")
    }
  }
}

extension PseudoTerminal {
  /// The program under test, so started that a crash leaves no core file behind.
  static func withoutCore(
    _ workplace: Workplace, _ arguments: [String], answers: String = ""
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      workplace, ["-c", "ulimit -c 0; exec \"$@\"", "sh", BuiltProgram.path] + arguments, program: "/bin/sh",
      answers: answers)
  }

  /// Types characters that stand nowhere else on the screen, each when the one before it is there.
  func type(_ text: String) throws {
    for character in text {
      let start = mark
      send(String(character))
      try wait(for: String(character), from: start)
    }
  }

  /// From writing to the keys of the pane, where no caret is shown.
  func leavePrompt() throws {
    let start = mark
    send("\u{1B}")
    try wait(for: "\u{1B}[?25l", from: start)
  }
}
