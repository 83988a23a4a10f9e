package import DailiesCore
package import DailiesStore
package import Logging
import Synchronization

/// Writes the draft to the store, in order and beside everything else: no other effect delays a person's words.
package final class DraftWriter: Sendable {
  private struct Job: Sendable {
    var record: DraftRecord
    var revision: Int
    /// The draft before is finished; this is another one.
    var begins: Bool
  }

  private struct State {
    /// The draft before was not ended yet, because the store could not be written.
    var mustBegin = false
    /// What the store would not take; nil when all is written.
    var unwritten: DraftRecord?
  }

  private let store: Store
  private let clock: ClockSource
  private let logger: Logger
  private let report: @Sendable (Action) -> Void
  private let jobs: AsyncStream<Job>
  private let queue: AsyncStream<Job>.Continuation
  private let end: AsyncStream<Never>
  private let ending: AsyncStream<Never>.Continuation
  private let state = Mutex(State())

  package init(store: Store, clock: ClockSource, logger: Logger, report: @escaping @Sendable (Action) -> Void) {
    self.store = store
    self.clock = clock
    self.logger = logger
    self.report = report
    (jobs, queue) = AsyncStream.makeStream()
    (end, ending) = AsyncStream.makeStream()
  }

  package func save(_ record: DraftRecord, revision: Int) {
    queue.yield(Job(record: record, revision: revision, begins: false))
  }

  /// Ends the draft that was written so far and begins another.
  package func begin(_ record: DraftRecord, revision: Int) {
    queue.yield(Job(record: record, revision: revision, begins: true))
  }

  package func finish() { queue.finish() }

  /// Writes what comes until `finish()`. What the store did not take is tried once more at the end.
  package func run() async {
    for await job in jobs { await write(job) }
    if let record = unwritten { await write(Job(record: record, revision: -1, begins: false)) }
    ending.finish()
  }

  /// Returns when all is written that came before `finish()`. For one caller.
  ///
  /// - Returns: The draft that could not be written; nil when all is well.
  package func waitForEnd() async -> DraftRecord? {
    for await _ in end {}
    return unwritten
  }

  private var unwritten: DraftRecord? { state.withLock(\.unwritten) }

  private func write(_ job: Job) async {
    let begins = state.withLock { state in
      state.unwritten = job.record
      state.mustBegin = state.mustBegin || job.begins
      return state.mustBegin
    }
    do {
      if begins {
        // Never before the draft before is ended: it would be written over.
        try await store.beginDraft(now: clock.now())
        state.withLock { $0.mustBegin = false }
      }
      try await store.saveDraft(job.record, now: clock.now())
      state.withLock { $0.unwritten = nil }
      if job.revision >= 0 { report(.draftSaved(revision: job.revision)) }
    } catch {
      logger.error("draft: \(error)")
      report(.draftNotSaved(Problem(error)))
    }
  }
}
