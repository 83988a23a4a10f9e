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
    await withDiscardingTaskGroup { group in
      group.addTask { await self.keepLease() }
      group.addTask {
        for await _ in changes {
          await self.readChanges()
          await self.lookAtQueue()
          await self.lookAtSync()
        }
      }
    }
  }

  /// Reads what goes on, as often as it takes: a take that is not read is not watched.
  private func readStore() async {
    while !Task.isCancelled {
      do {
        changeToken = try await store.changes(since: nil).token
        heard(isPaused: try await store.isQueuePaused())
        try await recover(throwing: ())
        for take in try await store.watched() { watched[take.number] = take }
        if options.savesAutomatically {
          for take in try await store.unfinished() where take.phase == .ready { unsaved.insert(take.number) }
        }
        return
      } catch {
        logger.error("store: \(error)")
        report(.noted(Note(Problem(error))))
        try? await clock.sleep(clock.elapsed() + .seconds(2))
      }
    }
  }

  /// Takes in what other programs wrote.
  func readChanges() async {
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
        guard let changes = try? await store.changes(since: changeToken), !changes.takes.isEmpty else { break }
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
    if take.phase == .ready, take.problem == nil, isWanted, options.savesAutomatically { await save(take) }
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

  func followPoller() async {
    for await update in poller.updates { await receive(update) }
  }

  private func receive(_ update: PollUpdate) async {
    switch update {
    case .planned(let number, let nextCheck):
      report(.checkPlanned(number, nextCheck))
    case .asked(let number, let at):
      report(.takeAsked(number, at: at))
    case .answered(let number, let video, let at, let nextCheck):
      await answered(number, video, at)
      report(.takeReached(number, at: at, nextCheck: nextCheck))
      await checked(number)
    case .failed(let number, let problem, let at, let nextCheck):
      report(.takeNotReached(number, problem, at: at, nextCheck: nextCheck))
      await checked(number, problem)
      if [.unreachable, .keyMissing, .keyRefused].contains(problem.kind), let service = watched[number]?.service {
        await notReached(service, problem)
      }
    case .refusedFinally(let number, let problem, let at):
      await changeAtLast(number) { $0.checkRefused(problem, at: at) }
    case .seemsLost(let number, _):
      report(.noted(Note(Strings.seemsLost, number.description, tone: .attention)))
    case .stopped(let service, let problem):
      closedServices.insert(service)
      report(.networkChanged(.keyRefused))
      report(.noted(Note(problem)))
      await notReached(service, problem)
    case .slowedDown(_, let until):
      report(.networkChanged(.slowedDown(until: until)))
    case .offline(let service, let problem, _):
      report(.networkChanged(.offline(since: clock.now())))
      await notReached(service, problem)
      report(.noted(Note(Strings.offline, problem.detail, tone: .attention)))
    case .resumed(let service):
      closedServices.remove(service)
      report(.networkChanged(.reached))
    }
  }

  /// Writes a state answer to the store when it says something new.
  private func answered(_ number: Take.Number, _ video: Video, _ at: Timestamp) async {
    guard let known = watched[number] else { return }
    var next = known
    guard next.receive(video, at: at), next != known else { return }
    let answer = TakeAnswer(.state, at: at, status: 200, body: video.raw)
    // Counted as work before it is told that the service is done: the lease is not given back in between.
    if next.phase == .ready, options.savesAutomatically { unsaved.insert(number) }
    let take = await change(number, answer: answer) { $0.receive(video, at: at) }
    if let take, take.phase == .ready, options.savesAutomatically { await save(take) } else { unsaved.remove(number) }
  }
}
