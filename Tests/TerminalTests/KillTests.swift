import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// SIGKILL at any moment: no words older than a second are lost, nothing is sent twice, and the next start goes on by
  /// itself. `DAILIES_KILL_ROUNDS` says how often each; `DAILIES_KILL_SEED` plays the same moments again.
  struct KillTests {
    private static let rounds = ProcessInfo.processInfo.environment["DAILIES_KILL_ROUNDS"].flatMap { Int($0) } ?? 2
    private static let seed: UInt64 = {
      let seed = ProcessInfo.processInfo.environment["DAILIES_KILL_SEED"].flatMap { UInt64($0) }
      let chosen = seed ?? UInt64.random(in: 0..<1_000_000)
      print("DAILIES_KILL_SEED=\(chosen)")
      return chosen
    }()

    private let folder: Workplace
    private var generator: SeededGenerator

    init() throws {
      folder = try Workplace()
      generator = SeededGenerator(seed: Self.seed)
    }

    private var hint: Comment { "DAILIES_KILL_SEED=\(Self.seed)" }

    private mutating func moment(_ milliseconds: ClosedRange<Int>) -> Duration {
      .milliseconds(Int.random(in: milliseconds, using: &generator))
    }

    @Test(.timeLimit(.minutes(10))) mutating func whileTypingOnlyTheLastSecondIsLost() throws {
      for _ in 0..<Self.rounds {
        let workplace = try Workplace()
        let terminal = try PseudoTerminal(workplace, workplace.demo)
        try terminal.waitForScreens()
        var typed = ""
        var echoes: [ContinuousClock.Instant] = []
        let end = ContinuousClock.now + moment(300...3000)
        while ContinuousClock.now < end {
          let key = String(try #require(UnicodeScalar(0x4E00 + UInt32(echoes.count))))
          try terminal.type(key)
          echoes.append(.now)
          typed += key
        }
        let killed = ContinuousClock.now
        terminal.process.send(SIGKILL)
        #expect(try terminal.waitForEnd() == .signal(SIGKILL))

        let screen = try TmuxScreen(workplace, workplace.demo)
        // The same picture of the screen throughout: one that is not taken while rows are drawn.
        var (text, kept) = ("", 0)
        try screen.waitUntil("the kept text, up to its last character") {
          guard let count = $0.firstMatch(of: /([0-9]+) ch\s/).flatMap({ Int($0.1) }) else { return false }
          (text, kept) = ($0, count)
          return count == 0 || $0.promptText.last == typed.prefix(count).last
        }
        let old = echoes.count { $0 <= killed - .seconds(1) }
        #expect((old...typed.count).contains(kept), hint)
        if kept > 0 { #expect(typed.contains(text.promptText)) }
      }
    }

    @Test(.timeLimit(.minutes(10))) mutating func aCountdownComesBackHeldAndDoesNotLeave() throws {
      let server = try DemoServerProcess(folder)
      for round in 0..<Self.rounds {
        let workplace = try Workplace(settings: "countdown = 5\n")
        workplace.use(server)
        let screen = try TmuxScreen(workplace, [])
        try screen.confirm("a countdown, round \(round)")
        try screen.wait(for: "T001 leaving")
        try Patience.letPass(moment(0...1500))
        try screen.killProgram()

        let next = try TmuxScreen(workplace, [])
        let takes = try next.settledTakes()
        #expect(takes.map(\.state) == ["held"], hint)
        #expect(takes.map(\.heldReason) == ["interrupted"], hint)
        // The last round's time runs out as well.
        if round == Self.rounds - 1 { try Patience.letPass(.seconds(6)) }
      }
      #expect(try server.counts().createsReceived == 0, hint)
    }

    @Test(.timeLimit(.minutes(10))) mutating func aRequestUnderWayIsNeverSentAgain() throws {
      let server = try DemoServerProcess(folder)
      for round in 0..<Self.rounds {
        let workplace = try Workplace(settings: "countdown = 0\n")
        workplace.use(server)
        let prompt = "under way, round \(round)"
        let screen = try TmuxScreen(workplace, [])
        // Every other time the service does not read what it is sent, so that the answer is surely missing.
        let isFrozen = round % 2 == 0
        if isFrozen { try server.freeze() }
        try screen.confirm(prompt)
        if isFrozen { try screen.wait(for: "T001 sending") }
        try Patience.letPass(moment(0...250))
        try screen.killProgram()
        if isFrozen { server.thaw() }

        let next = try TmuxScreen(workplace, [])
        let takes = try next.settledTakes()
        let accepted = try server.counts().createsByPrompt[prompt] ?? 0
        #expect(accepted <= 1, hint)
        let states = takes.map(\.state)
        if isFrozen {
          #expect(states == ["unsure"], hint)
        } else if accepted == 1 {
          #expect(states.count == 1 && !["held", "dropped"].contains(states.first), hint)
        } else {
          #expect(states.allSatisfy { ["held", "unsure"].contains($0) }, hint)
        }
      }
      #expect(try server.counts().createsByPrompt.values.allSatisfy { $0 == 1 }, hint)
    }

    @Test(.timeLimit(.minutes(20))) mutating func aWatchedTakeGoesOnToItsFilm() throws {
      let server = try DemoServerProcess(folder, speed: 20)
      for round in 0..<Self.rounds {
        let workplace = try Workplace(settings: "countdown = 0\n")
        workplace.use(server)
        let prompt = "watched, round \(round)"
        let screen = try TmuxScreen(workplace, [])
        try screen.confirm(prompt)
        try screen.waitUntil("the take to be accepted") { $0.contains("T001 running") || $0.contains("T001 queued") }
        try Patience.letPass(moment(0...5500))
        try screen.killProgram()
        try expectFilm(in: workplace, clip: "1280x720-8s.mp4")
        #expect(try server.counts().createsByPrompt[prompt] == 1, hint)
      }
    }

    @Test(.timeLimit(.minutes(20))) mutating func aPartialFilmIsCompletedByteForByte() throws {
      let server = try DemoServerProcess(folder, speed: 4)
      var partial = 0
      for round in 0..<Self.rounds {
        let workplace = try Workplace(settings: "countdown = 0\n")
        workplace.use(server)
        let prompt = "a film, round \(round)"
        let screen = try TmuxScreen(workplace, [])
        // The next length and the next but one: 12 s, 4 s.
        try screen.press("M-l")
        try screen.press("M-l")
        try screen.wait(for: "[4]")
        try screen.confirm(prompt)
        try Patience.wait(for: "the first bytes of the film", detail: (try? screen.text()) ?? "") {
          workplace.files(endingIn: ".part").contains { Self.size($0) > 0 } || !workplace.films.isEmpty
        }
        try Patience.letPass(moment(0...600))
        try screen.killProgram()
        if workplace.films.isEmpty { partial += 1 }
        try expectFilm(in: workplace, clip: "1280x720-4s.mp4")
        #expect(try server.counts().createsByPrompt[prompt] == 1, hint)
      }
      #expect(partial > 0, "no kill came before the end of a film: seed \(Self.seed)")
    }

    private static func size(_ path: String) -> Int {
      ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    }

    /// Starts the program once more, touches nothing, and expects the film.
    private func expectFilm(in workplace: Workplace, clip: String) throws {
      let screen = try TmuxScreen(workplace, [], columns: 120, rows: 40)
      try screen.wait(for: "T001 saved")
      #expect(workplace.films.count == 1, hint)
      #expect(workplace.files(endingIn: ".part").isEmpty, hint)
      let film = try Data(contentsOf: URL(filePath: try #require(workplace.films.first)))
      #expect(film == (try Data(contentsOf: URL(filePath: BuiltProgram.assets + "/clips/" + clip))), hint)
    }
  }
}

extension TmuxScreen {
  /// Types a prompt and says yes on the review sheet.
  func confirm(_ prompt: String) throws {
    try wait(for: " 0 ch ")
    try type(prompt)
    try wait(for: prompt)
    try press("F5")
    try wait(for: "[x]")
    try press("Enter")
  }

  /// The takes, once the program has put right what the one before it left behind.
  func settledTakes() throws -> [Workplace.TakeAnswer] {
    try Patience.wait(for: "the take to be put right", detail: (try? text()) ?? "") {
      let takes = try workplace.takes()
      return takes.contains { ["leaving", "sending"].contains($0.state) } ? nil : takes
    }
  }

  func killProgram() throws {
    kill(processID, SIGKILL)
    try waitForEnd()
  }
}
