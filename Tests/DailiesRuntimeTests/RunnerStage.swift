import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Foundation
import Logging
import Synchronization
import VideosHTTP

/// A `TakeRunner` with everything real around it: a store in a folder of its own, the demo service over loopback HTTP,
/// and a clock that runs ten times as fast as the wall's.
struct RunnerStage: Sendable {
  let store: Store
  let runner: TakeRunner
  let server: DemoServer
  let service: Take.Service
  let folder: String
  let history: ActionHistory
  let clock: ClockSource
  let key: KeyBox
  private let live: Int?
  private let autosave: Bool
  private let hearsWrites: Bool

  /// The folder of the project's films.
  static let clips = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../assets/clips").standardizedFileURL.path

  /// Runs `body` beside a runner that is at work; then everything is closed and the folder removed.
  static func with(
    faults: FaultPlan = FaultPlan(), autosave: Bool = true, key: String = "right", creates: Int = 2,
    live: Int? = nil, owner: Owner = .current(), spending: SpendingRules? = nil, rules: RulesBox? = nil,
    hearsWrites: Bool = true, clock: ClockSource = .tenfold(), speed: Double = 200,
    _ body: @Sendable (RunnerStage) async throws -> Void
  ) async throws {
    let folder = NSTemporaryDirectory() + "runner-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var configuration = DemoConfiguration(clipsDirectory: clips)
    configuration.key = "right"
    configuration.speed = speed
    configuration.isPaced = false
    configuration.faults = faults
    try await withDemoService(configuration) { server in
      let stage = try RunnerStage(
        folder: folder, server: server, autosave: autosave, key: key, creates: creates, live: live, owner: owner,
        rules: rules ?? spending.map { RulesBox($0) }, hearsWrites: hearsWrites, clock: clock)
      try await stage.play(body)
    }
  }

  /// Another program on the same store and service.
  func another(spending: SpendingRules? = nil, savesOwn: Bool = false) throws -> RunnerStage {
    try RunnerStage(
      folder: folder, server: server, autosave: autosave, savesOwn: savesOwn, key: "right", creates: 2, live: live,
      rules: spending.map { RulesBox($0) }, hearsWrites: hearsWrites, clock: clock)
  }

  func play(_ body: @Sendable (RunnerStage) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await runner.run() }
      do {
        try await body(self)
      } catch {
        await end(&group)
        throw error
      }
      await end(&group)
    }
  }

  private func end(_ group: inout ThrowingTaskGroup<Void, any Error>) async {
    await runner.stop(within: .seconds(5))
    group.cancelAll()
    store.close()
  }

  private init(
    folder: String, server: DemoServer, autosave: Bool, savesOwn: Bool = false, key: String, creates: Int, live: Int?,
    owner: Owner = .current(), rules: RulesBox? = nil, hearsWrites: Bool, clock: ClockSource
  ) throws {
    self.clock = clock
    self.folder = folder
    self.server = server
    store = try Store.open(folder: folder + "/state", owner: owner, now: clock.now())
    let baseURL = server.baseURL
    service = Take.Service(profile: "test", baseURL: baseURL)
    let address = try ServiceAddress(baseURL)
    let box = KeyBox(try APIKey(key))
    self.key = box
    let services = ServiceBook { _ in VideosClient(address: address, key: box.key) }
    let clientFor: @Sendable (Take.Service) async -> VideosClient? = { await services.client(for: $0) }
    var options = TakeRunner.Options(folder: folder + "/films")
    options.savesAutomatically = autosave
    options.savesOwn = savesOwn
    options.creates = creates
    if let rules { options.spending = { _, _ in rules.rules } }
    options.liveTakes = { _ in live }
    self.live = live
    self.autosave = autosave
    self.hearsWrites = hearsWrites
    let history = ActionHistory()
    self.history = history
    runner = TakeRunner(
      store: store, services: services, poller: Poller(clock: clock, clientFor: clientFor),
      downloader: Downloader(limit: 3, clock: clock, clientFor: clientFor), clock: clock, options: options,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      storeWrites: { hearsWrites ? StoreWatcher.writes(to: $0) : AsyncStream { _ in } }, report: { history.add($0) })
  }

  func order(_ prompt: String, seconds: Int = 4) -> Order {
    Order(
      model: Profile.standardModel, prompt: prompt, seconds: seconds, size: ShotSettings(model: "").size)
  }

  /// Waits until the take stands in one of the phases.
  func take(_ number: Take.Number, in phases: TakePhase...) async throws -> Take {
    try await history.wait {
      if case .takeChanged(let take, _) = $0, take.number == number, phases.contains(take.phase) { take } else { nil }
    }
  }
}

/// The key file of a stage.
final class KeyBox: Sendable {
  private let value: Mutex<APIKey>

  init(_ key: APIKey) { value = Mutex(key) }

  var key: APIKey { value.withLock { $0 } }

  func change(to key: String) throws {
    let key = try APIKey(key)
    value.withLock { $0 = key }
  }
}

/// What yeses are held against on a stage, from one moment to the next.
final class RulesBox: Sendable {
  private let value: Mutex<SpendingRules>

  init(_ rules: SpendingRules) { value = Mutex(rules) }

  var rules: SpendingRules { value.withLock { $0 } }

  func change(to rules: SpendingRules) { value.withLock { $0 = rules } }
}

/// Everything a runner reported, from the beginning, for those who wait for something of it.
final class ActionHistory: Sendable {
  private struct State {
    var actions: [Action] = []
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func add(_ action: Action) {
    let woken = state.withLock { state in
      state.actions.append(action)
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in woken { continuation.resume() }
  }

  var all: [Action] { state.withLock { $0.actions } }

  /// The first answer that `find` gives for an action, past or to come.
  ///
  /// - Parameter start: How many of the actions are passed over.
  @discardableResult
  func wait<Found>(from start: Int = 0, _ find: (Action) -> Found?) async throws -> Found {
    var seen = start
    while true {
      let actions = all
      for action in actions[seen...] { if let found = find(action) { return found } }
      seen = actions.count
      try Task.checkCancellation()
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          let isOver = state.withLock { state in
            if state.actions.count > seen || Task.isCancelled { return true }
            state.waiting.append(continuation)
            return false
          }
          if isOver { continuation.resume() }
        }
      } onCancel: {
        wakeAll()
      }
    }
  }

  private func wakeAll() {
    let woken = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in woken { continuation.resume() }
  }
}

extension ClockSource {
  /// Ten seconds of the program pass in one of the wall's.
  static func tenfold() -> ClockSource {
    let live = ClockSource.live()
    let start = live.now()
    return ClockSource(
      elapsed: { live.elapsed() * 10 }, sleep: { try await live.sleep($0 / 10) },
      now: { start + live.elapsed() * 10 })
  }
}
