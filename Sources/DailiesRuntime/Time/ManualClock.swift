package import DailiesCore
import Synchronization

/// A clock that stands still until it is told to go on: the time of tests and scripted sessions.
package final class ManualClock: Sendable {
  private struct State {
    var elapsed = Duration.zero
    var nextTicket = 0
    var sleepers: [Int: Sleeper] = [:]
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private struct Sleeper {
    let until: Duration
    let continuation: CheckedContinuation<Void, any Error>
  }

  private let start: Timestamp
  private let state = Mutex(State())

  /// - Parameter start: What the wall clock shows at the beginning.
  package init(start: Timestamp = Timestamp(seconds: 1_760_000_000)) { self.start = start }

  /// This clock as the program takes it.
  package var source: ClockSource {
    ClockSource(
      elapsed: { self.elapsed }, sleep: { try await self.sleep(until: $0) }, now: { self.start + self.elapsed })
  }

  package var elapsed: Duration { state.withLock { $0.elapsed } }

  /// When the next sleeper is due; nil when nobody sleeps.
  package var nextDue: Duration? { state.withLock { $0.sleepers.values.map(\.until).min() } }

  /// Moves the clock and wakes, in the order of their due times, all who are due.
  package func advance(by duration: Duration) {
    let woken = state.withLock { state in
      state.elapsed += duration
      let due = state.sleepers.filter { $0.value.until <= state.elapsed }
      for ticket in due.keys { state.sleepers[ticket] = nil }
      return due.sorted { ($0.value.until, $0.key) < ($1.value.until, $1.key) }.map(\.value)
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }

  /// Returns once at least `count` tasks sleep on this clock.
  package func waitForSleepers(_ count: Int = 1) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.sleepers.count >= count { return true }
        state.watchers.append((count, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  private func sleep(until due: Duration) async throws {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        enter(ticket, Sleeper(until: due, continuation: continuation))
      }
    } onCancel: {
      let sleeper = state.withLock { $0.sleepers.removeValue(forKey: ticket) }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  private func enter(_ ticket: Int, _ sleeper: Sleeper) {
    if Task.isCancelled { return sleeper.continuation.resume(throwing: CancellationError()) }
    let (isDue, reached) = state.withLock { state in
      if sleeper.until <= state.elapsed { return (true, [CheckedContinuation<Void, Never>]()) }
      state.sleepers[ticket] = sleeper
      let reached = state.watchers.filter { $0.count <= state.sleepers.count }.map(\.continuation)
      state.watchers.removeAll { $0.count <= state.sleepers.count }
      return (false, reached)
    }
    if isDue { sleeper.continuation.resume() }
    for watcher in reached { watcher.resume() }
    // Cancelled between the check above and the entry: the handler has found nobody to wake.
    if Task.isCancelled, let late = state.withLock({ $0.sleepers.removeValue(forKey: ticket) }) {
      late.continuation.resume(throwing: CancellationError())
    }
  }
}
