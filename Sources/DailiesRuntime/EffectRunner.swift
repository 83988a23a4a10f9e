package import DailiesCore
package import DailiesStore
package import Logging

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
  /// Why no film can be saved in a folder; nil: it can.
  package let folderFlaw: @Sendable (String) async -> String?
  package let report: @Sendable (Action) -> Void
  /// Writes the draft, beside all other effects.
  package let drafts: DraftWriter
  private let player: String?
  private let effects: AsyncStream<Effect>
  private let continuation: AsyncStream<Effect>.Continuation

  /// - Parameter player: The command that plays a film; nil: see `Player`.
  package init(
    store: Store, runner: TakeRunner, clock: ClockSource, logger: Logger,
    service: @escaping @Sendable () -> Take.Service, saveSetup: @escaping @Sendable (SetupAnswers) async -> Action,
    folderFlaw: @escaping @Sendable (String) async -> String? = { await FilmFolder.flaw(of: $0) },
    player: String? = nil, report: @escaping @Sendable (Action) -> Void
  ) {
    drafts = DraftWriter(store: store, clock: clock, logger: logger, report: report)
    self.player = player
    self.store = store
    self.runner = runner
    self.clock = clock
    self.logger = logger
    self.service = service
    self.saveSetup = saveSetup
    self.folderFlaw = folderFlaw
    self.report = report
    (effects, continuation) = AsyncStream.makeStream()
  }

  /// Takes an effect; returns at once. Effects are performed in the order of the calls, those of the draft in an order of
  /// their own.
  package func perform(_ effect: Effect) {
    switch effect {
    case .saveDraft(let record, let revision): drafts.save(record, revision: revision)
    case .beginDraft(let record, let revision): drafts.begin(record, revision: revision)
    default: continuation.yield(effect)
    }
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
        for await effect in effects {
          switch effect {
          // What may take long does not hold up the others, nor the end.
          case .play(let path): slow.addTask { await play(path) }
          case .checkImage(let image): slow.addTask { await check(image) }
          case .importTake(let id): slow.addTask { await runner.importTake(id: id, for: service()) }
          case .settle(let number, let settlement): slow.addTask { await runner.settle(number, settlement) }
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
    case .confirm(let confirmation, let countdown):
      await runner.confirm(confirmation, for: service(), countdown: countdown)
    case .takeBack(let numbers): await runner.takeBack(numbers)
    case .sendNow(let numbers): await runner.sendNow(numbers)
    case .release(let numbers, let countdown): await runner.release(numbers, countdown: countdown)
    case .save(let numbers): await runner.save(numbers)
    case .checkNow(let numbers): await runner.checkNow(numbers)
    case .hide(let numbers, let isHidden): await runner.hide(numbers, isHidden)
    case .selectTake(let number): await runner.select(number)
    case .setAutosave(let isOn): await runner.setAutosave(isOn)
    case .saveSetup(let answers):
      report(await saveSetup(answers))
      await runner.serviceChanged()
    case .checkFolder(let folder):
      if let reason = await folderFlaw(folder) { report(.folderRefused(folder, reason: reason)) }
    case .quit, .startDemo, .redraw, .suspend, .reportMouse, .copy, .copyRecord, .saveDraft, .beginDraft, .loadRows,
      .loadLiveTakes, .loadEvents, .loadLessons, .settle, .importTake, .play, .checkImage:
      break
    }
  }

  private func performInStore(_ effect: Effect) async throws(StoreError) {
    switch effect {
    case .loadRows(let query):
      report(.rowsLoaded(try await store.rows(query)))
    case .loadLiveTakes:
      let unsure = try await store.rows(TakeQuery(view: .unsure, range: 0..<100)).rows
      let takes = try await store.watched() + store.unsent() + store.unfinished() + unsure
      report(.liveTakesLoaded(takes))
    case .loadLessons(let baseURL):
      report(.lessonsLoaded(try await store.lessons(baseURL: baseURL)))
    case .loadEvents(let number):
      let answer = try await store.answers(of: number).last?.body
      report(.eventsLoaded(number, try await store.events(of: number), answer: answer))
    default: break
    }
  }

  private func check(_ image: ReferenceImage) async {
    do {
      _ = try await ReferencePicture.load(image)
    } catch {
      report(.imageRefused(image, error))
    }
  }

  private func play(_ path: String) async {
    if let problem = await Player.play(path, with: player) { report(.noted(Note(problem))) }
  }
}
