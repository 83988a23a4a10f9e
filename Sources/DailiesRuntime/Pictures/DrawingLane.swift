import Synchronization

/// Lets one drawing be under way at a time: a new one, or a word, ends the one before.
final class DrawingLane: Sendable {
  private let current = Mutex<AsyncStream<Void>.Continuation?>(nil)

  /// Runs `body` until it ends or `stop()` is called, which cancels it. Call `begin()` in the order of the drawings.
  func run<Value: Sendable>(
    until stopped: AsyncStream<Void>, _ body: @escaping @Sendable () async -> Value
  ) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
      group.addTask { await body() }
      group.addTask {
        for await _ in stopped {}
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  func begin() -> AsyncStream<Void> {
    let (stopped, continuation) = AsyncStream.makeStream(of: Void.self)
    current.withLock { current in
      current?.finish()
      current = continuation
    }
    return stopped
  }

  func stop() {
    current.withLock { current in
      current?.finish()
      current = nil
    }
  }
}
