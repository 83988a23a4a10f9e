import Foundation
import Glibc
import TestSupport

/// Two open screens and a `watch` on one store. Each program has an API key of its own, so that the service can tell who
/// asked; one that is started again has another.
final class SharedStorePrograms {
  private enum Program {
    case screen(PseudoTerminal)
    case watch(ChildProcess)

    var process: ChildProcess {
      switch self {
      case .screen(let terminal): terminal.process
      case .watch(let process): process
      }
    }
  }

  let workplace: Workplace
  let server: DemoServerProcess
  private var programs: [Program] = []
  private var starts = 0
  private(set) var kills = 0
  private(set) var prompts: [String] = []

  /// The place of the `watch` among the programs; the screens are 0 and 1.
  static let watch = 2
  static let count = 3

  init(_ workplace: Workplace, speed: Double) throws {
    self.workplace = workplace
    server = try DemoServerProcess(workplace, speed: speed, recordsQueries: true)
    workplace.use(server)
    for place in 0..<Self.count { programs.append(try start(place)) }
  }

  private func start(_ place: Int) throws -> Program {
    starts += 1
    workplace.environment["DAILIES_API_KEY"] = "sk-demo-program-\(starts)"
    if place == Self.watch {
      return .watch(try ChildProcess(BuiltProgram.path, ["watch", "--json"], environment: workplace.environment))
    }
    let terminal = try PseudoTerminal(workplace, [])
    try terminal.waitForScreens()
    return .screen(terminal)
  }

  func processID(of place: Int) -> pid_t { programs[place].process.id }

  func send(_ signal: Int32, to place: Int) { programs[place].process.send(signal) }

  /// Sends a take from a screen: a new draft, its words, the review sheet, and a yes once that is to be seen.
  func order(_ prompt: String, from place: Int) throws {
    guard case .screen(let terminal) = programs[place] else { return }
    prompts.append(prompt)
    terminal.send("\u{0E}")
    try terminal.type(prompt)
    let sheet = terminal.mark
    terminal.send("\u{1B}[15~")
    // The caret goes with the sheet.
    try terminal.wait(for: "\u{1B}[?25l", from: sheet)
    terminal.send("\r")
  }

  /// Sends a take from the command line, and has it watched by all three.
  func orderAside(_ prompt: String) throws {
    let sent = try workplace.run(["new", "-p", prompt, "--yes"])
    guard sent.end == .code(0) else { throw Patience.RanOut(description: sent.errors) }
    if programs[Self.watch].process.ended() != nil { programs[Self.watch] = try start(Self.watch) }
  }

  /// Waits until programs with other keys than this one have asked so often.
  func waitForQueries(notOf key: String, _ count: Int) throws {
    try Patience.wait(for: "\(count) queries by others") {
      letPass(.milliseconds(20))
      return try server.queries().count { $0.key != key } >= count
    }
  }

  /// Lets time pass, and reads what the screens draw meanwhile.
  func letPass(_ time: Duration) {
    let end = ContinuousClock.now + time
    repeat {
      for case .screen(let terminal) in programs { terminal.read(milliseconds: 5) }
    } while ContinuousClock.now < end
  }

  /// Kills a program at once, however it is, and starts another in its place. A `watch` that had nothing left to watch is
  /// started again as well.
  func killAndStart(_ place: Int) throws {
    let process = programs[place].process
    if process.ended() == nil {
      process.send(SIGKILL)
      kills += 1
    }
    _ = try process.waitForEnd()
    programs[place] = try start(place)
    if place != Self.watch, programs[Self.watch].process.ended() != nil {
      programs[Self.watch] = try start(Self.watch)
    }
  }

  /// Waits until nothing goes on any more, with all programs running; returns the takes.
  func takesAtRest(within limit: Duration) throws -> [Workplace.TakeAnswer] {
    let end = ContinuousClock.now + limit
    while true {
      letPass(.milliseconds(500))
      let takes = try workplace.takes(["--limit", "10000"])
      if !takes.contains(where: \.isUnderWay) { return takes }
      guard ContinuousClock.now < end else {
        let left = takes.filter(\.isUnderWay).map { "\($0.take) \($0.state)" }
        throw Patience.RanOut(description: "waited \(limit) for \(left)")
      }
    }
  }
}

extension Workplace.TakeAnswer {
  /// Something more comes of it without a person.
  var isUnderWay: Bool {
    switch state {
    case "held": heldReason == "waitingTurn" || heldReason == "slowedDown"
    case "leaving", "sending", "queued", "running", "ready", "saving": true
    default: false
    }
  }
}

/// Who asked about which takes, and where two programs did so at a time.
struct QueryTally {
  /// Programs that asked at all.
  let askers: Int
  let queries: Int
  /// How often the asking about a take went from one program to another.
  let handovers: Int
  /// The longest time, in milliseconds, for which two programs asked about one take in turns.
  let longestOverlap: Int

  init(_ queries: [DemoServerProcess.Query]) {
    self.queries = queries.count
    askers = Set(queries.map(\.key)).count
    var handovers = 0
    var longest = 0
    for asked in Dictionary(grouping: queries, by: \.take).values {
      let asked = asked.sorted { $0.at < $1.at }
      handovers += zip(asked, asked.dropFirst()).count { $0.key != $1.key }
      let spans = Dictionary(grouping: asked, by: \.key).values.map { ($0[0].at, $0[$0.count - 1].at) }
      for (index, one) in spans.enumerated() {
        for other in spans[(index + 1)...] { longest = max(longest, min(one.1, other.1) - max(one.0, other.0)) }
      }
    }
    self.handovers = handovers
    longestOverlap = longest
  }
}
