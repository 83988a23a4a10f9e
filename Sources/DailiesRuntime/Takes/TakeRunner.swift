package import DailiesCore
package import DailiesStore
package import Logging
import VideosAPI
import VideosHTTP

/// Runs takes, from the recorded intent to the saved file, for the screens and the command line alike.
///
/// One yes leads to at most one accepted request: an intent is on disk before its first byte leaves, an id is on disk
/// before anybody sees it, and what may have been accepted is never sent again from here. Every change of a take is one
/// transaction of the store, and is reported only after it.
package actor TakeRunner {
  /// What can be chosen; a copy of the settings that matter here.
  package struct Options: Sendable {
    /// Takes of a profile sent at once.
    package var creates = 2
    /// Takes of a profile at the service at once, by its name; nil: any number.
    package var liveTakes: @Sendable (String) -> Int? = { _ in nil }
    package var savesAutomatically = true
    /// Whether the films of takes that are sent here are saved in any case.
    package var savesOwn = false
    /// Absolute path of the folder for films.
    package var folder: String
    /// Template of file names, see `FileName`.
    package var fileName = Settings().fileName
    /// Whether what is known of a film is written beside it, see `Sidecar`.
    package var writesSidecars = Settings().sidecar
    /// Whether to go on with transfers that other programs left behind, also when nothing is saved automatically.
    package var resumes = true
    /// Whether to watch and save takes. Without it only own takes are sent (`dailies new` without `--wait`).
    package var watches = true
    /// How long after a write of what the service said of takes the next one comes at the earliest.
    package var answerPause = Duration.zero
    /// Whether a transfer waits for the network as long as it takes; else it is given up after a few tries.
    package var isPatient = true
    /// What a yes to a service is held against at a moment: limits, prices and the local day.
    package var spending: @Sendable (Take.Service, Timestamp) -> SpendingRules = { _, now in
      SpendingRules(day: Day(now, utcOffset: 0))
    }

    package init(folder: String) { self.folder = folder }
  }

  let store: Store
  let services: ServiceBook
  let poller: Poller
  let downloader: Downloader
  let clock: ClockSource
  let work: WorkCounter
  let report: @Sendable (Action) -> Void
  let logger: Logger
  /// Tells of writes to the store (`StoreWatcher`).
  let storeWrites: @Sendable (String) -> AsyncStream<Void>
  var options: Options
  /// Whether films are saved by themselves as the settings say; `options` may differ from that for this run.
  var keptAutosave: Bool

  /// When own takes leave, by the clock that never jumps: countdowns, and waits that the service asked for.
  var departures: [Take.Number: Duration] = [:]
  /// Takes whose time has come; they wait for a free place.
  var queue = SendQueue()
  /// When a profile that had no room is tried again, whatever was heard.
  var nextLook = Duration.zero
  /// Takes that this program may send, as last read or written.
  var sendable: [Take.Number: Take] = [:]
  /// Takes that are being sent, and the names of their profiles.
  var sending: [Take.Number: String] = [:]
  /// How many are sent at once, where a service asked to slow down.
  var paces: [String: CreatePace] = [:]
  var isQueuePaused = false
  var batches = BatchBook()
  var isStopping = false

  /// The takes that the service works on, as last read or written.
  var watched: [Take.Number: Take] = [:]
  /// When the service last said of them how they stand.
  var heardOf: [Take.Number: Timestamp] = [:]
  /// Takes in whose life the clock on the wall was set: how long they took nobody knows.
  var mistimed: Set<Take.Number> = []
  /// Takes that were ready at the start and will be saved once this program has the lease.
  var unsaved: Set<Take.Number> = []
  /// Takes that this program saves, or asks the store for.
  var saving: Set<Take.Number> = []
  /// Those of them that find no way to the service.
  var wayless: Set<Take.Number> = []
  /// How far those of them are whose bytes arrive.
  var transfers: [Take.Number: TakeActivity.Transfer] = [:]
  /// Those of them for which there is no room on the disk.
  var lacking: [Take.Number: SpaceLack] = [:]
  /// Takes that another program is about to send, sends or saves. It may go without a word.
  var elsewhere: Set<Take.Number> = []
  /// Takes that somebody waits for here, and where their films go: saved here even if another program watches them.
  var folders: [Take.Number: String] = [:]
  var holdsLease = false
  /// Until when the lease is surely this program's.
  let term = LeaseTerm()
  var wallClock = WallClockWatch()
  /// Until then others may not have written by the clock on the wall as it is now: none of them is taken for gone.
  var othersUnknown = Duration.zero
  /// Until then the age of a lease tells nothing; nil before the first look.
  var leaseUnknown: Duration?
  /// The pass over all live takes that this program makes, and how often it was asked for one itself.
  var sync: SyncWork?
  var isSyncWanted = false
  /// Services that refused the key.
  var closedServices: Set<Take.Service> = []
  /// Services that were not reached when they were last asked.
  var unreached: Set<Take.Service> = []

  /// How often the service was asked since that was last kept.
  var newChecks: [Take.Number: Checks] = [:]
  /// When that was.
  var checksKept: Duration?

  var changeToken: ChangeToken?
  /// `WriteMark.foreign` at the last look; nil: what others wrote is still to be read.
  var foreignWrites: Int?
  /// What was told last of the way to each service.
  var networks: [Take.Service: NetworkState] = [:]
  var draftsMark: DraftsMark?
  var isReadingChanges = false
  var hasMoreChanges = false
  /// How often this program wrote a take: what was read before the last time may be old.
  var writes = 0
  /// What this program wrote of a take, until the store's own news of it have come round.
  var written: [Take.Number: Take] = [:]
  private var publications = 0
  private var latestPublication: [Take.Number: Int] = [:]
  private var counts = TakeCounts()

  /// Takes whose sidecars are to be written anew.
  let retold = AsyncStream.makeStream(of: [Take].self)

  let departureBell = Doorbell()
  let leaseBell = Doorbell()
  let sentBell = Doorbell()
  let heartBell = Doorbell()
  let syncBell = Doorbell()

  /// - Parameters:
  ///   - work: Counts the requests under way.
  ///   - storeWrites: Tells of writes to the store of that path, by whichever program.
  package init(
    store: Store, services: ServiceBook, poller: Poller, downloader: Downloader, clock: ClockSource, options: Options,
    logger: Logger, work: WorkCounter = WorkCounter(),
    storeWrites: @escaping @Sendable (String) -> AsyncStream<Void> = StoreWatcher.writes,
    report: @escaping @Sendable (Action) -> Void
  ) {
    self.store = store
    self.services = services
    self.poller = poller
    self.downloader = downloader
    self.clock = clock
    self.work = work
    self.options = options
    keptAutosave = options.savesAutomatically
    self.logger = logger
    self.storeWrites = storeWrites
    self.report = report
  }

  /// Runs until cancelled. Call `stop(within:)` first, so that what has not left is held and what is on its way is heard.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.sendDepartures() }
      group.addTask { await self.keepHeartbeat() }
      group.addTask { await self.followWords() }
      guard options.watches else {
        group.addTask { await self.recoverOrLog() }
        return
      }
      group.addTask { await self.watchTakes() }
      group.addTask { await self.followPoller() }
      group.addTask { await self.followDownloader() }
      group.addTask { await self.poller.run() }
      group.addTask { await self.downloader.run() }
      group.addTask { await self.checkStore() }
    }
  }

  /// Holds what has not left, and waits at most `limit` for answers to what is on its way.
  package func stop(within limit: Duration) async {
    isStopping = true
    // Forgotten before anything is waited for: none of them may leave while others are being written down.
    let unsent = Set(departures.keys).union(queue.numbers).subtracting(sending.keys).sorted()
    departures = [:]
    _ = queue.removeAll()
    departureBell.ring()
    for number in unsent { await change(number) { $0.hold(.interrupted) } }
    let deadline = clock.elapsed() + limit
    while !sending.isEmpty, clock.elapsed() < deadline { await sentBell.wait(until: deadline, on: clock) }
    await keepChecks()
  }

  private func isInHand(_ number: Take.Number) -> Bool {
    departures[number] != nil || queue.contains(number) || sending[number] != nil || saving.contains(number)
  }

  /// The takes whose request is under way.
  package var underWay: [Take.Number] { sending.keys.sorted() }

  package func setAutosave(_ isOn: Bool) async {
    options.savesAutomatically = isOn
    if isOn, holdsLease { await saveUnfinished() }
  }

  /// Changes a take in the store and reports what became of it.
  ///
  /// - Returns: The take as it now stands; nil when it has moved on or the store could not be written (which is reported).
  @discardableResult
  func change(
    _ number: Take.Number, answer: TakeAnswer? = nil, _ body: @escaping @Sendable (inout Take) -> Bool
  ) async -> Take? {
    do {
      return try await write(number, answer, body)
    } catch {
      report(.noted(Note(Problem(error))))
      logger.error("store: \(error)")
      return nil
    }
  }

  /// As `change`, but however long the disk refuses: for what would be lost otherwise, as nobody tells it again.
  ///
  /// - Parameter refused: Called every time that the store could not be written; reports that by default.
  /// - Returns: The take as it now stands; nil when it has moved on, or when the task was cancelled before it was written.
  @discardableResult
  func changeAtLast(
    _ number: Take.Number, answer: TakeAnswer? = nil, refused: ((StoreError) -> Void)? = nil,
    _ body: @escaping @Sendable (inout Take) -> Bool
  ) async -> Take? {
    while true {
      do {
        return try await write(number, answer, body)
      } catch {
        if let refused { refused(error) } else { report(.noted(Note(Problem(error)))) }
        logger.error("\(number): \(error)")
        guard (try? await clock.sleep(clock.elapsed() + .seconds(2))) != nil else { return nil }
      }
    }
  }

  /// As `change` for each of them, in order, and all in one transaction.
  ///
  /// - Returns: Those that were changed, as they now stand.
  func change(all changes: [TakeUpdate]) async -> [Take.Number: Take] {
    guard !changes.isEmpty else { return [:] }
    do {
      return await told(try await write(changes), changes)
    } catch {
      report(.noted(Note(Problem(error))))
      logger.error("store: \(error)")
      return [:]
    }
  }

  /// As `changeAtLast` for each of them, in order, and all in one transaction.
  func changeAtLast(all changes: [TakeUpdate]) async {
    if let kept = await writeAtLast(changes) { _ = await told(kept, changes) }
  }

  private func told(_ kept: KeptChanges, _ changes: [TakeUpdate]) async -> [Take.Number: Take] {
    for change in changes { if let take = kept.takes[change.number] { await publish(take, counting: kept.counts) } }
    return kept.takes
  }

  typealias KeptChanges = (takes: [Take.Number: Take], counts: TakeCounts)

  private func write(_ changes: [TakeUpdate]) async throws(StoreError) -> KeptChanges {
    let kept = try await store.change(all: changes, now: clock.now())
    writes += 1
    written.merge(kept.takes) { $1 }
    return kept
  }

  /// Writes changes however long the disk refuses, and tells of none yet; nil when the task was cancelled before.
  func writeAtLast(_ changes: [TakeUpdate]) async -> KeptChanges? {
    while true {
      do {
        return try await write(changes)
      } catch {
        report(.noted(Note(Problem(error))))
        logger.error("store: \(error)")
        guard (try? await clock.sleep(clock.elapsed() + .seconds(2))) != nil else { return nil }
      }
    }
  }

  private func write(
    _ number: Take.Number, _ answer: TakeAnswer?, _ body: @escaping @Sendable (inout Take) -> Bool
  ) async throws(StoreError) -> Take? {
    let take = try await store.change(number, answer: answer, now: clock.now(), body)
    guard let take else { return nil }
    await wrote(take)
    return take
  }

  /// This program wrote a take: it is told now, and the store's own news of it are none any more.
  func wrote(_ take: Take) async {
    writes += 1
    written[take.number] = take
    await publish(take)
  }

  /// Tells of a take as the store has it. When a newer word about it comes in between, only that one is told.
  ///
  /// - Parameter known: The counts where they were read with it.
  func publish(_ take: Take, counting known: TakeCounts? = nil) async {
    let number = take.number
    publications += 1
    let publication = publications
    latestPublication[number] = publication
    noteInQueue(take)
    await note(take)
    if let known { counts = known } else { counts = await currentCounts() }
    guard latestPublication[number] == publication else { return }
    latestPublication[number] = nil
    report(.takeChanged(take, counts))
    await followBatch(take)
  }

  /// The store's counts; the last known ones when it cannot be read: what became of a take is told in any case.
  func currentCounts() async -> TakeCounts { (try? await store.counts()) ?? counts }

  /// Keeps the books of what is watched and wanted in step with a take.
  func note(_ take: Take) async {
    let number = take.number
    let wasWatched = watched[number] != nil
    watched[number] = take.phase.isWatched ? take : nil
    if !take.phase.isWatched {
      heardOf[number] = nil
      mistimed.remove(number)
    }
    if [.leaving, .sending, .saving].contains(take.phase), !isInHand(number) {
      if elsewhere.insert(number).inserted { leaseBell.ring() }
    } else {
      elsewhere.remove(number)
    }
    await mindSaving(take)
    if take.phase != .ready, take.phase != .saving, unsaved.remove(number) != nil { leaseBell.ring() }
    if wasWatched != take.phase.isWatched { leaseBell.ring() }
    if take.phase.isWatched {
      if holdsLease { await poller.add(take) }
    } else if wasWatched {
      await poller.remove(number)
      await checked(number)
    }
  }
}
