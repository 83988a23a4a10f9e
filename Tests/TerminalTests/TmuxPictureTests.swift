import Foundation
import Glibc
import TestSupport
import Testing

extension TerminalTests {
  /// Pictures in a real tmux, whose terminal is the test.
  struct TmuxPictureTests {
    private let workplace: Workplace
    private let socket: String

    init() throws {
      workplace = try Workplace.withPicture()
      socket = workplace.folder + "/tmux"
    }

    /// The program does not find in its environment that it is in tmux, as behind ssh.
    private func terminal(allowsPassthrough: Bool) throws -> PseudoTerminal {
      let file = workplace.folder + "/tmux.conf"
      let lines = [
        "set -g allow-passthrough \(allowsPassthrough ? "on" : "off")", "set -g status off",
        "set -g destroy-unattached on",
      ]
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
      let variables = workplace.environment.merging(["TERM": "screen-256color"]) { $1 }.map { "\($0)=\($1)" }.sorted()
      return try PseudoTerminal(
        workplace,
        ["tmux", "-u", "-S", socket, "-f", file, "new-session", "--", "/usr/bin/env", "-i"] + variables
          + [BuiltProgram.path] + workplace.demo,
        program: "/usr/bin/env", columns: 100, rows: 30, answersQuestions: false)
    }

    private func tmux(_ command: String...) throws -> String {
      try workplace.run("/usr/bin/env", ["tmux", "-u", "-S", socket] + command).output
    }

    private func commands(_ terminal: PseudoTerminal, from mark: Int) -> [String] {
      KittyReader.commands(in: Array(terminal.transcript[mark...]))
    }

    private func number(_ key: String, _ picture: KittyReader.Picture) throws -> Int {
      try #require(
        picture.keys.split(separator: ",").first { $0.hasPrefix(key + "=") }.flatMap { Int($0.dropFirst(2)) })
    }

    @Test(.timeLimit(.minutes(3))) func theTerminalAroundItGetsThePictureAndTextStandsForIt() throws {
      let terminal = try terminal(allowsPassthrough: true)
      try terminal.wait(for: "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\")
      terminal.send("\u{1B}_Gi=31;OK\u{1B}\\")
      try terminal.wait(for: " 0 ch")
      var mark = terminal.mark
      terminal.openProof(workplace)
      let shown = try terminal.picture(from: mark)
      #expect(shown.keys.hasPrefix("a=T,U=1,f=100,t=d,i="))
      try Data(shown.payload).write(to: URL(filePath: workplace.folder + "/home/shown.png"))
      #expect(try workplace.middle(of: "shown.png") == workplace.middle(of: "sea.png"))

      // As many cells as were announced, each with its row and column, in the colour that is the number's last byte.
      let (id, columns, rows) = try (number("i", shown), number("c", shown), number("r", shown))
      try terminal.wait(for: "the placeholders") {
        $0.text(from: mark).unicodeScalars.count { $0.value == 0x10EEEE } >= columns * rows
      }
      let screen = try tmux("capture-pane", "-p", "-e")
      let lines = screen.split(separator: "\n").filter { $0.unicodeScalars.contains { $0.value == 0x10EEEE } }
      #expect(lines.count == rows)
      #expect(lines.allSatisfy { $0.contains("\u{1B}[38;5;\(id & 255)m") })
      let marks: [[[UInt32]]] = lines.map { line in
        line.unicodeScalars.map(\.value).split(separator: 0x10EEEE, omittingEmptySubsequences: false).dropFirst()
          .map { Array($0.prefix(3)) }
      }
      #expect(marks.allSatisfy { $0.count == columns })
      let first = try #require(marks.first)
      // The marks of rows and columns are one row of numbers, here as far as both are known.
      #expect(first.prefix(3).map { $0[1] } == [0x305, 0x30D, 0x30E])
      #expect(Set(first.map { $0[1] }).count == columns)
      for (row, cells) in marks.enumerated() {
        #expect(cells.map { $0[1] } == first.map { $0[1] })
        #expect(Set(cells.map { $0[0] }) == [first[row][1]])
      }
      #expect(Set(marks.joined().map { $0[2] }).count == 1)

      // The palette covers it; then it comes back, and goes with the program.
      mark = terminal.mark
      terminal.send("\u{1B}[24~")
      try terminal.wait(for: "a=d,d=I,i=\(id),q=2", from: mark)
      #expect(try !tmux("capture-pane", "-p").unicodeScalars.contains { $0.value == 0x10EEEE })
      mark = terminal.mark
      terminal.send("\u{1B}")
      let again = try terminal.picture(from: mark)
      #expect(again.payload == shown.payload)
      let program = try #require(
        pid_t(tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)))
      mark = terminal.mark
      kill(program, SIGTERM)
      _ = try terminal.waitForEnd()
      #expect(try commands(terminal, from: mark) == ["a=d,d=I,i=\(number("i", again)),q=2"])
    }

    @Test(.timeLimit(.minutes(2))) func whereTmuxHandsNothingThroughHalfBlocksAreShown() throws {
      let terminal = try terminal(allowsPassthrough: false)
      try terminal.wait(for: " 0 ch")
      terminal.openProof(workplace)
      try terminal.wait(for: "▀▀▀▀▀▀▀▀")
      #expect(commands(terminal, from: 0).isEmpty)
      #expect(!terminal.text.unicodeScalars.contains { $0.value == 0x10EEEE })
    }

    /// The rows with parts of a picture, with their colours.
    private func blocks(_ screen: TmuxScreen) throws -> [Substring] {
      try screen.colors().split(separator: "\n").filter { $0.contains("▀") }
    }

    /// tmux knows what the screen shows: after all that was drawn piece by piece it is what it is when all is drawn anew.
    @Test(.timeLimit(.minutes(3))) func picturesInTrueColourAreLeftNowhereAndNowhereMissing() throws {
      let environment = workplace.environment.merging(["COLORTERM": "truecolor"]) { $1 }
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 100, rows: 30, environment: environment)
      try screen.wait(for: " 0 ch")
      try screen.press("F6")
      try screen.paste(workplace.picture)
      try screen.press("Enter")
      try screen.wait(for: "▀▀▀▀▀▀▀▀")
      let first = try screen.text()
      let picture = try blocks(screen)
      #expect(picture.joined().contains(/[34]8[:;]2[:;]+32[:;]96[:;]160/))
      try screen.press("F12")
      try screen.waitUntil("the palette") { $0 != first && !$0.contains("▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀") }
      #expect(try blocks(screen) != picture)
      try screen.press("Escape")
      try screen.waitUntil("the proof") { _ in try blocks(screen) == picture }
      try screen.resize(columns: 90, rows: 26)
      try screen.waitUntil("another size") { $0 != first && $0.contains("▀▀▀▀▀▀▀▀") }
      try screen.resize(columns: 100, rows: 30)
      try screen.waitUntil("the first size") { _ in try blocks(screen) == picture }
      try screen.press("Escape")
      try screen.waitUntil("the draft") { !$0.contains("▀") }
      #expect(try !screen.colors().contains(/[34]8[:;]2[:;]/))
    }
  }
}
