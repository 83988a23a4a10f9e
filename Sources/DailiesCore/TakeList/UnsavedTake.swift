/// A film that is finished and not saved, by when it should be: the most urgent first.
package struct UnsavedTake: Comparable, Hashable, Sendable {
  /// How long before its expiry, and after its end, a film that is not saved is a matter of urgency.
  private static let beforeExpiry = Duration.seconds(2 * 3600)
  private static let oldAge = Duration.seconds(20 * 3600)

  package let number: Take.Number
  package let finished: Timestamp?
  package let expires: Timestamp?
  /// From when on it is urgent.
  package let urgentAt: Timestamp

  /// Nil for a take in another state, and for one of which neither end nor expiry is known.
  package init?(_ take: Take) {
    guard take.phase == .ready else { return nil }
    let byExpiry = take.expires.map { $0 + .milliseconds(-Self.beforeExpiry.milliseconds) }
    let byAge = take.finished.map { $0 + Self.oldAge }
    guard let urgentAt = [byExpiry, byAge].compactMap({ $0 }).min() else { return nil }
    (number, finished, expires) = (take.number, take.finished, take.expires)
    self.urgentAt = urgentAt
  }

  /// Whether its age, or the time it has left, is less than a minute, or is about to be.
  func isToldInSeconds(at now: Timestamp) -> Bool {
    if let finished, now - finished < .seconds(60) { return true }
    return expires.map { $0 > now && $0 - now <= .seconds(120) } ?? false
  }

  package static func < (a: UnsavedTake, b: UnsavedTake) -> Bool {
    (a.urgentAt, a.number) < (b.urgentAt, b.number)
  }
}
