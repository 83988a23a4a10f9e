import Foundation
import Testing

extension TerminalTests {
  /// The prompt in the person's own editor, which is a small script here.
  struct EditorTests {
    /// A place whose `$EDITOR` is a script with an argument of its own; the file to edit is `$2`.
    private static func workplace(editor script: String, variable: String = "EDITOR") throws -> Workplace {
      let workplace = try Workplace()
      let path = workplace.folder + "/editor.sh"
      try Data((script + "\n").utf8).write(to: URL(filePath: path))
      workplace.environment[variable] = "sh '\(path)' --wait"
      return workplace
    }

    private static func texts(_ workplace: Workplace) -> [String] {
      workplace.files(endingIn: ".md").filter { $0.contains("/edit-") }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ["VISUAL", "EDITOR"])
    func theTextGoesOutAndComesBackAsOneStep(variable: String) throws {
      let script = """
        test "$1" = --wait && grep -qx 'a lantern' "$2" && ls -l "$2" | grep -q '^-rw------- ' || exit 3
        printf 'a boat\\nat dawn 黎明\\n' > "$2"
        """
      let workplace = try Self.workplace(editor: script, variable: variable)
      if variable == "VISUAL" { workplace.environment["EDITOR"] = "false" }
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      try screen.type("a lantern")
      try screen.wait(for: "a lantern")
      try screen.press("F7")
      try screen.wait(for: "at dawn 黎明")
      try screen.wait(for: " 17 ch ")
      #expect(try screen.isShowingCaret)
      try screen.wait(forCaret: TmuxScreen.Place(column: 14, row: 3))
      try Patience.wait(for: "the file to go once its text is stored") { Self.texts(workplace).isEmpty }
      try screen.press("C-z")
      try screen.wait(for: "a lantern")
      try screen.press("C-y")
      try screen.wait(for: "at dawn 黎明")
    }

    @Test(.timeLimit(.minutes(2))) func theTerminalIsGivenBackWholeAndTakenAgain() throws {
      let workplace = try Self.workplace(editor: "echo IN THE EDITOR; read line; echo \"$line\" > \"$2\"")
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("黎明")
      let modes = ModeTally(terminal.transcript)
      terminal.send("\u{1B}[18~")
      try terminal.wait(for: "IN THE EDITOR")
      #expect(terminal.modes == terminal.firstModes)
      #expect(ModeTally(terminal.transcript) == .untouched)
      let mark = terminal.mark
      terminal.resize(columns: 100, rows: 30)
      terminal.send("words of mine\r")
      try terminal.wait(for: "\u{1B}[?2004h", from: mark)
      try terminal.wait(for: "words of mine", from: mark)
      try terminal.wait(for: "the last row of the new size") { $0.contains("\u{1B}[30;", from: mark) }
      #expect(ModeTally(terminal.transcript) == modes)
      terminal.send("\u{03}\u{03}")
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.modes == terminal.firstModes)
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    @Test(.timeLimit(.minutes(2))) func anInterruptTypedInTheEditorIsTheEditorsAlone() throws {
      let script = """
        trap 'echo GOT IT' INT QUIT
        echo IN THE EDITOR
        read line; read line
        echo 'after the interrupt' > "$2"
        """
      let workplace = try Self.workplace(editor: script)
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      try terminal.waitForScreens()
      try terminal.type("黎明")
      terminal.send("\u{1B}[18~")
      try terminal.wait(for: "IN THE EDITOR")
      terminal.send("\u{03}")
      try terminal.wait(for: "GOT IT")
      let mark = terminal.mark
      terminal.send("\r\r")
      try terminal.wait(for: "after the interrupt", from: mark)
      terminal.send("\u{03}\u{03}")
      #expect(try terminal.waitForEnd() == .code(0))
    }

    @Test(.timeLimit(.minutes(2))) func whatAFailingEditorLeftIsKeptAndCanBeBroughtIn() throws {
      let workplace = try Self.workplace(editor: "echo 'half a text' > \"$2\"; exit 9")
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 120, rows: 40)
      try screen.wait(for: " 0 ch ")
      try screen.type("a lantern")
      try screen.wait(for: "a lantern")
      try screen.press("C-g")
      try screen.wait(for: "Prompt as it was; the other text is in /")
      try screen.wait(for: "a lantern")
      let file = try #require(Self.texts(workplace).first)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "half a text\n")
      try screen.press("F12")
      try screen.type("bringintext")
      try screen.press("Enter")
      try screen.wait(for: "half a text")
      try Patience.wait(for: "the file to go") { Self.texts(workplace).isEmpty }
    }

