import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch takes until they are done, and save them.",
    discussion: "Without numbers: everything that is live. With --json a line of JSON for every change.")

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
    let caller = NoticeCaller(surroundings)
    let ended = try waitFor {
      try await wiring.run {
        await wiring.putRight()
        var wanted: [Take] = []
        for name in names { wanted.append(try await wiring.store.named(name)) }
        if names.isEmpty {
          wanted = try await wiring.store.watched() + (saves ? wiring.store.unfinished() : [])
        }
        let takes = wanted
        if saves { await wiring.runner.adopt(takes.map(\.number)) }
        if takes.isEmpty, !json { StandardError.write(Strings.nothingLive(language) + "\n") }
        @Sendable func isDone(_ take: Take) -> Bool { saves ? take.isFinished : take.isSettled }
        @Sendable func tell(_ take: Take) {
          StandardOutput.write((json ? TakeReport(take).json : take.line(language)) + "\n")
          caller.changed(take)
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
}

struct Get: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Save the film of a take that is ready.")

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
    let wiring = try Wiring(surroundings, saves: false) { follower.report($0) }
    let language = surroundings.language
    let name = self.take
    var ended = try waitFor {
      try await wiring.run {
        await wiring.putRight()
        let take = try await wiring.store.named(name)
        guard take.phase == .ready || take.phase == .gone || take.phase == .saving else { return take }
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
      StandardOutput.write(TakeReport(ended).json + "\n")
    } else if let path = ended.filePath {
      StandardOutput.write(path + "\n")
    }
    if code != CommandExit.done { throw Failure(code, json ? "" : ended.line(language)) }
  }
}

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring in a take that was made elsewhere, by its ID.")

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The ID that the service gave it.", valueName: "id"))
  var id: String

  @Flag(help: "Answer with one JSON object.")
  var json = false

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let wiring = try Wiring(surroundings, watches: false) { _ in }
    let id = self.id
    let result = try waitFor {
      try await wiring.run { await wiring.runner.importTake(id: id, for: surroundings.service) }
    }
    switch result {
    case .success(let take):
      StandardOutput.write((json ? TakeReport(take).json : take.line(surroundings.language)) + "\n")
    case .failure(let problem): throw Failure(problem, surroundings.language)
    }
  }
}

struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what became of a take whose answer was lost (UNSURE).",
    discussion: "Look for it in the provider's console first. Nothing is sent to make a new one.")

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The take's number (T031).", valueName: "take"))
  var take: String

  @Option(help: ArgumentHelp("It is there, with this ID.", valueName: "id"))
  var id: String?

  @Flag(help: "It never arrived: not charged.")
  var neverArrived = false

  @Flag(help: "It is lost: charged, and no film.")
  var lost = false

  func validate() throws {
    guard (id == nil ? 0 : 1) + (neverArrived ? 1 : 0) + (lost ? 1 : 0) == 1 else {
      throw ValidationError("Give one of --id, --never-arrived and --lost.")
    }
  }

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let wiring = try Wiring(surroundings, watches: false) { _ in }
    let settlement: Settlement = id.map { .id($0) } ?? (neverArrived ? .neverArrived : .lost)
    let name = take
    let result = try waitFor {
      try await wiring.run {
        await wiring.putRight()
        let take = try await wiring.store.named(name)
        return await wiring.runner.settle(take.number, settlement)
      }
    }
    switch result {
    case .success(let take): StandardOutput.write(Self.outcome(settlement, of: take, surroundings.language) + "\n")
    case .failure(let problem): throw Failure(problem, surroundings.language)
    }
  }

  private static func outcome(_ settlement: Settlement, of take: Take, _ language: Language) -> String {
    let number = take.number.description
    return switch settlement {
    case .id(let id): Strings.settledID(language, number, id)
    case .neverArrived: Strings.settledNever(language, number)
    case .lost: Strings.settledLost(language, number)
    }
  }
}

extension Failure {
  /// A refused import or settlement, with the code that says whether trying again helps.
  init(_ problem: Problem, _ language: Language) {
    let code: Int32 =
      switch problem.kind {
      case .keyMissing, .keyRefused: CommandExit.setup
      case .rateLimited: CommandExit.slowedDown
      default: CommandExit.failed
      }
    self.init(code, problem.text(language))
  }
}
