import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore

struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Ask once about everything that is live, save what is ready, tell what changed.",
    discussion: """
      For a timer, or a look in between: it does not wait until takes are done. When another program on the same data asks \
      the service already, that one does it.
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Give up waiting after so many seconds (exit code 7).", valueName: "seconds"))
  var timeout: Int?

  @Flag(help: "Answer with one JSON object.")
  var json = false

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let follower = TakeFollower(surroundings.language)
    let wiring = try Wiring(surroundings, saves: true, isPatient: false) { follower.report($0) }
    let (language, limit) = (surroundings.language, timeout)
    let outcome = try waitFor {
      try await wiring.run {
        await wiring.putRight()
        let before = try await wiring.store.watched() + wiring.store.unfinished()
        let pass = SyncedTakes(before: before, wiring: wiring, follower: follower)
        if before.isEmpty { return try await pass.outcome(nil) }
        return try await withTimeLimit(limit) {
          try await pass.make(language)
        } otherwise: {
          try await pass.outcome(nil)
        }
      }
    }
    tell(outcome, language)
    if outcome.code != CommandExit.done { throw Failure(outcome.code, "") }
  }

  private func tell(_ outcome: SyncedTakes.Outcome, _ language: Language) {
    let unreached = outcome.unreached.map(\.description)
    if json {
      Report(
        exitCode: outcome.code, total: outcome.asked, takes: outcome.changed.map { TakeReport($0) },
        unreached: unreached.isEmpty ? nil : unreached
      ).write()
      return
    }
    for take in outcome.changed { StandardOutput.write(take.line(language) + "\n") }
    if !unreached.isEmpty {
      let names = Strings.syncUnreached(language, unreached.joined(separator: " "))
      StandardError.write(names + (outcome.problem.map { "  " + $0.text(language) } ?? "") + "\n")
    }
    let counts = (String(outcome.asked), String(outcome.changed.count))
    let summary =
      outcome.isNothingLive ? Strings.nothingLive(language) : Strings.syncSummary(language, counts.0, counts.1)
    StandardError.write(summary + "\n")
  }
}

/// The takes that one `dailies sync` is about.
struct SyncedTakes: Sendable {
  struct Outcome: Sendable {
    var code: Int32
    /// How many the service was asked about.
    var asked: Int
    /// Those that stand elsewhere than before, as they now stand.
    var changed: [Take]
    var unreached: [Take.Number]
    var problem: Problem?
    var isNothingLive: Bool
  }

  let before: [Take]
  let wiring: Wiring
  let follower: TakeFollower

  /// Has all asked about, and waits until what is ready is saved.
  func make(_ language: Language) async throws -> Outcome {
    await wiring.runner.adopt(before.map(\.number))
    // A film that could not be saved before is tried once more.
    await wiring.runner.save(before.filter { $0.phase == .ready && $0.problem != nil }.map(\.number))
    var pass: SyncPass?
    switch try await wiring.runner.sync() {
    case .done(let made): pass = made
    case .unanswered(let holder):
      let name = holder.map { Strings.process(language, String($0.pid)) } ?? Strings.anotherProgram(language)
      StandardError.write(Strings.syncUnanswered(language, name) + "\n")
    }
    try await waitForFilms()
    return try await outcome(pass)
  }

  private func waitForFilms() async throws {
    var awaited = Set(try await now().filter(\.isStillToBeSaved).map(\.number))
    guard !awaited.isEmpty else { return }
    for await action in follower.actions {
      guard case .takeChanged(let told, _) = action, awaited.contains(told.number) else { continue }
      // What was told before may be older than what is written of it.
      if let take = try await wiring.store.take(told.number), take.isStillToBeSaved { continue }
      awaited.remove(told.number)
      if awaited.isEmpty { return }
    }
  }

  /// The takes as they now stand.
  private func now() async throws -> [Take] {
    let stored = try await wiring.store.takes(before.map(\.number))
    let byNumber = Dictionary(stored.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    return before.map { byNumber[$0.number] ?? $0 }
  }

  /// - Parameter pass: Nil when there was none.
  func outcome(_ pass: SyncPass?) async throws -> Outcome {
    let after = try await now()
    let changed = zip(before, after).filter { before, after in
      before.phase != after.phase || before.percentComplete != after.percentComplete
    }
    var code = CommandExit.worst(after.map { CommandExit.code(for: $0, saves: true) })
    let unreached = pass?.unreached ?? []
    if !unreached.isEmpty, let problem = pass?.problem {
      let why = Failure(problem, .english).code
      if why != CommandExit.failed { code = CommandExit.worst([code, why]) }
    }
    return Outcome(
      code: code, asked: (pass?.takes.count ?? 0) - unreached.count, changed: changed.map(\.1), unreached: unreached,
      problem: pass?.problem, isNothingLive: before.isEmpty)
  }
}

extension Take {
  /// Its film is being saved, or will be without a person.
  fileprivate var isStillToBeSaved: Bool { phase == .saving || (phase == .ready && savePause == nil && problem == nil) }
}
