import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in takes that were made elsewhere, by their IDs.",
    discussion: """
      The service of the profile is asked about each. A take that has the ID already is named.

      With - a list is read from standard input: a line is an ID, or a JSON object with "id" and, as far as known, \
      "status", "model", "prompt", "seconds", "size", "created_at", "completed_at" (Unix seconds) and "file". The \
      service is not asked then; what is not final is watched.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The IDs that the service gave them; - reads a list.", valueName: "id"))
  var ids: [String]

  @Flag(help: "Answer with a JSON object for each.")
  var json = false

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    if self.ids == ["-"] { return try ImportList(surroundings: surroundings, json: json).run() }
    let wiring = try Wiring(surroundings, watches: false) { _ in }
    let ids = TakeImport.ids(in: self.ids.joined(separator: " "))
    let result = try waitFor {
      try await wiring.run { await wiring.runner.importTakes(ids, for: surroundings.service) }
    }
    let language = surroundings.language
    for take in result.known where !json {
      StandardError.write(Strings.idIsKnown(language, take.number.description) + "\n")
    }
    for take in result.brought + result.known {
      StandardOutput.write((json ? TakeReport(take).jsonLine : take.line(language)) + "\n")
    }
    let failures = result.refused.map { (id: $0.id, failure: Failure($0.problem, language)) }
    if failures.count == 1, ids.count == 1 { throw failures[0].failure }
    for (id, failure) in failures { StandardError.write("\(id.suffix(12)): \(failure.message)\n") }
    let code = CommandExit.worst(failures.map(\.failure.code))
    if code != CommandExit.done { throw Failure(code, "") }
  }
}

struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Say what became of a take whose answer was lost (UNSURE).",
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
    case .success(let take): StandardOutput.write((take.settled(surroundings.language) ?? "") + "\n")
    case .failure(let problem): throw Failure(problem, surroundings.language)
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
