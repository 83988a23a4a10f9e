import DailiesCore
import DailiesStore
import Foundation
import Testing

extension TerminalTests {
  /// Several programs on one store: one asks, all see what comes.
  struct SharedStoreTests {
    /// Longer in the queue than any of these tests takes.
    private static let long = "demo-queue"

    /// The store of the programs, as one more program sees it.
    private func store(of workplace: Workplace) throws -> Store {
      let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
      return try Store.open(folder: workplace.folder + "/home/.local/state/dailies", now: now)
    }

    /// Waits until another program than `before` holds the lease; returns its place among the programs.
    private func holder(
      of store: Store, in programs: SharedStorePrograms, otherThan before: Int? = nil
    ) async throws -> Int {
      let end = ContinuousClock.now + Patience.limit
      while ContinuousClock.now < end {
        programs.letPass(.milliseconds(20))
        let id = try await store.leaseHolder()?.pid
        let place = (0..<SharedStorePrograms.count).first { programs.processID(of: $0) == id }
        if let place, place != before { return place }
      }
      throw Patience.RanOut(description: "waited for a holder of the lease")
    }

    /// Stops a program, but not in the middle of a write: that would lock all others out for as long as it stands still.
    private func stop(_ place: Int, of programs: SharedStorePrograms, beside store: Store) async throws {
      while true {
        // What it writes now is waited for: stopped again at once it would never come to the end of it.
        try await store.remember("test.write", true)
        programs.send(SIGSTOP, to: place)
        if (try? await store.remember("test.write", true)) != nil { return }
        programs.send(SIGCONT, to: place)
      }
    }

    @Test(.timeLimit(.minutes(2))) func aLeaseIsTakenOverWithinFiveSecondsOfAKill() async throws {
      let programs = try SharedStorePrograms(try Workplace(settings: "countdown = 0\n"), speed: 1)
      let store = try store(of: programs.workplace)
      defer { store.close() }
      try programs.orderAside(Self.long)
      for _ in 0..<3 {
        let place = try await holder(of: store, in: programs)
        let killed = ContinuousClock.now
        programs.send(SIGKILL, to: place)
        _ = try await holder(of: store, in: programs, otherThan: place)
        let took = ContinuousClock.now - killed
        #expect(took < .seconds(5))
        try programs.killAndStart(place)
      }
    }

    @Test(.timeLimit(.minutes(2))) func aHolderThatWasStoppedAsksNothingOnceAnotherHasTheLease() async throws {
      let programs = try SharedStorePrograms(try Workplace(settings: "countdown = 0\n"), speed: 1)
      let store = try store(of: programs.workplace)
      defer { store.close() }
      try programs.orderAside(Self.long)
      let place = try await holder(of: store, in: programs)
      try Patience.wait(for: "a query") { try !programs.server.queries().isEmpty }
      let asker = try #require(try programs.server.queries().first?.key)

      try await stop(place, of: programs, beside: store)
      let next = try await holder(of: store, in: programs, otherThan: place)
      // Another one asks: the next question of this one is overdue when it goes on.
      let asked = try programs.server.queries().count { $0.key == asker }
      try programs.waitForQueries(notOf: asker, 2)
      programs.send(SIGCONT, to: place)
      try programs.waitForQueries(notOf: asker, 3)
      #expect(try await holder(of: store, in: programs) == next)
      #expect(try programs.server.queries().count { $0.key == asker } == asked)
      #expect(QueryTally(try programs.server.queries()).longestOverlap <= 0)
      #expect(try programs.server.counts().createsByPrompt == [Self.long: 1])
    }

    @Test(.timeLimit(.minutes(2))) func whatOneScreenDoesIsSeenOnTheOther() throws {
      let workplace = try Workplace(settings: "countdown = 0\n")
      let server = try DemoServerProcess(workplace, speed: 2)
      workplace.use(server)
      let one = try TmuxScreen(workplace, [], columns: 120, rows: 40)
      let other = try TmuxScreen(workplace, [], columns: 120, rows: 40)
      try other.wait(for: " 0 ch ")
      try one.confirm("a kite over the roofs")
      try one.wait(for: "T001")
      try other.wait(for: "T001")
      try one.wait(for: "T001 saved")
      try other.wait(for: "T001 saved")
      try one.press("F3")
      try one.type("x")
      try other.waitUntil("the take to be hidden") { !$0.contains("T001 saved") }
      #expect(workplace.films.count == 1)
    }

    @Test(.timeLimit(.minutes(2))) func aSyncBesideAnOpenScreenGetsItsAnswersThroughIt() throws {
      let programs = try SharedStorePrograms(try Workplace(settings: "countdown = 0\n"), speed: 1)
      try programs.orderAside(Self.long)
      try Patience.wait(for: "a query") { try !programs.server.queries().isEmpty }
      let before = try programs.server.queries()
      programs.workplace.environment["DAILIES_API_KEY"] = "sk-demo-sync"
      let outcome = try programs.workplace.run(["sync", "--json"])
      #expect(outcome.end == .code(7), "\(outcome.errors)")
      #expect(outcome.output.contains("\"total\":1"), "\(outcome.output)")
      let after = try programs.server.queries()
      #expect(after.count > before.count)
      #expect(!after.contains { $0.key == "sk-demo-sync" })
    }

    @Test(.timeLimit(.minutes(2))) func aSyncAloneAsksOnceAndSavesWhatIsReady() throws {
      let workplace = try Workplace()
      let server = try DemoServerProcess(workplace, speed: 10)
      workplace.use(server)
      #expect(try workplace.run(["sync"]).end == .code(0))
      #expect(try server.counts().stateQueries == 0)
      for prompt in ["a kite", "demo-fail"] {
        let sent = try workplace.run(["new", "-p", prompt, "--yes"])
        #expect(sent.end == .code(0), "\(sent.errors)")
      }
      let running = try workplace.run(["sync"])
      #expect(running.end == .code(7), "\(running.output) \(running.errors)")
      #expect(running.output == "")
      #expect(try server.counts().stateQueries == 2)
      try server.waitUntilAllIsDone()
      let before = try server.counts().stateQueries
      let done = try workplace.run(["sync"])
      #expect(done.end == .code(6), "\(done.errors)")
      #expect(done.output.contains("T001  saved  \(workplace.films.first ?? "no film")"), "\(done.output)")
      #expect(done.output.contains("T002  FAILED"), "\(done.output)")
      #expect(try server.counts().stateQueries == before + 2)
      #expect(try workplace.run(["sync"]).end == .code(0))
    }
  }
}
