import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// Two open screens and a `watch` on one store, killed at random and started again, while both screens send takes.
  /// `DAILIES_KILL_ROUNDS` says how often, `DAILIES_KILL_SEED` plays the same moments again.
  struct SharedStoreKillTests {
    private static let rounds = ProcessInfo.processInfo.environment["DAILIES_KILL_ROUNDS"].flatMap { Int($0) } ?? 6
    private static let seed =
      ProcessInfo.processInfo.environment["DAILIES_KILL_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 0..<1_000_000)

    /// For how long a lease holds whose holder says nothing, in milliseconds.
    private static let lease = 4000

    @Test(.timeLimit(.minutes(30))) func noTakeIsSentTwiceNorForgottenNorAskedAboutByTwo() throws {
      print("DAILIES_KILL_SEED=\(Self.seed)")
      let hint: Comment = "DAILIES_KILL_SEED=\(Self.seed)"
      var generator = SeededGenerator(seed: Self.seed)
      let programs = try SharedStorePrograms(try Workplace(settings: "countdown = 1\ncreates = 4\n"), speed: 3)
      for round in 0..<Self.rounds {
        let words = round % 7 == 3 ? " demo-fail" : ""
        // Now and then the service answers nothing until the program that sends is gone.
        let isFrozen = round % 5 == 4
        if isFrozen { try programs.server.freeze() }
        try programs.order("take \(round)\(words)", from: round % 2)
        programs.letPass(.milliseconds(Int.random(in: (isFrozen ? 1000 : 0)...2500, using: &generator)))
        let victim = Int.random(in: 0..<SharedStorePrograms.count, using: &generator)
        try programs.killAndStart(isFrozen ? round % 2 : victim)
        if isFrozen { programs.server.thaw() }
      }
      let takes = try programs.takesAtRest(within: .seconds(180))
      let counts = try programs.server.counts()
      let tally = QueryTally(try programs.server.queries())

      #expect(counts.createsByPrompt.values.allSatisfy { $0 == 1 }, hint)
      let known = Set(takes.compactMap(\.id))
      let unsure = Set(takes.filter { $0.state == "unsure" }.map(\.prompt))
      // An answer that was lost with its program leaves its take UNSURE, for a person: that is not forgotten.
      let forgotten = counts.createsByPrompt.keys.filter { prompt in
        !unsure.contains(prompt) && !takes.contains { $0.prompt == prompt && $0.id != nil }
      }
      #expect(forgotten.isEmpty, hint)
      #expect(known.isSubset(of: counts.acceptedIds), hint)
      #expect(counts.acceptedIds.count - known.count <= unsure.count, hint)
      #expect(takes.filter { $0.id != nil }.allSatisfy { ["saved", "failed"].contains($0.state) }, hint)
      #expect(programs.workplace.films.count == takes.count { $0.state == "saved" }, hint)
      #expect(programs.workplace.files(endingIn: ".part").isEmpty, hint)
      #expect(tally.longestOverlap <= Self.lease, hint)

      let states = Dictionary(grouping: takes, by: \.state).mapValues(\.count).sorted { $0.key < $1.key }
      print(
        """
        \(Self.rounds) rounds, \(programs.kills) kills: \(programs.prompts.count) ordered, \(takes.count) recorded, \
        \(counts.acceptedIds.count) accepted; \(states.map { "\($0.value) \($0.key)" }.joined(separator: ", ")); \
        \(tally.queries) queries by \(tally.askers) programs, \(tally.handovers) handovers, \
        longest overlap \(tally.longestOverlap) ms
        """)
    }
  }
}
