import Synchronization

/// Counts what is under way and comes to an end by itself: requests to a service, and in a scripted session also every
/// job that waits to run. Waits on a clock are not work. While nothing is counted, nothing more happens until a person
/// or the clock moves.
package final class WorkCounter: Sendable {
  private struct State {
    var underWay = 0
    var begun = 0
    var nextTicket = 0
    var waiting: [Int: CheckedContinuation<Int, any Error>] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// Call before the work starts, so that there is no gap between its cause and its being counted.
  package func begin() {
    state.withLock { state in
      state.underWay += 1
      state.begun += 1
    }
  }

  package func end() {
    let (woken, begun) = state.withLock { state in
      state.underWay -= 1
      guard state.underWay <= 0 else { return ([CheckedContinuation<Int, any Error>](), state.begun) }
      defer { state.waiting = [:] }
      return (Array(state.waiting.values), state.begun)
    }
    for continuation in woken { continuation.resume(returning: begun) }
  }

  /// Waits until nothing is under way.
  ///
  /// - Returns: How much work was ever begun at that moment: the same number twice means that none was begun in between.
  /// - Throws: `CancellationError` when the task is cancelled meanwhile.
  package func waitUntilIdle() async throws -> Int {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let begun = state.withLock { state -> Int? in
          if state.underWay <= 0 { return state.begun }
          state.waiting[ticket] = continuation
          return nil
        }
        if let begun { continuation.resume(returning: begun) }
        // Cancelled before the entry: the handler has found nobody to wake.
        if Task.isCancelled { cancel(ticket) }
      }
    } onCancel: {
      cancel(ticket)
    }
  }

  private func cancel(_ ticket: Int) {
    let waiting = state.withLock { $0.waiting.removeValue(forKey: ticket) }
    waiting?.resume(throwing: CancellationError())
  }
}
