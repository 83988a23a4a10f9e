/// How well a way of guessing says how long running takes have left.
///
/// A history is played as it happened: at five moments of every take's life the guess is asked, and is told the takes
/// that had finished until then, nothing else.
struct TimeYardstick {
  /// Seconds left of a take of some kind that has run for so many seconds; nil: nothing is said, which counts as 0 left.
  ///
  /// The finished takes come in the order in which they finished.
  typealias Guess =
    @Sendable (_ finished: [StatedHistory.Made], _ take: StatedHistory.Made, _ elapsed: Double) -> Double?

  static let moments = [0.1, 0.3, 0.5, 0.7, 0.9]
  static let seeds: ClosedRange<UInt64> = 1...3

  /// What the better ways are measured by: the mean of all takes, whatever they were.
  static let meanOfAll: Guess = { finished, _, elapsed in
    max(0, finished.reduce(0) { $0 + $1.took } / Double(finished.count) - elapsed)
  }

  /// Seconds by which a guess was wrong, over all moments of all takes of the histories of a law.
  static func errors(_ law: StatedHistory.Law, _ guess: Guess) -> [Double] {
    seeds.flatMap { errors(StatedHistory(law, seed: $0), guess) }
  }

  static func errors(_ history: StatedHistory, _ guess: Guess) -> [Double] {
    let byEnd = history.takes.sorted { $0.end < $1.end }
    return history.takes.flatMap { take in
      moments.compactMap { moment in
        let elapsed = take.took * moment
        let finished = Array(byEnd.prefix { $0.end <= take.sent + elapsed })
        guard !finished.isEmpty else { return nil }
        return abs((guess(finished, take, elapsed) ?? 0) - (take.took - elapsed))
      }
    }
  }

  static func median(_ errors: [Double]) -> Double {
    let sorted = errors.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
