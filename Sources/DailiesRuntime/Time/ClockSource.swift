import CDispatch  // the module that Swift takes the structures of the system for
package import DailiesCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Time as a value: a clock that only goes forward, a way to wait on it, and the wall clock.
///
/// Due times are `Duration`s since the source began. A manual source plays a session without waiting (`ManualClock`).
package struct ClockSource: Sendable {
  /// Time since the source began. Never goes back, and goes on while the machine sleeps.
  package let elapsed: @Sendable () -> Duration
  /// Waits until `elapsed` has reached the given time; throws `CancellationError` when the task is cancelled.
  package let sleep: @Sendable (_ until: Duration) async throws -> Void
  /// The wall clock. May jump.
  package let now: @Sendable () -> Timestamp

  package init(
    elapsed: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (_ until: Duration) async throws -> Void,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.elapsed = elapsed
    self.sleep = sleep
    self.now = now
  }

  /// The machine's clocks, counted from this call on; `speed` times as fast, for trying a long time in a short one.
  package static func live(speed: Double) -> ClockSource {
    let live = live()
    guard speed != 1 else { return live }
    let start = live.now()
    return ClockSource(
      elapsed: { live.elapsed() * speed }, sleep: { try await live.sleep($0 / speed) },
      now: { start + live.elapsed() * speed })
  }

  /// The machine's clocks, counted from this call on.
  package static func live() -> ClockSource {
    let clock = ContinuousClock()
    let start = clock.now
    return ClockSource(
      elapsed: { start.duration(to: clock.now) },
      sleep: { until in try await clock.sleep(until: start.advanced(by: until)) },
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      })
  }

  /// What the wall clock will show when `elapsed` reaches `due`, as far as can be said now.
  package func wallTime(of due: Duration) -> Timestamp { now() + (due - elapsed()) }
}
