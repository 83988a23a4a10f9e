import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// A day of fifty drafts in two languages, cut off by SIGKILL again and again: every draft comes back, with at most the
  /// last second of keys missing. `DAILIES_KILL_ROUNDS` says how often it is killed; `DAILIES_KILL_SEED` plays the same
  /// moments again.
  struct DraftKillTests {
    private static let kills = ProcessInfo.processInfo.environment["DAILIES_KILL_ROUNDS"].flatMap { Int($0) } ?? 5
    private static let mostDrafts = 50
    private static let seed: UInt64 = {
      let seed = ProcessInfo.processInfo.environment["DAILIES_KILL_SEED"].flatMap { UInt64($0) }
      let chosen = seed ?? UInt64.random(in: 0..<1_000_000)
      print("DAILIES_KILL_SEED=\(chosen)")
      return chosen
    }()

    private let workplace: Workplace
    private var generator = SeededGenerator(seed: Self.seed)
    private var day = DayOfDrafts()
    private var hint: Comment { "DAILIES_KILL_SEED=\(Self.seed)" }

    init() throws { workplace = try Workplace() }

    private mutating func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    @Test(.timeLimit(.minutes(60))) mutating func everyDraftOfADayComesBackAfterEachKill() async throws {
      // The kills are spread over the whole day.
      for kill in 0..<Self.kills {
        let screen = try TmuxScreen(workplace, workplace.demo, columns: 100, rows: 28)
        try screen.wait(for: " ch ")
        try screen.press("C-n")
        try screen.wait(for: " 0 ch ")
        let wanted = Self.mostDrafts * (kill + 1) / Self.kills
        repeat { try await work(on: screen) } while day.count < wanted
        try await dieAtSomeMoment(screen)
        try await expectAllIsBack()
      }
      #expect(day.count >= Self.mostDrafts - 1, "only the draft that had just been begun may be missing. \(hint)")
    }

    /// Writes a new draft, or goes on with an old one out of the drawer.
    private mutating func work(on screen: TmuxScreen) async throws {
      if day.count >= Self.mostDrafts || (day.count > 2 && random(0...3) == 0) {
        try reopen(on: screen)
      } else {
        if !(day.current?.text.isEmpty ?? true) {
          try screen.press("C-n")
          try screen.wait(for: " 0 ch ")
        }
        day.begin(length: nil)
      }
      for _ in 0...random(1...3) { try type(on: screen) }
      if random(0...1) == 0 { try chooseLength(on: screen) }
    }

    private mutating func type(on screen: TmuxScreen) throws {
      let words = day.words(&generator)
      day.typed(words)
      try screen.type(words)
      let count = day.current?.text.count ?? 0
      try screen.wait(for: " \(count) ch ")
      day.wasShown()
    }

    private mutating func chooseLength(on screen: TmuxScreen) throws {
      guard let before = try screen.chosenLength() else { return }
      try screen.press("M-l")
      var length = before
      try screen.waitUntil("another length") { _ in
        length = try screen.chosenLength() ?? before
        return length != before
      }
      day.chose(length: length)
    }

    private mutating func reopen(on screen: TmuxScreen) throws {
      let index = random(0...day.count - 1)
      let draft = day.drafts[index]
      try screen.press("C-o")
      try screen.wait(for: "Drafts")
      try screen.type(draft.mark)
      try screen.wait(for: "> " + draft.mark)
      try screen.wait(for: "1 of 1")
      try screen.press("Enter")
      try screen.wait(for: " \(draft.text.count) ch ")
      day.reopened(index)
    }

    /// Types on without looking, or has just done something else, when the end comes.
    private mutating func dieAtSomeMoment(_ screen: TmuxScreen) async throws {
      switch random(0...3) {
      case 0:
        try screen.press("C-n")
      case 1:
        try screen.press("C-o")
      default:
        let end = ContinuousClock.now + .milliseconds(random(0...2500))
        while ContinuousClock.now < end { try type(on: screen) }
        // And what nobody has seen yet.
        let words = day.words(&generator)
        day.typed(words)
        try screen.type(words)
      }
      try Patience.letPass(.milliseconds(random(0...400)))
      killed = .now
      try screen.killProgram()
    }

    private var killed = ContinuousClock.now

    private mutating func expectAllIsBack() async throws {
      let file = try #require(workplace.files(endingIn: "dailies.sqlite").first)
      let screen = try TmuxScreen(workplace, workplace.demo, columns: 100, rows: 28)
      try screen.wait(for: " ch ")
      let (kept, latest) = try await DayOfDrafts.kept(in: URL(filePath: file).deletingLastPathComponent().path)
      day.expectKept(kept, killed: killed, hint: hint)
      // The one that was written last is on the screen, with all it has.
      try screen.wait(for: " \(latest.count) ch ")
      try screen.killProgram()
    }
  }
}

extension TmuxScreen {
  /// The length that stands in brackets in the shot settings.
  fileprivate func chosenLength() throws -> Int? {
    try text().firstMatch(of: /\[(4|8|12)\]/).flatMap { Int($0.1) }
  }
}
