import DailiesCore
import DailiesRuntime
import DailiesStore
import DailiesViews
import Logging
import Synchronization
import TerminalCanvas
import VideosHTTP

/// One run of the whole program in a script's world: session, effects, takes, store and client are the real ones.
final class ScriptedProgram {
  let world: ScriptWorld
  let terminal: ScriptedTerminal
  let session: Session
  /// How the program ended, once it has.
  private(set) var end: Session.End?

  private let mailbox: Mailbox
  private let store: Store
  private let services: ServiceBook
  private let runner: TakeRunner
  private let effects: EffectRunner
  private let outbox = Outbox()

  /// A step that is not settled after so long (by the clock on the wall) never will be.
  private static let patience = Duration.seconds(60)

  init(_ setup: ScriptSetup, isDemo: Bool, films: FrameAccess, in world: ScriptWorld, theme: Theme) throws {
    self.world = world
    let clock = world.clock.source
    terminal = ScriptedTerminal(size: setup.size, disguise: world.disguise)
    let mailbox = Mailbox(wakeUp: terminal.wakeUp)
    self.mailbox = mailbox
    store = try Store.open(folder: world.stateFolder + (isDemo ? "/demo" : ""), now: clock.now())
    services = ServiceBook { _ in world.client() }
    let logger = Logger(label: "script") { _ in SwiftLogNoOpLogHandler() }
    let rules = Self.rules(setup, world.prices, isDemo: isDemo)
    runner = Self.takeRunner(setup.settings, store, services, world, logger, rules) { mailbox.post($0) }
    let status = Self.status(isDemo: isDemo, hasKey: isDemo || world.apiKey != .none, setup.language)
    effects = EffectRunner(
      store: store, runner: runner, clock: clock, logger: logger,
      service: { Take.Service(profile: status.profile, baseURL: status.baseURL) },
      saveSetup: { answers in
        world.takeKey(answers.key)
        let service = Self.status(isDemo: false, hasKey: !answers.key.isEmpty, answers.language)
        return .setupSaved(SettingsInForce(world.settings, service: service))
      },
      saveSetting: { change in
        world.keep(change)
        return .settingsLoaded(SettingsInForce(world.settings, origins: world.origins, service: status))
      },
      useProfile: { name in
        world.keep(SettingChange(["profile"], .text(name)))
        return .settingsLoaded(SettingsInForce(world.settings, origins: world.origins, service: status))
      }, folderFlaw: { _ in nil }, prices: world.prices.access,
      frames: films, report: { mailbox.post($0) })
    let outbox = outbox
    session = Session(
      state: try Self.firstState(setup, status, store, world.prices.table, clock.now()), terminal: terminal,
      mailbox: mailbox,
      clock: Self.paintingAlways(clock), theme: theme
    ) { outbox.effects.append($0) }
  }

  /// Effects of a batch, kept until it is drawn: their answers come after it, never sometimes within it.
  private final class Outbox {
    var effects: [Effect] = []

    func takeAll() -> [Effect] {
      defer { effects = [] }
      return effects
    }
  }

  /// Runs `body` with the program at work; then ends it as a person's quitting would.
  func run<Result>(_ body: (ScriptedProgram) async throws -> Result) async throws -> Result {
    let (runner, effects) = (runner, effects)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask(executorPreference: world.executor) { await runner.run() }
      group.addTask(executorPreference: world.executor) { await effects.run() }
      effects.perform(.loadLiveTakes)
      effects.perform(.loadTimes)
      effects.perform(.loadLessons(baseURL: effects.service().baseURL))
      do {
        show([.resized(terminal.size)])
        try await settle()
        let result = try await body(self)
        if end == nil { show([.ended]) }
        effects.finish()
        try await settle()
        await runner.stop(within: .zero)
        try await close(&group)
        return result
      } catch {
        effects.finish()
        try await close(&group)
        throw error
      }
    }
  }

  private func close(_ group: inout ThrowingTaskGroup<Void, any Error>) async throws {
    group.cancelAll()
    try await group.waitForAll()
    await services.reset()
    store.close()
  }

  // MARK: Going on

  /// Lets the session answer to events, and draw.
  func show(_ events: [TerminalEvent]) {
    guard end == nil else { return }
    world.disguiseIDs()
    for event in events { terminal.send(event) }
    end = session.handle(terminal.waitForEvents(timeout: .zero))
    for effect in outbox.takeAll() { effects.perform(effect) }
  }

  /// Goes on until nothing more happens by itself: no job is ready to run, no request is under way, the store has done
  /// what it was asked, and the session has seen it all. Waits for a time are left alone.
  func settle() async throws {
    try await comeToRest()
    while !mailbox.isEmpty, end == nil {
      show([.wokenUp])
      try await comeToRest()
    }
  }

  /// Waits until nothing goes on behind the session, so that it gets all that happened in one batch, always the same.
  private func comeToRest() async throws {
    var begun = try await waitUntilIdle()
    while true {
      // The store answers in the order it was asked: once this is read, all before has been answered.
      _ = try? store.rememberedNow("script", as: Int.self)
      let now = try await waitUntilIdle()
      if now == begun { return }
      begun = now
    }
  }

  /// Returns how much work was begun until then.
  private func waitUntilIdle() async throws -> Int {
    let work = world.work
    let begun = try await withThrowingTaskGroup(of: Int?.self) { race in
      race.addTask { try await work.waitUntilIdle() }
      race.addTask {
        try await Task.sleep(for: Self.patience)
        return nil
      }
      defer { race.cancelAll() }
      return try await race.next() ?? nil
    }
    guard let begun else { throw NeverSettled() }
    return begun
  }

  struct NeverSettled: Error {}

  /// Lets time pass, from one moment at which something is due to the next.
  func advance(by duration: Duration) async throws {
    let target = world.clock.elapsed + duration
    try await settle()
    while end == nil, let due = nextDue, due <= target { try await pass(until: due) }
    try await pass(until: target)
  }

  private func pass(until time: Duration) async throws {
    world.advance(by: max(.zero, time - world.clock.elapsed))
    try await comeToRest()
    show([.deadline])
    try await settle()
  }

  private var nextDue: Duration? {
    let clock = world.clock
    let deadline = session.state.deadline.map { clock.elapsed + ($0 - clock.source.now()) }
    return [clock.nextDue, deadline].compactMap { $0 }.min()
  }

  /// New clients, so that a changed way to the service takes effect.
  func reconnect() async { await services.reset() }
}

