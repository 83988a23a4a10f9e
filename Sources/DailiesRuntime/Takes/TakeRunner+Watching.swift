package import DailiesCore
import DailiesStore
import Logging
import VideosAPI
import VideosHTTP

/// The questions to the service, and what other programs do to the same store.
extension TakeRunner {
  /// Shows and watches what is in the store, and what other programs write to it.
  func watchTakes() async {
    // Listens before it reads: what is written in between is not missed.
    let changes = storeWrites(store.path)
    await poller.keep(to: term)
    await readStore()
    await lookAround()
    await withDiscardingTaskGroup { group in
      group.addTask { await self.keepLease() }
      group.addTask {
        for await _ in changes { await self.lookAround() }
      }
    }
  }

  /// Reads what goes on, as often as it takes: a take that is not read is not watched.
  private func readStore() async {
    while !Task.isCancelled {
      do {
        changeToken = try await store.changes(since: nil).token
        heard(isPaused: try await store.isQueuePaused())
        try await recover()
        for take in try await store.watched() { watched[take.number] = take }
        if options.savesAutomatically {
          for take in try await store.unfinished() where take.isToBeSaved { unsaved.insert(take.number) }
        }
        return
      } catch {
        logger.error("store: \(error)")
        report(.noted(Note(Problem(error))))
        try? await clock.sleep(clock.elapsed() + .seconds(2))
      }
    }
  }

  /// Takes in what other programs have written since the last look. Whoever hears of a write calls it, and the beat of
  /// the lease, for file systems that tell nothing.
  func lookAround() async {
    do {
      // The wish may be this program's own.
      if isSyncWanted { try await lookAtSync() }
      let before = writes
      let mark = try await store.writeMark()
      guard mark.foreign != foreignWrites else { return passOver(mark, writtenBefore: before) }
      // Noted before anything is read: what is written meanwhile is looked at the next time.
      foreignWrites = mark.foreign
      try await readChanges()
      try await lookAtQueue()
      try await lookAtSync()
      try await lookAtDrafts()
      try await lookAtNetworks()
    } catch {
      foreignWrites = nil
      guard !Task.isCancelled else { return }
      logger.error("store: \(error)")
    }
  }

  /// All that was written is this program's own, and was told when it was written.
  private func passOver(_ mark: WriteMark, writtenBefore: Int) {
    guard writtenBefore == writes, !isReadingChanges else { return }
    changeToken = mark.token
    written = [:]
  }

  private func readChanges() async throws(StoreError) {
    guard !isReadingChanges else {
      hasMoreChanges = true
      return
    }
    isReadingChanges = true
    defer { isReadingChanges = false }
    repeat {
      hasMoreChanges = false
      while !Task.isCancelled {
        let before = writes
        let changes = try await store.changes(since: changeToken)
        guard !changes.takes.isEmpty else { break }
        changeToken = changes.token
        for take in changes.takes {
          var take = take
          var seen = before
          // Read before the last write of this program: it may be older than what was told already.
          while seen != writes {
            seen = writes
            take = (try? await store.take(take.number)) ?? take
          }
          await takeIn(take)
        }
      }
    } while hasMoreChanges
  }

  /// Tells of a take that was changed, unless it was here.
  private func takeIn(_ take: Take) async {
    guard written.removeValue(forKey: take.number) != take else { return }
    guard !take.phase.isWatched || watched[take.number] != take else { return }
    await publish(take)
    // Another program may have brought it in, or watch it without saving it.
    let isWanted = holdsLease || folders[take.number] != nil
    if take.isToBeSaved, take.problem == nil, isWanted, savesByItself(take.number) { await save(take) }
  }

  /// Another program may have changed the drafts that are shown.
  private func lookAtDrafts() async throws(StoreError) {
    let mark = try await store.draftsMark()
    guard mark != draftsMark else { return }
    if draftsMark != nil { report(.draftsChanged) }
    draftsMark = mark
  }

  package func select(_ number: Take.Number?) async { await poller.select(number) }

  package func checkNow(_ numbers: [Take.Number]) async {
    // The key may have been changed since it was refused.
    for service in closedServices where numbers.contains(where: { watched[$0]?.service == service }) {
      services.forget(service)
    }
    for number in numbers { await poller.checkNow(number) }
  }

  /// Call when the key or the address was changed: asking goes on.
  package func serviceChanged() async {
    let services = Set(watched.values.map(\.service)).union(closedServices)
    closedServices = []
    for service in services {
      self.services.forget(service)
      await poller.resumeAfterKeyChange(service)
    }
  }
}
