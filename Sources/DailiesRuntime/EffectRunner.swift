package import DailiesCore
package import DailiesStore
package import Logging
import VideosAPI
import VideosHTTP

/// Performs the effects of the screens, one after the other, and answers with actions. What concerns the life of a take
/// goes to `TakeRunner`.
package struct EffectRunner: Sendable {
  package let store: Store
  package let runner: TakeRunner
  package let clock: ClockSource
  package let logger: Logger
  /// The service that new takes go to.
  package let service: @Sendable () -> Take.Service
  package let saveSetup: @Sendable (SetupAnswers) async -> Action
  package let saveSetting: @Sendable (SettingChange) async -> Action
  package let useProfile: @Sendable (String) async -> Action
  /// Why no film can be saved in a folder; nil: it can.
  package let folderFlaw: @Sendable (String) async -> String?
  /// The price table, and what changes it.
  package let prices: PriceAccess
  /// Reads the files of snippets and answers `.snippetsLoaded`.
  package let loadSnippets: @Sendable () async -> Action
  /// Keeps what the terminal said of itself: `.keepWidths` and `.adoptBackground`.
  package let keepTerminal: @Sendable (Effect) async -> Void
  /// What lies at the address of a picture.
  package let probe: @Sendable (String) async -> ImageFinding
  package let pictures: PictureWorkshop
  package let report: @Sendable (Action) -> Void
  /// Writes the draft, beside all other effects.
  package let drafts: DraftWriter
  private let player: @Sendable () -> String?
  private let notifyCommand: NotifyCommand
  /// Folder of the files of wildcards.
  private let wildcards: String
  private let drawings = DrawingLane()
  private let frameLane: FrameLane
  private let keepFrame: @Sendable (String, Int) async -> Result<ReferenceImage, FrameTrouble>
  let glance: FrameAccess.Glance
  private let effects: AsyncStream<(Effect, ReadingTurns.Turn?)>
  private let continuation: AsyncStream<(Effect, ReadingTurns.Turn?)>.Continuation
  private let turns = ReadingTurns()

  /// - Parameters:
  ///   - frames: Makes pictures of films.
  ///   - player: The command that plays a film; nil: see `Player`.
  ///   - notifyCommand: The command that calls somebody, as it was set; nil: there is none.
  ///   - wildcards: Absolute path of the folder of wildcards; empty: there are none.
  package init(
    store: Store, runner: TakeRunner, clock: ClockSource, logger: Logger,
    service: @escaping @Sendable () -> Take.Service, saveSetup: @escaping @Sendable (SetupAnswers) async -> Action,
    saveSetting: @escaping @Sendable (SettingChange) async -> Action,
    useProfile: @escaping @Sendable (String) async -> Action,
    folderFlaw: @escaping @Sendable (String) async -> String? = { await FilmFolder.flaw(of: $0) },
    prices: PriceAccess = .none,
    probe: @escaping @Sendable (String) async -> ImageFinding = { _ in .answers },
    pictures: PictureWorkshop = PictureWorkshop(),
    frames: FrameAccess = .none,
    keepTerminal: @escaping @Sendable (Effect) async -> Void = { _ in },
    loadSnippets: @escaping @Sendable () async -> Action = { .snippetsLoaded(SnippetLibrary(), warnings: []) },
    player: @escaping @Sendable () -> String? = { nil },
    notifyCommand: @escaping @Sendable () -> String? = { nil }, wildcards: String = "",
    report: @escaping @Sendable (Action) -> Void
  ) {
    drafts = DraftWriter(store: store, clock: clock, logger: logger, report: report)
    frameLane = FrameLane(work: runner.work, draw: frames.draw, report: report)
    keepFrame = frames.keep
    glance = frames.glance
    self.player = player
    self.notifyCommand = NotifyCommand(notifyCommand)
    self.wildcards = wildcards
    self.store = store
    self.runner = runner
    self.clock = clock
    self.logger = logger
    self.service = service
    self.saveSetup = saveSetup
    self.saveSetting = saveSetting
    self.useProfile = useProfile
    self.folderFlaw = folderFlaw
    self.prices = prices
    self.keepTerminal = keepTerminal
    self.loadSnippets = loadSnippets
    self.probe = probe
    self.pictures = pictures
    self.report = report
    (effects, continuation) = AsyncStream.makeStream()
  }

  /// Takes an effect; returns at once. Effects are performed in the order of the calls, those of the draft in an order of
  /// their own.
  package func perform(_ effect: Effect) {
    if !drafts.perform(effect) { continuation.yield((effect, turns.take(for: effect))) }
  }

  /// No effect comes any more: `run()` returns when those that are there are done.
  package func finish() {
    drafts.finish()
    continuation.finish()
  }

  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await drafts.run() }
      await withDiscardingTaskGroup { slow in
        /// What may take long does not hold up the others, nor the end. It is counted from before it starts.
        func start(_ body: @escaping @Sendable () async -> Void) {
          runner.work.begin()
          slow.addTask {
            await body()
            runner.work.end()
          }
        }
        slow.addTask { await frameLane.run() }
        for await (effect, turn) in effects where turns.isLast(turn) {
          switch effect {
          case .drawFrames(let wishes): frameLane.want(wishes)
          case .keepFrame(let number, let path, let frame): start { await keep(frame, of: path, number) }
          // A player may run for hours: it is no work that comes to an end by itself.
          case .play(let path): slow.addTask { await play(path) }
          case .showInFolder(let path):
            slow.addTask { if let note = await FolderShower().show(path) { report(.noted(note)) } }
          // Somebody's own program, however long it takes: cut off, and nothing waits for it.
          case .runNotifyCommand(let notice): slow.addTask { await notify(notice) }
          case .loadModels: start { await loadModels() }
          case .loadSnippets: start { report(await loadSnippets()) }
          case .loadWildcards: start { report(.wildcardsLoaded(await WildcardFolder.read(wildcards))) }
          case .checkImage(let image):
            start { report(.imageChecked(image, await ReferencePicture.check(image, probe: probe))) }
          case .drawPicture(.file(let path), let size):
            let stopped = drawings.begin()
            start { await draw(path, size, until: stopped) }
          case .fitPicture(.file(let path), let facts, let fit, let frame):
            start { await make(path, facts, fit, frame) }
          case .exportTakes(let order): start { await exportTakes(order) }
          case .listFolder(let folder): start { report(.folderListed(await PictureFile.list(folder))) }
          // Never behind anything slow: what is leaving does not wait.
          case .takeBack(let numbers): start { await runner.takeBack(numbers) }
          case .importTakes(let ids): start { report(.takesImported(await runner.importTakes(ids, for: service()))) }
          case .settle(let number, let settlement): start { await runner.settle(number, settlement) }
          default: await performNow(effect)
          }
        }
        slow.cancelAll()
      }
    }
  }

  private func performNow(_ effect: Effect) async {
    do {
      try await performInStore(effect)
    } catch {
      logger.error("store: \(error)")
      report(.noted(Note(Problem(error))))
    }
    switch effect {
    case .confirm(let confirmation, let service, let countdown):
      await runner.confirm(confirmation, for: service, countdown: countdown)
    case .sendNow(let numbers): await runner.sendNow(numbers)
    case .release(let numbers, let countdown): await runner.release(numbers, countdown: countdown)
    case .pauseQueue(let isPaused): await runner.pauseQueue(isPaused)
    case .moveInQueue(let number, let step): await runner.moveInQueue(number, by: step)
    case .save(let numbers): await runner.save(numbers)
    case .pauseSaving(let numbers): await runner.pauseSaving(numbers)
    case .checkNow(let numbers): await runner.checkNow(numbers)
    case .loadEvents(let number): await runner.tellChecks(of: number)
    case .changeTakes(let numbers, let change): await runner.edit(numbers, change)
    case .replay(let act, let way): await runner.replay(act, way)
    case .selectTake(let number): await runner.select(number)
    case .seeTakes(let numbers): await runner.poller.see(numbers)
    case .setAutosave(let isOn): await runner.setAutosave(isOn)
    case .saveSetup(let answers):
      report(await saveSetup(answers))
      await runner.serviceChanged()
    case .stopDrawing: drawings.stop()
    case .loadPrices: await loadPrices()
    case .addPrice(let price):
      let problem = await prices.add(price)
      await loadPrices()
      if let problem { return report(.noted(Note(problem))) }
      report(
        .noted(
          Note(Strings.priceAdded, price.model, price.perSecond.text, price.since.description, tone: .good)))
    case .readText(let file): report(.textEdited(await FileWork.perform { TextFile(path: file).read() }))
    case .forgetText(let file): await FileWork.perform { TextFile(path: file).remove() }
    case .saveSetting(let change): report(await saveSetting(change))
    case .useProfile(let name): report(await useProfile(name))
    case .checkFolder(let folder):
      if let reason = await folderFlaw(folder) { report(.folderRefused(folder, reason: reason)) }
    case .keepWidths, .adoptBackground: await keepTerminal(effect)
    case .quit, .startDemo, .redraw, .suspend, .reportMouse, .measureTerminal, .loadSnippets, .copy, .copyRecords,
      .saveDraft, .settleDraft, .beginDraft, .nameDraft, .openDraft, .changeDraft, .loadDrafts, .loadHistory, .loadRows,
      .loadLiveTakes, .loadTimes, .loadNumbers, .countUnjudged, .loadEvening, .loadFamily, .loadTagNames,
      .loadShotNames,
      .rememberCommands,
      .loadLessons, .settle, .importTakes, .play, .showInFolder, .loadModels,
      .takeBack, .findTakes, .notify, .runNotifyCommand, .checkImage, .loadWildcards, .loadSpending, .loadLedger,
      .exportLedger, .exportTakes,
      .editText, .rememberCanary, .listFolder,
      .drawPicture, .fitPicture, .drawFrames, .keepFrame, .findMatch, .loadViews, .keepView, .removeView, .rememberSort:
      break
    }
  }

  private func performInStore(_ effect: Effect) async throws(StoreError) {
    switch effect {
    case .loadRows(let query):
      report(.rowsLoaded(try await store.rows(query)))
    case .findMatch(let search): report(.matchFound(search, try await store.match(search)))
    case .loadViews: report(.viewsLoaded(try await store.views()))
    case .keepView(let view):
      try await store.keepView(view)
      report(.viewsLoaded(try await store.views()))
    case .removeView(let name):
      try await store.removeView(named: name)
      report(.viewsLoaded(try await store.views()))
    case .rememberSort(let sort): try await store.remember(Memories.sort, sort)
    case .loadLiveTakes:
      let unsure = try await store.rows(TakeQuery(view: .unsure, range: 0..<100)).rows
      let takes = try await store.watched() + store.unsent() + store.unfinished() + unsure
      report(.liveTakesLoaded(takes))
    case .loadNumbers(let query):
      // Answered in any case: until then the marks are not acted on.
      var numbers: [Take.Number] = []
      defer { report(.numbersLoaded(query, numbers)) }
      numbers = try await store.numbers(query)
    case .loadTagNames: report(.tagNamesLoaded(try await store.tagNames()))
    case .loadShotNames: report(.shotNamesLoaded(try await store.shotNames()))
    case .findTakes(let numbers, let command):
      var takes: [Take] = []
      var missing: [Take.Number] = []
      defer { report(.takesFound(takes, missing: missing, for: command)) }
      takes = try await store.takes(numbers)
      let found = Set(takes.map(\.number))
      missing = numbers.filter { !found.contains($0) }
    case .rememberCommands(let commands): try await store.remember(RecentCommands.key, commands.map(\.name))
    case .rememberCanary(let canary):
      try await store.remember(Memories.canary, canary)
    case .loadTimes: report(.timesLoaded(try await store.times()))
    case .loadLessons(let baseURL):
      report(.lessonsLoaded(try await store.lessons(baseURL: baseURL)))
    case .loadEvents(let number):
      let answer = try await store.answers(of: number).last?.body
      report(.eventsLoaded(number, try await store.events(of: number), answer: answer))
    case .countUnjudged(let since): report(.unjudgedCounted(try await store.unjudged(since: since)))
    case .loadFamily(let number): report(.familyLoaded(number, try await store.family(of: number)))
    case .loadEvening(let since):
      // Answered in any case: where nothing is drawn, lines wait for it.
      var evening = Evening()
      defer { report(.eveningLoaded(evening)) }
      evening = try await store.evening(since: since)
    case .loadSpending(let profile, let day):
      report(.spendingLoaded(try await store.spending(profile, on: day)))
    case .loadLedger(let query):
      report(.ledgerLoaded(try await store.ledger(query)))
    case .exportLedger(let query, let path):
      report(await LedgerExport.write(try await store.ledger(query), to: path))
    default: break
    }
  }

  private func loadPrices() async {
    let (table, warnings) = await prices.load()
    report(.pricesLoaded(table))
    for warning in warnings { report(.noted(warning)) }
  }

  private func loadModels() async {
    let service = service()
    guard let client = await runner.services.client(for: service) else {
      return report(.modelsNotLoaded(await runner.services.keyMissing(for: service)))
    }
    runner.work.begin()
    defer { runner.work.end() }
    do {
      report(.modelsLoaded(try await client.models().videoModels.map(\.id), profile: service.profile))
    } catch {
      report(.modelsNotLoaded(Problem(error)))
    }
  }

  private func draw(_ path: String, _ size: VideoSize, until stopped: AsyncStream<Void>) async {
    let drawing = await drawings.run(until: stopped) {
      await pictures.draw(path, width: size.width, height: size.height)
    }
    if let drawing { report(.pictureDrawn(.file(path: path), drawing)) }
  }

  private func make(_ path: String, _ facts: PictureFacts, _ fit: PictureFit, _ frame: VideoSize) async {
    let image = ReferenceImage.file(path: path)
    switch await pictures.fit(path, facts, fit, frame: frame) {
    case .success(let new): report(.pictureFitted(image, new))
    case .failure(let trouble): report(.pictureNotFitted(image, trouble.note))
    }
  }

  private func keep(_ frame: Int, of path: String, _ number: Take.Number) async {
    switch await keepFrame(path, frame) {
    case .success(let image): report(.frameKept(number, image))
    case .failure(.unreadable(let reason)):
      report(.frameNotKept(number, Note(Strings.frameNotKept, reason: reason, tone: .bad)))
    case .failure(let trouble): report(.frameNotKept(number, trouble.note))
    }
  }

  private func notify(_ notice: Notice) async {
    if let note = await notifyCommand.run(notice) { report(.noted(note)) }
  }

  private func play(_ path: String) async {
    if let problem = await Player.play(path, with: player()) { report(.noted(Note(problem))) }
  }
}

/// The names under which the store keeps what the screens remember.
package enum Memories {
  /// A `Canary?`: as it was chosen last.
  package static let canary = "review.canary"
  /// A `TakeSort`: the order of the list.
  package static let sort = "list.sort"
}