// MARK: - The parts

extension ScriptedProgram {
  /// A screen is painted with every batch: what shows is what a person sees a tenth of a second later.
  private static func paintingAlways(_ clock: ClockSource) -> ClockSource {
    let paints = Mutex(0)
    return ClockSource(
      elapsed: {
        .seconds(
          paints.withLock { paints in
            paints += 1
            return paints
          })
      }, sleep: clock.sleep, now: clock.now)
  }

  private static func takeRunner(
    _ settings: Settings, _ store: Store, _ services: ServiceBook, _ world: ScriptWorld, _ logger: Logger,
    _ rules: @escaping @Sendable (Take.Service, Timestamp) -> SpendingRules,
    report: @escaping @Sendable (Action) -> Void
  ) -> TakeRunner {
    let clock = world.clock.source
    let clientFor: @Sendable (Take.Service) async -> VideosClient? = { await services.client(for: $0) }
    let limits = PollSchedule.Limits(inFlight: settings.queries, perSecond: settings.queriesPerSecond)
    let schedule = PollSchedule(limits: limits, generator: NoJitter())
    var options = TakeRunner.Options(folder: world.folder)
    options.creates = settings.creates
    let liveTakes = settings.chosenProfile.liveTakes
    options.liveTakes = { _ in liveTakes }
    options.savesAutomatically = settings.savesAutomatically
    options.fileName = settings.fileName
    options.writesSidecars = settings.sidecar
    options.spending = rules
    return TakeRunner(
      store: store, services: services,
      poller: Poller(schedule: schedule, clock: clock, work: world.work, clientFor: clientFor),
      downloader: Downloader(
        limit: settings.downloads, rate: settings.saveRate, clock: clock, work: world.work, clientFor: clientFor),
      clock: clock, options: options, logger: logger, work: world.work, report: report)
  }

  private static func rules(
    _ setup: ScriptSetup, _ prices: ScriptPrices, isDemo: Bool
  ) -> @Sendable (Take.Service, Timestamp) -> SpendingRules {
    let profiles = setup.settings.profiles
    return { service, now in
      let day = Day(now, utcOffset: 0)
      if isDemo { return SpendingRules(day: day) }
      return SpendingRules(limits: (profiles[service.profile] ?? Profile()).limits, prices: prices.table, day: day)
    }
  }

  /// Always the smallest number: due times are those of the tables.
  private struct NoJitter: RandomNumberGenerator, Sendable {
    mutating func next() -> UInt64 { 0 }
  }

  private static func status(isDemo: Bool, hasKey: Bool, _ language: Language) -> ServiceStatus {
    isDemo
      ? ServiceStatus(
        profile: "demo", host: Strings.demo(language), baseURL: "http://demo.localhost/v1", isDemo: true, hasKey: true)
      : ServiceStatus(
        profile: Profile.standardName, host: "api.huixingyun.com", baseURL: Profile.standardBaseURL, isDemo: false,
        hasKey: hasKey)
  }

  /// What the first frame shows: the draft and the newest takes, as the store has them.
  private static func firstState(
    _ setup: ScriptSetup, _ status: ServiceStatus, _ store: Store, _ prices: PriceTable, _ now: Timestamp
  ) throws -> State {
    var state = State(
      size: setup.size, now: now, utcOffset: 0, language: setup.language, settings: setup.settings, service: status)
    state.drawsPictures = setup.drawsPictures
    try state.recall(from: store)
    _ = state.apply(.rowsLoaded(try store.rowsNow(state.list.query)))
    _ = state.apply(.pricesLoaded(prices))
    _ = state.apply(.spendingLoaded(try store.spendingNow(status.profile, on: state.today)))
    if !status.hasKey, state.list.total == 0, state.prompt.isEmpty { state.openSetup(folder: ScriptWorld.shownFolder) }
    return state
  }
}
