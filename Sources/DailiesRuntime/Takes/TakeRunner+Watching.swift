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
    let changes = StoreWatcher.writes(to: store.path)
    await readStore()
    await withDiscardingTaskGroup { group in
      group.addTask { await self.keepLease() }
      group.addTask {
        for await _ in changes {
          await self.readChanges()
          await self.lookAtQueue()
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

  // MARK: Takes that were made elsewhere, and takes whose answer was lost

  /// Brings in a take that was ordered elsewhere, after asking the service about it.
  ///
  /// - Returns: The take, or why it was not brought in (which is reported as well).
  @discardableResult
  package func importTake(id: String, for service: Take.Service) async -> Result<Take, Problem> {
    let video: Video
    switch await lookUp(id, service) {
    case .success(let found): video = found
    case .failure(let problem):
      report(.importRefused(problem))
      return .failure(problem)
    }
    let usual = ShotSettings(model: video.model ?? "")
    let order = Order(
      model: usual.model, prompt: "", seconds: video.seconds.flatMap { Int(exactly: $0.rounded()) } ?? usual.seconds,
      size: video.size ?? usual.size)
    let now = clock.now()
    do {
      let take = try await store.recordImport(videoID: id, order: order, service: service, now: now)
      writes += 1
      await publish(take)
      let current = await change(take.number) { $0.receive(video, at: now) } ?? take
      await goOn(current)
      return .success(current)
    } catch {
      let problem = Problem(error)
      report(.importRefused(problem))
      return .failure(problem)
    }
  }

  /// Settles an UNSURE take. An id is looked up first: a wrong one leaves the take as it is.
  ///
  /// - Returns: The take as it now stands, or why it was left alone (which is reported as well).
  @discardableResult
  package func settle(_ number: Take.Number, _ settlement: Settlement) async -> Result<Take, Problem> {
    guard let take = try? await store.take(number), take.phase == .unsure else {
      return .failure(Problem(.badRequest, detail: "\(number) is not UNSURE"))
    }
    if case .id(let id) = settlement {
      // One order, one take: the same film would be counted, and saved, twice.
      if let known = try? await store.take(videoID: id), known.service.baseURL == take.service.baseURL {
        let problem = Problem(.badRequest, detail: "\(known.number) has this ID")
        report(.importRefused(problem))
        return .failure(problem)
      }
      if case .failure(let problem) = await lookUp(id, take.service) {
        report(.importRefused(problem))
        return .failure(problem)
      }
    }
    let now = clock.now()
    guard let settled = await change(number, { $0.settle(settlement, at: now) }) else {
      return .failure(Problem(.storeFailed))
    }
    await goOn(settled)
    return .success(settled)
  }

  private func lookUp(_ id: String, _ service: Take.Service) async -> Result<Video, Problem> {
    guard let client = await services.client(for: service) else {
      return .failure(await services.keyMissing(for: service))
    }
    work.begin()
    defer { work.end() }
    do {
      return .success(try await client.retrieve(id).video)
    } catch {
      return .failure(Problem(error))
    }
  }

  /// Saves a take that came to life with its film ready.
  private func goOn(_ take: Take) async {
    if take.phase == .ready, options.savesAutomatically, options.watches { await save(take) }
    leaseBell.ring()
  }
}
