/// The figures of asking again: how long after what.
///
/// Source: Videos API reference, "Asking again" and "Errors" (429).
package enum PollTiming {
  /// Age of a take at its first check.
  package static let first = Duration.seconds(5)
  /// A wait the service asks for is obeyed between these.
  package static let hints = Duration.seconds(1)...Duration.seconds(120)
  /// Longest time between two checks of one take, however often they fail.
  package static let longest = Duration.seconds(120)
  /// Before the second question that decides whether the key is refused.
  package static let secondThought = Duration.seconds(2)
  /// Younger takes are asked before older ones: someone waits for them.
  package static let youth = Duration.seconds(300)
  /// So many 404 in a row over so long a time look like a lost take.
  package static let lost = (answers: 10, span: Duration.seconds(300))

  /// The usual time between two checks of a take of this age.
  package static func interval(age: Duration) -> Duration { age < youth ? .seconds(10) : .seconds(20) }

  /// The time to the next check after so many failed ones in a row: the interval, doubling.
  static func backoff(_ interval: Duration, failures: Int, longest: Duration = longest) -> Duration {
    min(interval * (1 << max(0, min(failures - 1, 6))), longest)
  }

  /// How long everything waits after the `count`th 429 in a row that names no wait: 15 s, doubling, to 2 minutes.
  static func pause(_ count: Int) -> Duration { backoff(.seconds(15), failures: count) }

  /// The due time of a take that is asked about only by a person.
  static let never = Duration.seconds(1_000_000_000)

  /// How long until the way to a host is tried again that was not reached `count` times in a row: no longer than the
  /// usual interval, so that all is known again within one of it. One question at a time does no harm.
  static func offline(_ count: Int) -> Duration { backoff(.seconds(5), failures: count, longest: interval(age: youth)) }

  static func obeyed(_ hint: Duration) -> Duration { min(max(hint, hints.lowerBound), hints.upperBound) }
}
