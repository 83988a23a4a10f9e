import Foundation
import Glibc
import Testing

extension TerminalTests {
  /// The whole job by lines alone: at a terminal that nothing can be drawn on, and over pipes.
  struct LinearTests {
    /// What is typed and heard in a language.
    struct Words: Sendable, CustomStringConvertible {
      let language: String
      let review: String
      let yes: String
      let askSend: String
      let leaves: String
      let takenBack: String
      let saved: String
      let unsure: String
      let askSettle: String
      let settled: String
      let quit: String

      var description: String { language }

      static let english = Words(
        language: "en", review: "review", yes: "yes", askSend: "Send it? yes or no",
        leaves: "Enter alone takes it back",
        takenBack: "T001 is dropped", saved: "T002 is saved: ", unsure: "T003: ",
        askSettle: "Type the ID, or a number", settled: "T003 never arrived", quit: "quit")
      static let chinese = Words(
        language: "zh-Hans", review: "核对并发送", yes: "是", askSend: "发送吗？请输入", leaves: "直接按 Enter 撤回",
        takenBack: "T001 已放弃", saved: "T002 已保存：", unsure: "T003：", askSettle: "输入编号 ID", settled: "T003 从未到达",
        quit: "退出")
    }

    /// Types a line and waits for what is said after it, and to be asked for the next one.
    private func say(_ line: String, _ terminal: PseudoTerminal, until heard: String) throws {
      let mark = terminal.mark
      terminal.send(line + "\r")
      try terminal.wait(for: heard, from: mark)
      try terminal.wait(for: "> ", from: mark)
    }

    @Test(.timeLimit(.minutes(3)), arguments: [Words.english, .chinese])
    func theWholeJobIsDoneByLines(words: Words) throws {
      let workplace = try Workplace(settings: "countdown = 3\n")
      workplace.environment["TERM"] = "dumb"
      let terminal = try PseudoTerminal(
        workplace, workplace.demo + ["--lang", words.language, "--demo-speed", "200"], answersQuestions: false)
      try terminal.wait(for: "dailies> ")

      // A prompt of two lines.
      terminal.send("prompt\r")
      try terminal.wait(for: words.language == "en" ? "prompt> " : "提示词> ")
      terminal.send("A paper boat on a canal\rat dawn 黎明\r.\r")
      try terminal.wait(for: "1280x720")
      try say("length 4", terminal, until: "4 ")

      // Sent, and taken back by Enter.
      try say(words.review, terminal, until: words.askSend)
      try say(words.yes, terminal, until: words.leaves)
      try say("", terminal, until: words.takenBack)

      // Sent, and left to become a film.
      try say(words.review, terminal, until: words.askSend)
      let mark = terminal.mark
      try say(words.yes, terminal, until: words.leaves)
      try terminal.wait(for: words.saved, from: mark)

      // An answer that is lost.
      try say("prompt a boat demo-lose", terminal, until: "demo-lose")
      try say(words.review, terminal, until: words.askSend)
      let sent = terminal.mark
      terminal.send(words.yes + "\r")
      try terminal.wait(for: words.unsure, from: sent)
      try say("3", terminal, until: words.askSettle)
      try say("2", terminal, until: words.askSettle)
      try say(words.yes, terminal, until: words.settled)

      terminal.send(words.quit + "\r")
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.modes == terminal.firstModes)
      #expect(!terminal.text.contains("\u{1B}") && !terminal.text.contains("─"))
      let takes = try workplace.takes(workplace.demo + ["--view", "hidden"])
      #expect(takes.map(\.take) == ["T003", "T001"])
      #expect(try workplace.takes(workplace.demo).map(\.state) == ["saved"])
      #expect(workplace.films.count == 1)
    }

