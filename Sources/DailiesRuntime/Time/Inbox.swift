import Synchronization

/// Hands on the elements of a stream in batches: each time all that came while the last batch was worked on. Keeps their
/// order, and waits for nothing but the first of them.
final class Gathering<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isOver = false
  }

  private let state = Mutex(State())
  private let doorbell = Doorbell()

  /// Reads a stream to its end, or until the task is cancelled. One stream, once.
  func gather(_ stream: AsyncStream<Element>) async {
    for await element in stream {
      state.withLock { $0.waiting.append(element) }
      doorbell.ring()
    }
    state.withLock { $0.isOver = true }
    doorbell.ring()
  }

  /// - Returns: What has come since the last call, at least one; nil when there is no more, or the task is cancelled.
  func next() async -> [Element]? {
    while !Task.isCancelled {
      let (elements, isOver) = state.withLock { state in
        defer { state.waiting = [] }
        return (state.waiting, state.isOver)
      }
      if !elements.isEmpty { return elements }
      if isOver { return nil }
      await doorbell.wait()
    }
    return nil
  }
}
