package import DailiesCore
import DailiesStore
import VideosAPI
import VideosHTTP

/// Takes that were made elsewhere, and takes whose answer was lost.
extension TakeRunner {
  /// Brings in takes that were ordered elsewhere, one after the other, after asking the service about each.
  package func importTakes(_ ids: [String], for service: Take.Service) async -> TakeImport {
    var result = TakeImport()
    for id in ids {
      if let last = result.refused.last?.problem, [.unreachable, .keyMissing, .keyRefused].contains(last.kind) {
        // It would be said of each of the others as well, after as long a wait.
        result.refused.append(TakeImport.Refused(id: id, problem: last))
        continue
      }
      switch await importTake(id: id, for: service) {
      case .success((let take, true)): result.brought.append(take)
      case .success((let take, false)): result.known.append(take)
      case .failure(let problem): result.refused.append(TakeImport.Refused(id: id, problem: problem))
      }
    }
    return result
  }

  /// - Returns: The take, and whether it is new.
  private func importTake(id: String, for service: Take.Service) async -> Result<(Take, Bool), Problem> {
    if let known = try? await store.take(videoID: id), known.service.baseURL == service.baseURL {
      return .success((known, false))
    }
    let video: Video
    switch await lookUp(id, service) {
    case .success(let found): video = found
    case .failure(let problem): return .failure(problem)
    }
    let usual = ShotSettings(model: video.model ?? "")
    let order = Order(model: usual.model, prompt: "", seconds: usual.seconds, size: usual.size)
    let now = clock.now()
    do {
      let take = try await store.recordImport(videoID: id, order: order, service: service, now: now)
      writes += 1
      await publish(take)
      let current = await change(take.number) { $0.receive(video, at: now) } ?? take
      await goOn(current)
      return .success((current, true))
    } catch {
      return .failure(Problem(error))
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
