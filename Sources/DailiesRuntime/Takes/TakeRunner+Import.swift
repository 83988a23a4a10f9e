package import DailiesCore
import DailiesStore
import Logging
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
    do {
      if let known = try await store.take(videoID: id, baseURL: service.baseURL) { return .success((known, false)) }
      let video: Video
      switch await lookUp(id, service) {
      case .success(let found): video = found
      case .failure(let problem): return .failure(problem)
      }
      let usual = ShotSettings(model: video.model ?? "")
      let order = Order(model: usual.model, prompt: "", seconds: usual.seconds, size: usual.size)
      var found = ImportedTake(videoID: id, order: order)
      found.unknownParts = [.seconds, .size]
      let now = clock.now()
      let (take, isNew) = try await store.recordImport(found, service: service, now: now)
      // Another program may have brought it in while the service was asked.
      guard isNew else { return .success((take, false)) }
      await wrote(take)
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
    let problem: Problem
    do {
      switch try await settled(number, settlement) {
      case .success(let take):
        await goOn(take)
        return .success(take)
      case .failure(let refusal): problem = refusal
      }
    } catch {
      logger.error("store: \(error)")
      problem = Problem(error)
    }
    report(.importRefused(problem))
    return .failure(problem)
  }

  private func settled(
    _ number: Take.Number, _ settlement: Settlement
  ) async throws(StoreError) -> Result<Take, Problem> {
    let notUnsure = Problem(.notSettled, Reason(Self.notUnsure, number.description))
    guard let take = try await store.take(number), take.phase == .unsure else { return .failure(notUnsure) }
    if case .id(let id) = settlement {
      if let known = try await store.take(videoID: id, baseURL: take.service.baseURL) {
        return .failure(Self.idIsTaken(known))
      }
      if case .failure(let problem) = await lookUp(id, take.service) { return .failure(problem) }
    }
    // The store looks once more: the same film would be counted, and saved, twice.
    switch try await store.settle(number, settlement, now: clock.now()) {
    case .done(let settled):
      await wrote(settled)
      return .success(settled)
    case .idIsTaken(let known): return .failure(Self.idIsTaken(known))
    case .movedOn: return .failure(notUnsure)
    }
  }

  private static let notUnsure = Phrase("%1 is not UNSURE", "%1 不是待核实状态")
  private static let hasThisID = Phrase("%1 has this ID", "%1 已经是这个编号")

  private static func idIsTaken(_ known: Take) -> Problem {
    Problem(.notSettled, Reason(hasThisID, known.number.description))
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
