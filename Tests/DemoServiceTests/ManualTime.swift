import DemoService
import Foundation
import Synchronization

/// A clock that stands still until a test moves it; waits pass at once and are noted.
final class ManualTime: Sendable {
  private let state = Mutex((now: Date(timeIntervalSince1970: 1_795_397_969), waits: [Duration]()))

  private let whileWaiting: @Sendable () async -> Void

  /// - Parameter whileWaiting: What every wait does instead of waiting.
  init(whileWaiting: @escaping @Sendable () async -> Void = {}) {
    self.whileWaiting = whileWaiting
  }

  var now: Date { state.withLock { $0.now } }
  var waits: [Duration] { state.withLock { $0.waits } }

  func advance(by seconds: Double) {
    state.withLock { $0.now.addTimeInterval(seconds) }
  }

  var demoTime: DemoTime {
    DemoTime(
      now: { self.now },
      sleep: { duration in
        try Task.checkCancellation()
        self.state.withLock { $0.waits.append(duration) }
        await self.whileWaiting()
      })
  }
}
