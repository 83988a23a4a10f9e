package import DailiesCore

/// Measures how fast a film arrives, and says when it is time to tell: at most ten times a second.
package struct TransferMeter: Sendable {
  /// The rate is that of so long a time.
  private static let window = Duration.seconds(3)
  private static let pause = Duration.milliseconds(100)
  /// Over less time than that a rate says nothing.
  private static let shortest = Duration.milliseconds(500)

  /// Length of the whole film; nil when the server did not say.
  package var bytesExpected: Int64?
  private var samples: [(at: Duration, bytes: Int64)]
  private var bytes: Int64
  private var told: Duration?

  /// - Parameter bytes: How many bytes of the film are there already; they do not count for the rate.
  package init(bytes: Int64, expected: Int64?, at now: Duration) {
    self.bytes = bytes
    bytesExpected = expected
    samples = [(now, bytes)]
  }

  /// - Returns: What to tell, when the last time is a tenth of a second ago or longer.
  package mutating func received(_ count: Int, at now: Duration) -> TakeActivity.Transfer? {
    bytes += Int64(count)
    if let told, now - told < Self.pause { return nil }
    told = now
    samples.append((now, bytes))
    while samples.count > 2, now - samples[1].at >= Self.window { samples.removeFirst() }
    return transfer
  }

  package var transfer: TakeActivity.Transfer {
    guard let first = samples.first, let last = samples.last, last.at - first.at >= Self.shortest else {
      return TakeActivity.Transfer(bytesReceived: bytes, bytesExpected: bytesExpected, bytesPerSecond: 0)
    }
    let rate = Double(last.bytes - first.bytes) / ((last.at - first.at) / .seconds(1))
    return TakeActivity.Transfer(bytesReceived: bytes, bytesExpected: bytesExpected, bytesPerSecond: rate)
  }
}
