import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Logging
import VideosAPI
import VideosHTTP

/// The one place where live parts meet.
struct Wiring: Sendable {
  let surroundings: Surroundings
  let clock: ClockSource
  let store: Store
  let services: ServiceBook
  let runner: TakeRunner
  let logger: Logger
  let hasKey: Bool
  let current: CurrentService
  let prices: PriceBook
  private let demo: DemoServer?

  /// - Parameters:
  ///   - watches: Whether takes are watched and saved, or only sent.
  ///   - saves: Whether films are saved by themselves; nil: as the settings say. False also leaves alone what other
  ///     programs began to save.
  ///   - savesOwn: Whether films of takes that are sent here are saved in any case.
  ///   - isPatient: Whether a transfer waits for the network as long as it takes.
  ///   - report: Gets everything that happens, in order.
  init(
    _ surroundings: Surroundings, watches: Bool = true, saves: Bool? = nil, savesOwn: Bool = false,
    isPatient: Bool = true, report: @escaping @Sendable (Action) -> Void
  ) throws {
    self.surroundings = surroundings
    let clock = ClockSource.live(speed: surroundings.clockSpeed)
    self.clock = clock
    let settings = surroundings.settings
    hasKey = try surroundings.hasKey()
    let logger = LogFile(path: surroundings.logPath, clock: clock).logger
    self.logger = logger
    let demo = try surroundings.isDemo ? Self.demoServer(surroundings, logger) : nil
    self.demo = demo
    // Last of what may fail: a store that was opened must be closed.
    store = try surroundings.openStore(clock)
    let current = CurrentService(surroundings.loaded, surroundings.service)
    self.current = current
    let ring = KeyRing { report(.noted($0)) }
    let services = ServiceBook(
      flaw: { await ring.flaw(of: $0) },
      { await Self.client(for: $0, surroundings, current.loaded, ring, demo, logger) })
    self.services = services
    let clientFor: @Sendable (Take.Service) async -> VideosClient? = { await services.client(for: $0) }
    let limits = PollSchedule.Limits(inFlight: settings.queries, perSecond: settings.queriesPerSecond)
    let poller = Poller(
      schedule: PollSchedule(limits: limits), clock: clock, slack: .milliseconds(50), clientFor: clientFor)
    let downloader = Downloader(
      limit: settings.downloads, rate: settings.saveRate, keepFree: settings.keepFree, clock: clock,
      clientFor: clientFor)
    var options = TakeRunner.Options(folder: surroundings.films)
    options.creates = settings.creates
    let isDemo = surroundings.isDemo
    options.liveTakes = { profile in
      let settings = current.settings
      return isDemo ? settings.chosenProfile.liveTakes : settings.profiles[profile]?.liveTakes
    }
    options.savesAutomatically = saves ?? settings.savesAutomatically
    options.savesOwn = savesOwn
    options.fileName = settings.fileName
    options.writesSidecars = settings.sidecar
    options.watches = watches
    options.answerPause = .milliseconds(500)
    options.isPatient = isPatient
    options.resumes = saves ?? true
    let prices = surroundings.prices
    self.prices = prices
    options.spending = { [isDemo = surroundings.isDemo] service, now in
      current.settings.rules(for: service.profile, prices: prices.table, now: now, isDemo: isDemo)
    }
    runner = TakeRunner(
      store: store, services: services, poller: poller, downloader: downloader, clock: clock, options: options,
      logger: logger, report: report)
  }

  private static let waitsForAnswer = Phrase(
    "Waiting for the answer to %1. Ctrl-C does not wait: UNSURE then.", "正在等待 %1 的应答。按 Ctrl-C 不再等待，届时为待核实。")

  /// Runs `body` with everything at work behind it, then lets what is on its way arrive and closes all.
  ///
  /// - Parameter patience: How long an answer is waited for that somebody may have to pay for; asked when `body` is done.
  func run<Value: Sendable>(
    patience: @escaping @Sendable () -> Duration = { .seconds(20) },
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withDemo {
      let result: Result<Value, any Error> = await withTaskGroup(of: Void.self) { group in
        group.addTask { await runner.run() }
        let result: Result<Value, any Error>
        do {
          result = .success(try await body())
        } catch {
          result = .failure(error)
        }
        let limit = patience()
        let underWay = await runner.underWay
        if !underWay.isEmpty, limit >= .seconds(1) {
          let names = underWay.map(\.description).joined(separator: " ")
          StandardError.write(Self.waitsForAnswer(surroundings.language, names) + "\n")
        }
        await runner.stop(within: limit)
        group.cancelAll()
        await group.waitForAll()
        return result
      }
      await services.reset()
      store.close()
      return try result.get()
    }
  }

  /// What a yes is held against now.
  func rules() -> SpendingRules {
    current.settings.rules(
      for: current.service.profile, prices: prices.table, now: clock.now(), isDemo: surroundings.isDemo)
  }

  /// Puts right what programs left behind that are gone, before a command looks at a take.
  func putRight() async { _ = try? await store.recover(now: clock.now()) }

  private func withDemo<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    guard let demo else { return try await body() }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      let (ports, bound) = AsyncStream.makeStream(of: Int.self)
      group.addTask {
        defer { bound.finish() }
        try await demo.run { bound.yield($0) }
      }
      for await _ in ports { break }
      let result: Result<Value, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      await demo.stop()
      try await group.waitForAll()
      return try result.get()
    }
  }

  private static func demoServer(_ surroundings: Surroundings, _ logger: Logger) throws -> DemoServer {
    let assets: String
    do {
      assets = try AssetFolder.find(environment: surroundings.environment.variables)
    } catch {
      throw Failure(error, surroundings.language)
    }
    var configuration = DemoConfiguration(clipsDirectory: assets + "/clips")
    configuration.speed = surroundings.demoSpeed
    configuration.logger = logger
    return DemoServer(configuration: configuration)
  }
}
