import Foundation
import Testing

extension TerminalTests {
  /// Where the screens cannot open, and what scripts are told.
  struct NoTerminalTests {
    @Test(.timeLimit(.minutes(1))) func withoutATerminalThereIsOneSentenceAndCodeTwo() throws {
      let workplace = try Workplace()
      let outcome = try workplace.run(workplace.demo)
      #expect(outcome.end == .code(2))
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("dailies: ") && outcome.errors.hasSuffix(".\n"))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["no-such-terminal", "", nil])
    func aTerminalThatIsUnknownOrCannotServeGetsOneSentence(name: String?) throws {
      let workplace = try Workplace()
      workplace.environment["TERM"] = name
      let terminal = try PseudoTerminal(workplace, workplace.demo)
      #expect(try terminal.waitForEnd() == .code(2))
      #expect(terminal.modes == terminal.firstModes)
      #expect(terminal.text.hasPrefix("dailies: ") && terminal.text.hasSuffix(".\r\n"))
      #expect(terminal.text.split(separator: "\r\n").count == 1)
      #expect(!terminal.text.contains("\u{1B}"))
    }

    @Test(.timeLimit(.minutes(1))) func theVersionAndAnEmptyListNeedNoTerminal() throws {
      let workplace = try Workplace()
      let version = try workplace.run(["--version"])
      #expect(version.end == .code(0))
      #expect(version.output.contains(/^[0-9]+\.[0-9]+\.[0-9]+\n$/))
      #expect(try workplace.takes().isEmpty)
    }

    /// A call of `dailies new`, and the code that a script is promised.
    struct Call: Sendable, CustomStringConvertible {
      let arguments: [String]
      let code: Int32
      var key: String?
      var address: String?
      /// How many creates the service accepted in the end.
      var accepted = 0
      var state: String?

      var description: String { "\(code): \(arguments.joined(separator: " "))" }
    }

    static let calls = [
      Call(arguments: ["-p", "a boat", "--yes"], code: 0, accepted: 1),
      Call(arguments: ["-p", "a boat", "--yes", "--wait", "--json"], code: 0, accepted: 1, state: "saved"),
      Call(arguments: ["--yes"], code: 2),
      Call(arguments: ["-p", "a boat", "--yes", "--size", "wide"], code: 2),
      Call(arguments: ["-p", "  ", "--yes"], code: 2),
      Call(arguments: ["-p", "a boat", "--yes"], code: 3, key: "sk-another-key-4712"),
      Call(arguments: ["-p", "a boat", "--yes"], code: 3, key: ""),
      Call(arguments: ["-p", "a boat", "--yes"], code: 4, address: "http://127.0.0.1:1/v1"),
      Call(arguments: ["-p", "a boat demo-lose", "--yes", "--json"], code: 5, accepted: 1, state: "unsure"),
      Call(arguments: ["-p", "a boat demo-refuse", "--yes", "--json"], code: 6, state: "failed"),
      Call(arguments: ["-p", "a boat demo-fail", "--yes", "--wait", "--json"], code: 6, accepted: 1, state: "failed"),
      Call(arguments: ["-p", "a boat"], code: 9),
      Call(arguments: ["-p", "a boat demo-fail", "--yes", "--wait", "--timeout", "0", "--json"], code: 7, accepted: 1),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: calls)
    func aScriptIsToldTheOutcomeByTheCode(call: Call) throws {
      let workplace = try Workplace()
      let server = try DemoServerProcess(workplace)
      workplace.use(server)
      if let key = call.key { workplace.environment["DAILIES_API_KEY"] = key }
      if let address = call.address { workplace.environment["DAILIES_BASE_URL"] = address }
      let outcome = try workplace.run(["new"] + call.arguments)
      #expect(outcome.end == .code(call.code), "\(outcome.output)\(outcome.errors)")
      #expect(try server.counts().createsByPrompt.values.reduce(0, +) == call.accepted)
      if let state = call.state { #expect(try outcome.takes().map(\.state) == [state]) }
      if call.code != 0 { #expect(!outcome.errors.isEmpty || call.arguments.contains("--json")) }
      #expect(!outcome.output.contains("\u{1B}") && !outcome.errors.contains("\u{1B}"))

      // The key stands nowhere: not in what was said, not in what was written.
      let key = try #require(workplace.environment["DAILIES_API_KEY"])
      #expect(key.isEmpty || !(outcome.output + outcome.errors + workplace.writtenText()).contains(key))
    }

    @Test(.timeLimit(.minutes(2))) func theKeyAppearsNowhereOnTheScreenOrInAFile() throws {
      let workplace = try Workplace(settings: "countdown = 0\n")
      let server = try DemoServerProcess(workplace)
      workplace.use(server)
      workplace.environment["DAILIES_API_KEY"] = "sk-wrong-4713-secret"
      let terminal = try PseudoTerminal(workplace, [])
      try terminal.waitForScreens()
      try terminal.type("小船")
      // F5, then Enter.
      let mark = terminal.mark
      terminal.send("\u{1B}[15~")
      try terminal.wait(for: "\u{1B}[?25l", from: mark)
      terminal.send("\r")
      try terminal.wait(for: "the refusal") { _ in ((try? server.counts().createsReceived) ?? 0) > 0 }
      try terminal.wait(for: "held", from: mark)
      terminal.process.send(SIGTERM)
      #expect(try terminal.waitForEnd() == .signal(SIGTERM))
      #expect(try workplace.takes().map(\.heldReason) == ["keyRefused"])
      #expect(!(terminal.text + workplace.writtenText()).contains("sk-wrong-4713-secret"))
      #expect(!terminal.text.contains("4713"))
    }
  }
}
