import Synchronization

/// Hands elements on in batches: each time all that came while the last batch was worked on. Keeps their order. Nobody is
/// woken for them but a reader that waits. For one reader.
package final class Inbox<Element: Sendable>: Sendable {
  private let waiting = Mutex<[Element]>([])
  private let doorbell = Doorbell()

  init() {}

  func put(_ element: Element) {
    waiting.withLock { $0.append(element) }
    doorbell.ring()
  }

  /// - Returns: What has come since the last call, at least one; nil when the task is cancelled.
  package func next() async -> [Element]? {
    while !Task.isCancelled {
      let elements = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      if !elements.isEmpty { return elements }
      await doorbell.wait()
    }
    return nil
  }
}
