package import Foundation

/// Where the demo service gets its time from: what time it is, and how to wait.
package struct DemoTime: Sendable {
  package var now: @Sendable () -> Date
  /// Returns after the given time; throws `CancellationError` when the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void) {
    self.now = now
    self.sleep = sleep
  }

  /// The clock on the wall.
  package static let wall = DemoTime(now: { Date() }, sleep: { try await Task.sleep(for: $0) })
}

extension Duration {
  /// The whole of it in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
