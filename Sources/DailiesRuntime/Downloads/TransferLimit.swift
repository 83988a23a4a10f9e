import DailiesCore
import Synchronization

/// The one `TransferPace` of all transfers, and those who wait by it.
final class TransferLimit: Sendable {
  /// When a transfer may read on, by the rate of that moment.
  struct Turn: Equatable {
    let due: Duration
    fileprivate let change: Int
  }

  private struct State {
    var pace: TransferPace
    /// How often the rate was changed.
    var changes = 0
    var waiting: [Int: Doorbell] = [:]
    var nextWaiter = 0
  }

  private let state: Mutex<State>

  init(_ rate: DataRate?) { state = Mutex(State(pace: TransferPace(bytesPerSecond: rate?.bytesPerSecond))) }

  /// Counts bytes that have arrived.
  ///
  /// - Returns: What to wait for before more are read; nil: nothing.
  func received(_ bytes: Int, at now: Duration) -> Turn? {
    state.withLock { state in
      state.pace.received(bytes, at: now).map { Turn(due: $0, change: state.changes) }
    }
  }

  /// Returns when it is time, when the rate was changed since, or when the task is cancelled.
  func wait(for turn: Turn, on clock: ClockSource) async {
    let bell = Doorbell()
    let waiter = state.withLock { state -> Int? in
      guard state.changes == turn.change else { return nil }
      state.nextWaiter += 1
      state.waiting[state.nextWaiter] = bell
      return state.nextWaiter
    }
    guard let waiter else { return }
    await bell.wait(until: turn.due, on: clock)
    state.withLock { $0.waiting[waiter] = nil }
  }

  /// Holds from now on, for what is under way as well.
  func change(to rate: DataRate?, at now: Duration) {
    let woken = state.withLock { state -> [Doorbell] in
      guard state.pace.bytesPerSecond != rate?.bytesPerSecond else { return [] }
      state.pace.change(to: rate?.bytesPerSecond, at: now)
      state.changes += 1
      return Array(state.waiting.values)
    }
    for bell in woken { bell.ring() }
  }
}
