import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Watch takes until they are done, and save them.",
    discussion: """
      Without numbers: everything that is live. What happens is told on standard error, a take that is done on standard \
      output. With --json every change is a line of JSON on standard output. Other programs on the same data may be open: \
      one of them asks the service, all of them see what comes.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("Numbers (T031) or IDs.", valueName: "take"))
  var takes: [String] = []

  @Option(help: ArgumentHelp("Give up waiting after so many seconds (exit code 7).", valueName: "seconds"))
  var timeout: Int?

  @Flag(help: "Answer with a line of JSON for every change.")
  var json = false

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let follower = TakeFollower(surroundings.language)
    let wiring = try Wiring(surroundings) { follower.report($0) }
    let language = surroundings.language
    let saves = surroundings.settings.savesAutomatically
    let (names, limit, json) = (takes, timeout, json)
    let caller = NoticeCaller(surroundings, clock: wiring.clock)
    let ended = try waitFor {
      try await wiring.run {
        await wiring.putRight()
        if let times = try? await wiring.store.times() { follower.learn(times) }
        let takes = try await Self.takes(names, saves: saves, in: wiring.store)
        if saves { await wiring.runner.adopt(takes.map(\.number)) }
        if takes.isEmpty, !json { StandardError.write(Strings.nothingLive(language) + "\n") }
        @Sendable func isDone(_ take: Take) -> Bool { saves ? take.isFinished : take.isSettled }
        @Sendable func tell(_ take: Take) {
          caller.changed(take)
          if json { return StandardOutput.write(follower.json(take, at: wiring.clock.now()) + "\n") }
          let line = take.line(language) + "\n"
          if isDone(take) { StandardOutput.write(line) } else { StandardError.write(line) }
        }
        for take in takes where isDone(take) { tell(take) }
        return try await caller.calling(about: takes) {
          try await withTimeLimit(limit) {
            await follower.wait(for: takes, changed: tell, until: isDone)
          } otherwise: {
            var current: [Take.Number: Take] = [:]
            for take in takes { current[take.number] = try await wiring.store.take(take.number) }
            return current
          }
        }
      }
    }
    let code = CommandExit.worst(ended.values.map { CommandExit.code(for: $0, saves: saves) })
    if code != CommandExit.done { throw Failure(code, "") }
  }

  /// The takes of these names; without names all that are live, and those that are to be saved.
  private static func takes(_ names: [String], saves: Bool, in store: Store) async throws -> [Take] {
    var takes: [Take] = []
    if names.isEmpty {
      takes = try await store.watched()
      if saves { takes += try await store.unfinished() }
    }
    for name in names { takes.append(try await store.named(name)) }
    return takes
  }
}

struct Get: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Save the film of a take that is ready.")

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The take's number (T031) or its ID.", valueName: "take"))
  var take: String

  @Option(help: ArgumentHelp("Save the film in this folder.", valueName: "folder"))
  var out: String?

  @Flag(help: "Answer with one JSON object.")
  var json = false

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let folder = out.map { Folders.absolute($0, home: surroundings.folders.home) }
    let follower = TakeFollower(surroundings.language)
    let wiring = try Wiring(surroundings, saves: false, isPatient: false) { follower.report($0) }
    let language = surroundings.language
    let name = self.take
    var ended = try waitFor {
      try await wiring.run {
        await wiring.putRight()
        let take = try await wiring.store.named(name)
        guard [.ready, .gone, .saving].contains(take.phase) || take.lacksItsFile else { return take }
        if take.phase != .saving { await wiring.runner.save([take.number], in: folder) }
        var hasBegun = take.phase == .saving
        let takes = await follower.wait(
          for: [take], changed: { StandardError.write($0.line(language) + "\n") }
        ) { take in
          hasBegun = hasBegun || take.phase == .saving
          return hasBegun && take.phase != .saving
        }
        return takes[take.number] ?? take
      }
    }
    if ended.phase.isWatched { throw Failure(CommandExit.stillRunning, ended.line(language)) }
    if let folder { ended = try FilmCopy.bring(ended, to: folder, language) }
    let code = CommandExit.code(for: ended, saves: true)
    if json {
      StandardOutput.write(TakeReport(ended).jsonLine + "\n")
    } else if let path = ended.filePath {
      StandardOutput.write(path + "\n")
    }
    if code != CommandExit.done { throw Failure(code, json ? "" : ended.line(language)) }
  }
}
