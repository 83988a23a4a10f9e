import DailiesCore

/// Decides when the next bytes may be read, so that all transfers together stay within a rate.
///
/// What has arrived is counted once it has; whoever read it waits until it is within the rate, behind what others read
/// before. Time is that of the clock that never jumps.
struct TransferPace: Equatable, Sendable {
  /// So much of the past may be made up for: whoever waits is woken a little late.
  private static let credit = Duration.milliseconds(100)

  /// Nil: no limit.
  private(set) var bytesPerSecond: Int64?
  /// When all that has arrived is within the rate.
  private var settled = Duration.zero

  init(bytesPerSecond: Int64? = nil) { self.bytesPerSecond = bytesPerSecond }

  /// - Returns: When the one who read them may read on; nil: at once.
  mutating func received(_ bytes: Int, at now: Duration) -> Duration? {
    guard let bytesPerSecond else { return nil }
    settled = max(settled, now - Self.credit) + .seconds(1) * (Double(bytes) / Double(bytesPerSecond))
    return settled > now ? settled : nil
  }

  /// Another rate from now on, also for what has arrived and is not within the old one yet.
  mutating func change(to bytesPerSecond: Int64?, at now: Duration) {
    if let old = self.bytesPerSecond, let bytesPerSecond, settled > now {
      settled = now + (settled - now) * (Double(old) / Double(bytesPerSecond))
    } else {
      settled = min(settled, now)
    }
    self.bytesPerSecond = bytesPerSecond
  }
}
