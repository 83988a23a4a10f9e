import Foundation
import Testing

extension TerminalTests {
  /// The command line beside open screens, on one store.
  struct TwoProgramsTests {
    @Test(.timeLimit(.minutes(3)), arguments: [true, false])
    func aTakeOfTheCommandLineIsSentOnceAndSavedOnceAndSeenByBoth(isWaiting: Bool) throws {
      let workplace = try Workplace()
      let server = try DemoServerProcess(workplace)
      workplace.use(server)
      let screen = try TmuxScreen(workplace, [], columns: 120, rows: 40)
      try screen.wait(for: "Prompt")

      let outcome = try workplace.run(
        ["new", "-p", "a kite over the roofs", "--yes", "--json"] + (isWaiting ? ["--wait"] : []))
      #expect(outcome.end == .code(0), "\(outcome.errors)")
      let take = try #require(try outcome.takes().first)
      #expect(take.prompt == "a kite over the roofs")
      if isWaiting { #expect(take.state == "saved") }

      try screen.waitUntil("the take, saved") { $0.contains("T001 saved") && $0.contains("a kite over") }
      #expect(workplace.films.count == 1)
      #expect(workplace.files(endingIn: ".part").isEmpty)
      #expect(try server.counts().createsByPrompt == ["a kite over the roofs": 1])
      let stored = try workplace.takes()
      #expect(stored.map(\.file) == workplace.films)
      if isWaiting { #expect(stored == [take]) }
    }
  }
}
