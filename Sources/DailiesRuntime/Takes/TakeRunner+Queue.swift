package import DailiesCore
import DailiesStore
import Logging

/// What waits to be sent: how much of it may go, and in which order.
extension TakeRunner {
  /// Holds all that waits to be sent, for every program on the store, or lets it go on.
  package func pauseQueue(_ isPaused: Bool) async {
    do {
      try await store.pauseQueue(isPaused)
    } catch {
      report(.noted(Note(Problem(error))))
      return
    }
    heard(isPaused: isPaused)
    departureBell.ring()
    guard !isPaused, let unsent = try? await store.unsent() else { return }
    let paused = unsent.filter { $0.phase == .held && $0.heldReason == .paused }
    await release(paused.sorted { $0.turn < $1.turn }.map(\.number), countdown: 0)
  }

  /// Moves a take that waits to be sent; 1 is one place later.
  package func moveInQueue(_ number: Take.Number, by step: Int) async {
    do {
      let moved = try await store.moveInQueue(number, by: step, now: clock.now())
      writes += 1
      for take in moved {
        written[take.number] = take
        await publish(take)
      }
    } catch {
      report(.noted(Note(Problem(error))))
    }
  }

  /// Another program may have paused the queue, or made room.
  func lookAtQueue() async throws(StoreError) {
    heard(isPaused: try await store.isQueuePaused())
    if !queue.isEmpty { departureBell.ring() }
  }

  func heard(isPaused: Bool) {
    guard isPaused != isQueuePaused else { return }
    isQueuePaused = isPaused
    report(.queuePaused(isPaused))
  }

  /// Keeps the queue in step with a take that has changed.
  func noteInQueue(_ take: Take) {
    sendable[take.number] = take.phase.isUnsent ? take : nil
    if queue.contains(take.number) {
      if take.phase.isUnsent { queue.insert(take) } else { queue.remove(take.number) }
    }
    guard !take.phase.isUnsent, !queue.isEmpty else { return }
    queue.roomMayHaveCome()
    departureBell.ring()
  }

  /// Whether one more take of a profile may be tried now; the store has the last word.
  func hasRoom(_ profile: String) -> Bool {
    sending.values.count(where: { $0 == profile }) < pace(profile).allowed(of: options.creates)
  }

  func limits(_ profile: String) -> SendLimits {
    SendLimits(creates: options.creates, live: options.liveTakes(profile))
  }

  /// - Returns: How many are sent at once to the service of a profile.
  func pace(_ profile: String) -> CreatePace { paces[profile] ?? CreatePace() }

  /// Learns from an answer how many may be sent at once.
  func learnPace(_ outcome: CreateOutcome, of profile: String) {
    var pace = pace(profile)
    switch outcome {
    case .accepted: pace.wasAccepted(of: options.creates)
    case .slowedDown:
      if pace.slowedDown(of: options.creates) { report(.noted(Note(Strings.slowedToOne, profile, tone: .attention))) }
    case .refused, .held, .unsure: return
    }
    paces[profile] = pace
    departureBell.ring()
  }
}
