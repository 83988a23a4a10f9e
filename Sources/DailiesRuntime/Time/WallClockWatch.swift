import DailiesCore

/// Notices that the clock on the wall was set, by the clock that never jumps.
struct WallClockWatch {
  /// Set by less than this a lease still holds: it is renewed every second and a half, and good for four.
  private static let tolerance = Duration.seconds(2)

  private var last: (elapsed: Duration, now: Timestamp)?

  /// Whether it was set since the last look.
  mutating func wasSet(_ clock: ClockSource) -> Bool {
    let (elapsed, now) = (clock.elapsed(), clock.now())
    defer { last = (elapsed, now) }
    guard let last else { return false }
    let step = (now - last.now) - (elapsed - last.elapsed)
    return step > Self.tolerance || step < .zero - Self.tolerance
  }
}
