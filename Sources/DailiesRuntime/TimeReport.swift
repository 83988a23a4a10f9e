import DailiesCore

/// An estimate of the time left as other programs read it, in seconds. Always named as one: what the service reports is
/// `percent` of the take.
package struct TimeReport: Codable, Equatable, Sendable {
  /// Since the request.
  package var elapsedSeconds: Double
  /// Missing when it is late.
  package var leftSeconds: Double?
  /// How long it has run past the usual; missing while it has not.
  package var lateBySeconds: Double?
  /// The median of the takes it rests on, and from when on one is late.
  package var usualSeconds: Double
  package var lateAfterSeconds: Double
  /// How many takes it rests on, and what they have in common: `same` (model, size and length), `lengths` (model and
  /// size), `model`, or `service`.
  package var takes: Int
  package var basis: String

  init(_ usual: UsualTime, _ elapsed: Duration, _ left: TimeLeft) {
    elapsedSeconds = Self.seconds(elapsed)
    usualSeconds = Self.seconds(usual.median)
    lateAfterSeconds = Self.seconds(usual.limit)
    takes = usual.takes
    basis = usual.basis.rawValue
    switch left {
    case .left(let left): leftSeconds = Self.seconds(left)
    case .late(let late): lateBySeconds = Self.seconds(late)
    }
  }

  private static func seconds(_ duration: Duration) -> Double { Double(duration.milliseconds) / 1000 }
}
