import Synchronization

/// Until when this program may ask services in the name of all programs on the store, by the clock that goes on while
/// the machine sleeps.
///
/// The lease itself stands in the store. A program that was stopped or asleep, or could not write, would find out there
/// too late that another one has it now: by this it knows without reading that its time is over.
package final class LeaseTerm: Sendable {
  private let end = Mutex<Duration?>(nil)

  package init() {}

  /// - Returns: Whether the term had run out, or had not begun: who waits for it has to be told.
  func extend(until time: Duration, at now: Duration) -> Bool {
    end.withLock { end in
      defer { end = time }
      return end.map { $0 <= now } ?? true
    }
  }

  func cut() { end.withLock { $0 = nil } }

  package func isRunning(at now: Duration) -> Bool { end.withLock { $0.map { now < $0 } ?? false } }
}
