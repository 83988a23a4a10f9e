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
    let byAge = take.filmSince.map { $0 + Self.oldAge }
    guard let urgentAt = [byExpiry, byAge].compactMap({ $0 }).min() else { return nil }
    (number, finished, expires) = (take.number, take.filmSince, take.expires)
    self.urgentAt = urgentAt
  }

  /// Whether its age, or the time it has left, is less than a minute, or is about to be.
  func isToldInSeconds(at now: Timestamp) -> Bool {
    if let finished, now - finished < .seconds(60) { return true }
    return expires.map { $0 > now && $0 - now <= .seconds(120) } ?? false
  }

  /// Whether its expiry is near enough to be told in place of its age.
  func expiresSoon(at now: Timestamp) -> Bool { expires.map { $0 - now <= Self.beforeExpiry } ?? false }

  package static func < (a: UnsavedTake, b: UnsavedTake) -> Bool {
    (a.urgentAt, a.number) < (b.urgentAt, b.number)
  }
}

extension Take {
  /// Since when its film waits at the service: by its own word, but no later than this program learned of it.
  package var filmSince: Timestamp? {
    guard let completed else { return finished }
    return finished.map { min($0, completed) } ?? completed
  }

  /// How old its film is that is not saved, and how long the service keeps it where that is known: for rows, the longest
  /// text first. Empty unless it is READY.
  package func unsavedTexts(at now: Timestamp, _ language: Language) -> [String] {
    guard phase == .ready else { return [] }
    let age = filmSince.map { now - $0 }
    guard let expires else {
      guard let age else { return [Strings.notSaved(language)] }
      return [Strings.notSavedYet(language, age.rough(language)), Strings.oldShort(language, age.brief)]
    }
    guard expires > now else { return [Strings.pastExpiry(language), Strings.pastExpiryShort(language)] }
    let left = expires - now
    let short = Strings.leftShortly(language, left.brief)
    guard let age else { return [short] }
    return [
      Strings.oldAndLeft(language, age.rough(language), left.rough(language)),
      Strings.oldAndLeftShort(language, age.brief, left.brief), short,
    ]
  }
}