    @Test(.timeLimit(.minutes(2)), arguments: [Words.english, .chinese])
    func theSameOverPipesWhereAnotherProgramTypes(words: Words) throws {
      let workplace = try Workplace(settings: "countdown = 0\n")
      let pipe = try Pipe(workplace, workplace.demo + ["--linear", "--lang", words.language])
      try pipe.wait(for: "Dailies")
      try pipe.say("prompt a boat at dawn", until: "1280x720")
      try pipe.say(words.review, until: words.askSend)
      try pipe.say(words.yes, until: words.language == "en" ? "T001 is saved: " : "T001 已保存：")
      try pipe.say("list", until: "T001")
      try pipe.say("1", until: "1280x720")
      pipe.send(words.quit)
      #expect(try pipe.process.waitForEnd() == .code(0))
      #expect(!pipe.text.contains("\u{1B}") && !pipe.text.contains("> "))
      #expect(workplace.films.count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func aYesThatWasTypedBeforeTheReviewWasSaidSendsNothing() throws {
      let workplace = try Workplace(settings: "countdown = 0\n")
      let outcome = try workplace.run(
        workplace.demo + ["--linear"], input: "prompt a boat that must not leave\nreview\nyes\n")
      #expect(outcome.end == .code(0))
      #expect(outcome.output.contains("nothing was sent"))
      #expect(try workplace.takes(workplace.demo).isEmpty)
      // The words are kept.
      let again = try workplace.run(workplace.demo + ["--linear"], input: "draft\n")
      #expect(again.output.contains("a boat that must not leave"))
    }

    @Test(.timeLimit(.minutes(1))) func theEndOfInputInTheMiddleOfAPromptKeepsTheWords() throws {
      let workplace = try Workplace()
      let first = try workplace.run(workplace.demo + ["--linear"], input: "prompt\nfirst line\nsecond line")
      #expect(first.end == .code(0))
      let again = try workplace.run(workplace.demo + ["--linear"], input: "draft\n")
      #expect(again.output.contains("  first line\n  second line\n"))
    }

    @Test(.timeLimit(.minutes(1))) func interruptEndsWhatIsOpenAndThenTheProgram() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, workplace.demo + ["--linear"], answersQuestions: false)
      try terminal.wait(for: "dailies> ")
      terminal.send("settings\r")
      try terminal.wait(for: "settings> ")
      let mark = terminal.mark
      terminal.send("\u{03}")
      try terminal.wait(for: "dailies> ", from: mark)
      terminal.send("\u{03}")
      try terminal.wait(for: "Ctrl-C again", from: mark)
      terminal.send("\u{03}")
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.modes == terminal.firstModes)
    }

    @Test(.timeLimit(.minutes(1))) func theKeyOfAServiceIsTypedUnseen() throws {
      let workplace = try Workplace()
      let terminal = try PseudoTerminal(workplace, ["--linear"], answersQuestions: false)
      try terminal.wait(for: "setup> ")
      try say("1", terminal, until: "2 of 5")
      try say("", terminal, until: "3 of 5")
      terminal.send("sk-secret-4711\r")
      try terminal.wait(for: "4 of 5")
      #expect(!terminal.text.contains("4711"))
      terminal.send("\u{04}")
      #expect(try terminal.waitForEnd() == .code(0))
      #expect(terminal.modes == terminal.firstModes)
    }
  }
}

/// A program whose input is a pipe and whose output is a file, as another program would drive it.
private final class Pipe {
  let process: ChildProcess
  private let input: Int32
  private let output: String
  private var mark = 0

  init(_ workplace: Workplace, _ arguments: [String]) throws {
    let path = workplace.folder + "/pipe"
    output = workplace.folder + "/heard"
    try #require(mkfifo(path, 0o600) == 0)
    // For both, so that neither end waits for the other to be opened.
    input = open(path, O_RDWR | O_CLOEXEC)
    try #require(input >= 0)
    process = try ChildProcess(
      BuiltProgram.path, arguments, environment: workplace.environment, input: .file(path), output: .file(output),
      errors: .file(output + ".errors"))
  }

  deinit { close(input) }

  var text: String {
    String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
  }

  func send(_ line: String) {
    mark = text.utf8.count
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  func wait(for heard: String) throws {
    try Patience.wait(for: heard, detail: text) {
      String(decoding: text.utf8.dropFirst(mark), as: UTF8.self).contains(heard)
    }
  }

  func say(_ line: String, until heard: String) throws {
    send(line)
    try wait(for: heard)
  }
}
