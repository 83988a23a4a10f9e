import Foundation
import Glibc
import TestSupport
import Testing

extension TerminalTests {
  /// Pictures on terminals that show pixels, and on those that do not: the proof of a reference picture.
  struct PictureTests {
    private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;20;10t"
    private static let cells = "\u{1B}[6;20;10t"

    private func terminal(
      _ workplace: Workplace, answers: String, attributes: String = "62;22", answersQuestions: Bool = true
    ) throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(
        workplace, workplace.demo, columns: 100, rows: 30, answersQuestions: answersQuestions, answers: answers,
        attributes: attributes)
      try terminal.waitForScreens()
      // The last of the questions.
      try terminal.wait(for: "\u{1B}[c")
      return terminal
    }

    private func id(_ picture: KittyReader.Picture) throws -> String {
      try String(#require(picture.keys.split(separator: ",").first { $0.hasPrefix("i=") }))
    }

    private func commands(_ terminal: PseudoTerminal, from mark: Int) -> [String] {
      KittyReader.commands(in: Array(terminal.transcript[mark...]))
    }

    @Test(.timeLimit(.minutes(2))) func kittyShowsThePictureAndLosesItWithItsLayer() throws {
      let workplace = try Workplace.withPicture()
      let terminal = try terminal(workplace, answers: Self.kitty)
      #expect(terminal.text.contains("\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"))
      var mark = terminal.mark
      terminal.openProof(workplace)
      let shown = try terminal.picture(from: mark)
      try terminal.wait(for: "▀", from: mark)
      // The frame of 16:9 leaves nothing out: but for the line around it, it is the colour of the file.
      try Data(shown.payload).write(to: URL(filePath: workplace.folder + "/home/shown.png"))
      #expect(try workplace.middle(of: "shown.png") == workplace.middle(of: "sea.png"))

      // What changes beside it sends nothing of it.
      mark = terminal.mark
      terminal.send("\u{1B}[B")
      try terminal.wait(for: "becomes", from: mark)
      let second = terminal.mark
      terminal.send("\u{1B}[A")
      try terminal.wait(for: "> ", from: second)
      #expect(commands(terminal, from: mark).isEmpty)

      // The palette covers it; then it comes back, and goes with its layer.
      mark = terminal.mark
      terminal.send("\u{1B}[24~")
      try terminal.wait(for: "a=d,d=I,\(id(shown)),q=2", from: mark)
      mark = terminal.mark
      terminal.send("\u{1B}[27u")
      let again = try terminal.picture(from: mark)
      mark = terminal.mark
      terminal.send("\u{1B}[27u")
      try terminal.wait(for: "a=d,d=I,\(id(again)),q=2", from: mark)
    }

    @Test(.timeLimit(.minutes(2))) func aResizeAndCtrlLSendItAnew() throws {
      let workplace = try Workplace.withPicture()
      let terminal = try terminal(workplace, answers: Self.kitty)
      var mark = terminal.mark
      terminal.openProof(workplace)
      let first = try terminal.picture(from: mark)
      mark = terminal.mark
      terminal.resize(columns: 120, rows: 40)
      let second = try terminal.picture(from: mark)
      try terminal.wait(for: "a=d,d=I,\(id(first)),q=2", from: mark)
      #expect(first.keys != second.keys)
      // The size of the cells is asked again.
      try terminal.wait(for: "\u{1B}[16t", from: mark)
      mark = terminal.mark
      terminal.send("\u{0C}")
      _ = try terminal.picture(from: mark)
      try terminal.wait(for: "a=d,d=I,\(id(second)),q=2", from: mark)
    }

    @Test(.timeLimit(.minutes(2))) func aProgramThatWasStoppedShowsItAgain() throws {
      let workplace = try Workplace.withPicture()
      let terminal = try terminal(workplace, answers: Self.kitty)
      var mark = terminal.mark
      terminal.openProof(workplace)
      _ = try terminal.picture(from: mark)
      mark = terminal.mark
      terminal.process.send(SIGSTOP)
      _ = try terminal.process.waitForStop()
      terminal.process.send(SIGCONT)
      _ = try terminal.picture(from: mark)
      #expect(commands(terminal, from: mark).first == "a=d,d=A,q=2")
    }

    @Test(.timeLimit(.minutes(2)), arguments: [SIGTERM, SIGSEGV, SIGHUP])
    func itIsGoneHoweverTheProgramEnds(signal: Int32) throws {
      let workplace = try Workplace.withPicture()
      let terminal = try PseudoTerminal.withoutCore(
        workplace, workplace.demo, answers: Self.kitty)
      try terminal.waitForScreens()
      let shown = terminal.mark
      terminal.openProof(workplace)
      _ = try terminal.picture(from: shown)
      let mark = terminal.mark
      terminal.process.send(signal)
      #expect(try terminal.waitForEnd() == .signal(signal))
      #expect(commands(terminal, from: mark) == ["a=d,d=A,q=2"])
      // Before the screen that it was on is given back.
      let end = terminal.text(from: mark)
      let removed = try #require(end.range(of: "\u{1B}_Ga=d,d=A"))
      let left = try #require(end.range(of: "\u{1B}[?1049l"))
      #expect(removed.upperBound <= left.lowerBound)
      #expect(ModeTally(terminal.transcript) == .untouched)
    }

    @Test(.timeLimit(.minutes(2))) func aSixelTerminalGetsSixelsAndItsCellsBack() throws {
      let workplace = try Workplace.withPicture()
      let terminal = try terminal(workplace, answers: Self.cells + "\u{1B}[?1;0;16S", attributes: "63;1;4;22")
      var mark = terminal.mark
      terminal.openProof(workplace)
      try terminal.wait(for: "the sixels") { $0.text(from: mark).contains(/\x1BP0;1q[^\x1B]*\x1B\\/) }
      let text = terminal.text(from: mark)
      let found = try #require(text.matches(of: /\x1B\[(\d+);(\d+)H(\x1BP0;1q"1;1;(\d+);(\d+)[^\x1B]*\x1B\\)/).last)
      let (row, column) = try (#require(Int(found.1)), #require(Int(found.2)))
      let (width, height) = try (#require(Int(found.4)), #require(Int(found.5)))
      #expect(height % 6 == 0)
      #expect(!found.3.hasSuffix("-\u{1B}\\"))
      // It ends above the last row.
      #expect(row - 1 + (height + 19) / 20 < 30)

      try Data(found.3.utf8).write(to: URL(filePath: workplace.folder + "/shown.six"))
      let read = try workplace.run(
        "/usr/bin/env", ["sixel2png", "-i", workplace.folder + "/shown.six", "-o", workplace.folder + "/shown.png"])
      #expect(read.end == .code(0), "\(read.errors)")
      let png = [UInt8](FileManager.default.contents(atPath: workplace.folder + "/shown.png") ?? Data())
      #expect(png.count > 24)
      #expect(
        png.dropFirst(16).prefix(8).map { Int($0) } == [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255])

      // Changes beside it leave it alone.
      mark = terminal.mark
      terminal.send("\u{1B}[B")
      try terminal.wait(for: "becomes", from: mark)
      #expect(!terminal.text(from: mark).contains("\u{1B}P"))
      // With its layer goes what it lay on: every cell of it is written.
      mark = terminal.mark
      terminal.send("\u{1B}[27u")
      let last = "\u{1B}[\(row + (height + 19) / 20 - 1);\(column)H"
      try terminal.wait(for: last, from: mark)
      for row in row..<row + (height + 19) / 20 { #expect(terminal.contains("\u{1B}[\(row);\(column)H", from: mark)) }
    }

    /// Sixel without the size of a cell, other device attributes, refusals, silence.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        ("", "62;22", true), ("", "63;4;22", true), ("", "4;6", true),
        ("\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\\u{1B}[6;20;10t", "62;22", true),
        ("\u{1B}_Gi=9;OK\u{1B}\\", "62;22", true),
        ("", "", false),
      ])
    func aTerminalThatDoesNotSayItGetsHalfBlocksAlone(answers: String, attributes: String, isAnswering: Bool) throws {
      let workplace = try Workplace.withPicture()
      let terminal = try terminal(
        workplace, answers: answers, attributes: attributes, answersQuestions: isAnswering)
      let mark = terminal.mark
      terminal.openProof(workplace)
      try terminal.wait(for: "▀", from: mark)
      terminal.send("\u{1B}[B")
      terminal.process.send(SIGTERM)
      #expect(try terminal.waitForEnd() == .signal(SIGTERM))
      #expect(commands(terminal, from: mark).isEmpty)
      #expect(!terminal.text(from: mark).contains("\u{1B}P"))
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["blocks", "off"])
    func aPersonMayNotWantThem(choice: String) throws {
      let workplace = try Workplace.withPicture(settings: "pictures = \"\(choice)\"\n")
      let terminal = try terminal(workplace, answers: Self.kitty)
      let mark = terminal.mark
      terminal.openProof(workplace)
      try terminal.wait(for: choice == "off" ? "1600x900" : "▀", from: mark)
      terminal.process.send(SIGTERM)
      #expect(try terminal.waitForEnd() == .signal(SIGTERM))
      #expect(commands(terminal, from: mark).isEmpty)
      #expect(terminal.contains("▀", from: mark) == (choice == "blocks"))
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["truecolor", "24bit", "yes"])
    func halfBlocksHaveTheColoursOfThePictureWhereTheTerminalSaysItShowsThem(word: String) throws {
      let workplace = try Workplace.withPicture()
      workplace.environment["COLORTERM"] = word
      let terminal = try terminal(workplace, answers: "")
      let mark = terminal.mark
      terminal.openProof(workplace)
      try terminal.wait(for: "▀", from: mark)
      // Those of the file, 32 96 160, or the nearest of 256.
      let exact = "38;2;32;96;160;48;2;32;96;160m▀▀▀▀▀▀▀▀"
      try terminal.wait(for: word == "yes" ? "▀▀▀▀▀▀▀▀" : exact, from: mark)
      #expect(terminal.contains("8;2;", from: mark) == (word != "yes"))
    }

    @Test(.timeLimit(.minutes(2))) func theDoctorSaysWhatWasFound() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(
        workplace, ["doctor", "terminal"], answers: Self.kitty)
      // It does not say how wide it draws things.
      #expect(try terminal.waitForEnd() == .code(1))
      #expect(terminal.text.contains("kitty graphics protocol"))
      #expect(terminal.text.contains("10 x 20"))
    }
  }
}
