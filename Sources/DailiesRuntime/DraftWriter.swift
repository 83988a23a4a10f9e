package import DailiesCore
package import DailiesStore
import Dispatch
package import Logging
import Synchronization

/// Does in the store what drafts ask for, in order and beside everything else: no other effect delays a person's words.
package final class DraftWriter: Sendable {
  private enum Request: Sendable {
    case write(Words)
    case settle
    case name(String?)
    case open(DraftID)
    case change(DraftChange)
    case load(DraftQuery)
    case search(HistoryQuery)
    /// Is told when all before it is done.
    case mark(DispatchSemaphore)
  }

  private struct Words: Sendable {
    var record: DraftRecord
    var revision: Int
    /// The draft before is left; this is another one.
    var begins: Bool
  }

  private let store: Store
  private let clock: ClockSource
  private let logger: Logger
  private let report: @Sendable (Action) -> Void
  private let requests: AsyncStream<Request>
  private let queue: AsyncStream<Request>.Continuation
  private let end: AsyncStream<Never>
  private let ending: AsyncStream<Never>.Continuation
  /// The newest questions. Of those that waited, the older ones are passed over: nobody looks at their answers, and words
  /// wait behind them.
  private let asked = Mutex<(list: DraftQuery?, search: HistoryQuery?)>((nil, nil))
  /// What the store has not taken yet, in order, each draft once.
  private let unwritten = Mutex([Words]())

  package init(store: Store, clock: ClockSource, logger: Logger, report: @escaping @Sendable (Action) -> Void) {
    self.store = store
    self.clock = clock
    self.logger = logger
    self.report = report
    (requests, queue) = AsyncStream.makeStream()
    (end, ending) = AsyncStream.makeStream()
  }

  /// Takes an effect that concerns drafts.
  ///
  /// - Returns: False when it does not.
  package func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .saveDraft(let record, let revision):
      queue.yield(.write(Words(record: record, revision: revision, begins: false)))
    case .beginDraft(let record, let revision):
      queue.yield(.write(Words(record: record, revision: revision, begins: true)))
    case .settleDraft: queue.yield(.settle)
    case .nameDraft(let name): queue.yield(.name(name))
    case .openDraft(let id): queue.yield(.open(id))
    case .changeDraft(let change): queue.yield(.change(change))
    case .loadDrafts(let query):
      asked.withLock { $0.list = query }
      queue.yield(.load(query))
    case .loadHistory(let query):
      asked.withLock { $0.search = query }
      queue.yield(.search(query))
    default: return false
    }
    return true
  }

  package func finish() { queue.finish() }

  /// Returns when all is written that came before, or could not be, or when `limit` has passed. It is waited for on the calling
  /// thread, which must be the program's first.
  package func waitForWrites(atMost limit: Duration) {
    let isDone = DispatchSemaphore(value: 0)
    guard case .enqueued = queue.yield(.mark(isDone)) else { return }
    _ = isDone.wait(timeout: .now() + .milliseconds(Int(limit.milliseconds)))
  }

  /// Does what comes until `finish()`. What the store did not take is tried once more at the end.
  package func run() async {
    for await request in requests { await perform(request) }
    try? await writeAll()
    try? await store.settleDraft()
    ending.finish()
  }

  /// Returns when all is written that came before `finish()`. For one caller.
  ///
  /// - Returns: The drafts that could not be written, each as it was last; none when all is well.
  package func waitForEnd() async -> [DraftRecord] {
    for await _ in end {}
    return unwritten.withLock { $0.map(\.record) }
  }

  private func perform(_ request: Request) async {
    do {
      switch request {
      case .write(let words):
        keep(words)
        try await writeAll()
      case .settle: try await store.settleDraft()
      case .name(let name):
        // As below: the name belongs to the draft that is still to be written.
        try await writeAll()
        try await store.nameOpenDraft(name)
      case .open(let id):
        // What could not be written yet would be written into the other draft.
        try await writeAll()
        let opened = try await store.openDraft(id, now: clock.now())
        report(opened.map { .draftOpened($0) } ?? .draftNotOpened(nil))
      case .change(let change): _ = try await store.changeDraft(change, now: clock.now())
      case .search(let query):
        guard asked.withLock({ $0.search == query }) else { return }
        report(.historyLoaded(try await store.history(query)))
      case .mark(let isDone): isDone.signal()
      case .load(let query):
        guard asked.withLock({ $0.list == query }) else { return }
        report(.draftsLoaded(try await store.drafts(query)))
      }
    } catch {
      logger.error("draft: \(error)")
      switch request {
      case .write: report(.draftNotSaved(Problem(error)))
      case .open: report(.draftNotOpened(Problem(error)))
      case .search: report(.historyNotLoaded(Problem(error)))
      // What is on disk stays as it is.
      case .settle, .mark: break
      case .name, .change, .load: report(.noted(Note(Problem(error))))
      }
    }
  }

  private func keep(_ words: Words) {
    unwritten.withLock { unwritten in
      if !words.begins, let last = unwritten.indices.last {
        unwritten[last].record = words.record
        unwritten[last].revision = words.revision
      } else {
        unwritten.append(words)
      }
    }
  }

  private func writeAll() async throws(StoreError) {
    while let words = unwritten.withLock(\.first) {
      // Never before the draft before is left: it would be written over.
      if words.begins { try await store.beginDraft(now: clock.now()) }
      let id = try await store.saveDraft(words.record, now: clock.now())
      unwritten.withLock { _ = $0.removeFirst() }
      report(.draftSaved(revision: words.revision, id: id))
    }
  }
}
