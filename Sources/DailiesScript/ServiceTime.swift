import DailiesCore
import DailiesRuntime
import DemoService
import Foundation
import Synchronization

/// The time of the demo service in a script: that of the script's clock. A request whose answer waits for a time does
/// not count as work meanwhile.
final class ServiceTime: Sendable {
  private struct Waits {
    var next = 0
    var due: [Int: Duration] = [:]
  }

  private let clock: ClockSource
  private let work: WorkCounter
  private let waits = Mutex(Waits())

  init(_ clock: ClockSource, counting work: WorkCounter) {
    self.clock = clock
    self.work = work
  }

  var demoTime: DemoTime {
    DemoTime(
      now: { Date(timeIntervalSince1970: Double(self.clock.now().milliseconds) / 1000) },
      sleep: { try await self.sleep($0) })
  }

  /// Counts the waits that end by then as work again; to be called before the clock is moved.
  func resume(until time: Duration) {
    waits.withLock { waits in
      for (ticket, due) in waits.due where due <= time {
        waits.due[ticket] = nil
        work.begin()
      }
    }
  }

  private func sleep(_ duration: Duration) async throws {
    let due = clock.elapsed() + duration
    let ticket = waits.withLock { waits in
      waits.next += 1
      waits.due[waits.next] = due
      return waits.next
    }
    work.end()
    defer {
      // Ended before its time.
      if waits.withLock({ $0.due.removeValue(forKey: ticket) }) != nil { work.begin() }
    }
    try await clock.sleep(due)
  }
}
