import Synchronization

/// Wakes one waiting task. A ring while nobody waits is kept for the next one who does; several are one.
final class Doorbell: Sendable {
  private enum State {
    case quiet
    case rung
    case awaited(CheckedContinuation<Void, Never>)
  }

  private let state = Mutex(State.quiet)

  func ring() {
    let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if case .awaited(let continuation) = state {
        state = .quiet
        return continuation
      }
      state = .rung
      return nil
    }
    waiting?.resume()
  }

  /// Returns at the next ring, or when the task is cancelled. One task at a time may wait.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if case .rung = state {
            state = .quiet
            return true
          }
          if Task.isCancelled { return true }
          state = .awaited(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      ringIfAwaited()
    }
  }

  private func ringIfAwaited() {
    let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard case .awaited(let continuation) = state else { return nil }
      state = .quiet
      return continuation
    }
    waiting?.resume()
  }

  /// Returns at the next ring or when `clock` reaches `due` (nil: only at a ring), or when the task is cancelled.
  func wait(until due: Duration?, on clock: ClockSource) async {
    guard let due else { return await wait() }
    await withTaskGroup { race in
      race.addTask { await self.wait() }
      race.addTask { try? await clock.sleep(due) }
      await race.next()
      race.cancelAll()
    }
  }
}
