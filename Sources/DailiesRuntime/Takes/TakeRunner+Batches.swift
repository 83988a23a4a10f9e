import DailiesCore
import DailiesStore
import Logging

/// What one take of a batch means to the others.
extension TakeRunner {
  /// Looks at a take that has changed: the canary of its batch, or the second of two that were refused.
  func followBatch(_ take: Take) async {
    guard let batch = take.batch, !isStopping else { return }
    if let problem = batches.stop(after: take) { await stopBatch(batch.first, problem) }
    guard take.number == batch.first, let canary = batch.canary else { return }
    switch CanaryVerdict(take, canary, savesAutomatically: savesByItself(take.number)) {
    case .wait: break
    case .release:
      if batches.release(batch.first) { await releaseBatch(after: take) }
    case .look:
      let held = await changeBatch(batch.first) { $0.heldReason == .canary && $0.hold(.canarySeen) }
      tell(Strings.batchToSee, take.number.description, held)
    case .stop(let problem):
      let held = await changeBatch(batch.first) { $0.heldReason == .canary && $0.hold(.canaryFailed, problem) }
      // Who took it back knows.
      guard !held.isEmpty, take.phase != .dropped else { return }
      let (why, count) = (problem.map(\.kind.brief) ?? take.phase.word, String(held.count))
      reportIn { Note(Strings.batchHeld, take.number.description, why($0), count, tone: .attention) }
    }
  }

  private func tell(_ phrase: Phrase, _ number: String, _ held: [Take]) {
    guard !held.isEmpty else { return }
    report(.noted(Note(phrase, number, String(held.count), tone: .attention, takes: held.map(\.number))))
  }

  /// Says something that holds a word in both languages.
  private func reportIn(_ note: (Language) -> Note) {
    let phrase = Phrase(note(.english).text(.english), note(.chinese).text(.chinese))
    report(.noted(Note(phrase, tone: .attention)))
  }

  /// The canary was accepted: what waited for it takes its turn, each held against the limits as they are now.
  private func releaseBatch(after canary: Take) async {
    guard let refused = await claimFollowers(of: canary.number) else {
      // What could not be held against the limits does not leave; a key lets it go later.
      let held = await changeBatch(canary.number) { $0.followsCanary && $0.hold(.notSent) }
      for take in held { queue.remove(take.number) }
      return
    }
    var refusals = ClaimRefusals()
    for (number, problem) in refused.sorted(by: { $0.key < $1.key }) { refusals.add(number, problem) }
    let changed = await changeBatch(canary.number) { take in
      guard take.followsCanary else { return false }
      return refused[take.number].map { take.hold(.notSent, $0) } ?? take.hold(.waitingTurn)
    }
    for problem in refusals.problems { report(.takesNotRecorded(problem)) }
    let released = changed.filter { refused[$0.number] == nil }
    guard !released.isEmpty else { return }
    for take in released {
      folders[take.number] = folders[canary.number]
      if !isStopping { queue.insert(take) }
    }
    report(.noted(Note(Strings.batchReleased, canary.number.description, String(released.count))))
    departureBell.ring()
    heartBell.ring()
  }

  /// - Returns: Those that wait for a canary and may not leave, and why; nil when the store could not be read.
  private func claimFollowers(of first: Take.Number) async -> [Take.Number: Problem]? {
    var refused: [Take.Number: Problem] = [:]
    do {
      for take in try await store.unsent() where take.batch?.first == first && take.followsCanary {
        if case .refused(let problem) = await claim(take.number) { refused[take.number] = problem }
      }
    } catch {
      report(.noted(Note(Problem(error))))
      logger.error("store: \(error)")
      return nil
    }
    return refused
  }

  private func stopBatch(_ first: Take.Number, _ problem: Problem) async {
    // None of them may leave while the others are being written down.
    for (number, take) in sendable where take.batch?.first == first {
      departures[number] = nil
      queue.remove(number)
    }
    let held = await changeBatch(first) { $0.heldReason != .refusedTwice && $0.hold(.refusedTwice, problem) }
    guard !held.isEmpty else { return }
    let (brief, count) = (problem.kind.brief, String(held.count))
    reportIn { Note(Strings.batchStopped, brief($0), count) }
  }

  private func changeBatch(
    _ first: Take.Number, _ body: @escaping @Sendable (inout Take) -> Bool
  ) async -> [Take] {
    do {
      let changed = try await store.changeBatch(first, now: clock.now(), body)
      writes += 1
      for take in changed {
        written[take.number] = take
        await publish(take)
      }
      return changed
    } catch {
      report(.noted(Note(Problem(error))))
      logger.error("store: \(error)")
      return []
    }
  }
}