    @Test(
      .timeLimit(.minutes(2)),
      arguments: [
        (": > \"$2\"", "The text came back empty", 1),
        ("printf '\\377\\376' > \"$2\"", "What came back is no UTF-8 text", 1),
        ("echo x > \"$2\"; kill -KILL $$", "ended", 1),
        ("rm \"$2\"; exit 1", "The prompt is as it was.", 0),
        ("exit 7", "ended with code 7. The prompt is as it was.", 0),
      ]) func thePromptStaysWhereNothingUsableComesBack(script: String, said: String, files: Int) throws
    {
      let workplace = try Self.workplace(editor: script)
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 160, rows: 40)
      try screen.wait(for: " 0 ch ")
      try screen.type("a lantern")
      try screen.wait(for: "a lantern")
      try screen.press("F7")
      try screen.wait(for: said)
      try screen.wait(for: "a lantern")
      #expect(Self.texts(workplace).count == files)
      try screen.type(" at dusk")
      try screen.wait(for: "a lantern at dusk")
    }

    @Test(.timeLimit(.minutes(1))) func leavingTheEditorWithoutAWordInAnEmptyPromptIsNoMishap() throws {
      let workplace = try Self.workplace(editor: ": > \"$2\"")
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch ")
      try screen.press("F7")
      try screen.type("a lantern")
      try screen.wait(for: "a lantern")
      #expect(try !screen.text().contains("empty"))
      try Patience.wait(for: "the file to go") { Self.texts(workplace).isEmpty }
    }

    @Test(.timeLimit(.minutes(1))) func anEditorThatIsNotThereIsNamed() throws {
      let workplace = try Workplace()
      workplace.environment["EDITOR"] = "no-such-editor"
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 120, rows: 40)
      try screen.wait(for: " 0 ch ")
      try screen.press("F7")
      try screen.wait(for: "There is no editor “no-such-editor”")
      #expect(Self.texts(workplace).isEmpty)
    }

    @Test(.timeLimit(.minutes(2))) func takesGoOnBeingWatchedWhileTheEditorHasTheTerminal() throws {
      let workplace = try Self.workplace(editor: "echo IN THE EDITOR; read line")
      let server = try DemoServerProcess(workplace, speed: 20)
      workplace.use(server)
      let sent = try workplace.run(["new", "-p", "ribbons in the wind", "--takes", "3", "--yes"])
      try #require(sent.end == .code(0), "\(sent.errors)")
      let terminal = try PseudoTerminal(workplace, [])
      try terminal.waitForScreens()
      terminal.send("\u{1B}[18~")
      try terminal.wait(for: "IN THE EDITOR")
      // Written down as well: while something is being saved, quitting asks.
      try Patience.wait(for: "three saved takes") {
        (try? workplace.takes([]).count { $0.state == "saved" }) == 3
      }
      let mark = terminal.mark
      terminal.send("\r")
      try terminal.wait(for: "\u{1B}[?2004h", from: mark)
      terminal.send("\u{03}\u{03}")
      #expect(try terminal.waitForEnd() == .code(0))
    }

    @Test(.timeLimit(.minutes(2))) func wordsThatWereInTheEditorWhenTheProgramDiedAreOfferedAtTheNextStart() throws {
      let workplace = try Self.workplace(editor: "echo 'words of the editor' > \"$2\"; echo IN THE EDITOR; read line")
      do {
        let terminal = try PseudoTerminal(workplace, workplace.demo)
        try terminal.waitForScreens()
        try terminal.type("黎明")
        terminal.send("\u{1B}[18~")
        try terminal.wait(for: "IN THE EDITOR")
        terminal.process.send(SIGKILL)
        #expect(try terminal.waitForEnd() == .signal(SIGKILL))
      }
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 160, rows: 40)
      try screen.wait(for: "Your editor left a text: ")
      try screen.press("F12")
      try screen.type("bringintext")
      try screen.press("Enter")
      try screen.wait(for: "words of the editor")
      try Patience.wait(for: "the file to go") { Self.texts(workplace).isEmpty }
    }

    @Test(.timeLimit(.minutes(1))) func whatIsCopiedReachesTheClipboardOfTmux() throws {
      let workplace = try Workplace()
      workplace.environment["TERM"] = "tmux-256color"
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.takeClipboard()
      try screen.wait(for: " 0 ch ")
      try screen.type("one 黎明")
      try screen.wait(for: "one 黎明")
      for _ in 0..<2 { try screen.press("S-Left") }
      try screen.press("C-c")
      try Patience.wait(for: "the clipboard") { screen.clipboard() == "黎明" }
    }
  }
}
