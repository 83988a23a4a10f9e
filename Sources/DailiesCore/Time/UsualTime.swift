/// How long takes usually take, learned from some that have finished, and what follows from it for one that runs.
///
/// The middle is the weighted median: the newest take counts most, one that is eight takes older half as much, as services
/// become slower and faster. The upper end of the usual lies 2.5 robust deviations (of the median of the distances from
/// the median) above it, so that takes that were stuck move neither.
package struct UsualTime: Hashable, Sendable {
  /// Which takes it rests on, the closest first.
  package enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Of the same model, size and length.
    case same
    /// Of the same model and size; other lengths are converted.
    case lengths
    /// Of the same model; other lengths are converted.
    case model
    /// All takes of the service; other lengths are converted.
    case service
  }

  package let basis: Basis
  /// How many takes it rests on.
  package let takes: Int
  package let median: Duration
  /// A take that has run for longer is late: past the spread of the usual. By how much is counted from the median, which
  /// is the usual that is shown.
  package let limit: Duration
  /// How many of the takes, from 0 to 1, took at most so many seconds; falls in neither, and ends at the limit.
  private let curve: [Point]

  private struct Point: Hashable, Sendable {
    var seconds: Double
    var share: Double
  }

  /// - Parameter times: Seconds that takes took, in the order in which they finished.
  /// - Returns: Nil when there are none: then nothing is known.
  package init?(_ times: [Double], basis: Basis) {
    guard !times.isEmpty else { return nil }
    var weight = 1.0
    var weighted: [Sample] = []
    for time in times.reversed() {
      weighted.append(Sample(value: time, weight: weight))
      weight *= Self.fading
    }
    let median = Self.middle(weighted)
    let distance = Self.middle(weighted.map { Sample(value: abs($0.value - median), weight: $0.weight) })
    // Of a few takes the spread is hardly known.
    let least = median * (times.count < 4 ? 0.5 : 0.25)
    let limit = median + max(2.5 * 1.4826 * distance, least)
    self.basis = basis
    takes = times.count
    self.median = .milliseconds(Int64(median * 1000))
    self.limit = .milliseconds(Int64(limit * 1000))
    curve = Self.curve(weighted, limit: limit)
  }

  /// What it says of a take that has run for `elapsed`: the median of what was left to those that ran as long.
  package func timeLeft(after elapsed: Duration) -> TimeLeft {
    let seconds = Double(max(0, elapsed.milliseconds)) / 1000
    guard elapsed < limit else { return .late(elapsed - median) }
    let ran = share(within: seconds)
    let left = max(0, time(of: 1 - (1 - ran) / 2) - seconds)
    return .left(.milliseconds(Int64(left * 1000)))
  }

  // MARK: Parts

  /// By how much less a take counts than the next one: a half after eight.
  private static let fading = 0.917

  private struct Sample {
    var value: Double
    var weight: Double
  }

  /// Where each sample stands in the order of all, from 0 to 1: in the middle of its own weight.
  private static func ranked(_ samples: [Sample]) -> [Point] {
    let all = samples.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    return samples.sorted { $0.value < $1.value }.map { sample in
      defer { sum += sample.weight }
      return Point(seconds: sample.value, share: (sum + sample.weight / 2) / all)
    }
  }

  private static func middle(_ samples: [Sample]) -> Double { value(at: 0.5, of: ranked(samples)) }

  /// From half the shortest time, before which none finished, to the limit, at which the usual ends.
  private static func curve(_ samples: [Sample], limit: Double) -> [Point] {
    let ranked = ranked(samples)
    var curve = [Point(seconds: (ranked.first?.seconds ?? limit) / 2, share: 0)]
    curve += ranked.filter { $0.seconds < limit }
    return curve + [Point(seconds: limit, share: 1)]
  }

  /// Between two points as on a line; beyond the ends as at them.
  private static func value(at share: Double, of points: [Point]) -> Double {
    var last: Point?
    for point in points {
      if point.share >= share {
        guard let last, point.share > last.share else { return point.seconds }
        return last.seconds + (point.seconds - last.seconds) * (share - last.share) / (point.share - last.share)
      }
      last = point
    }
    return last?.seconds ?? 0
  }

  private func time(of share: Double) -> Double { Self.value(at: share, of: curve) }

  private func share(within seconds: Double) -> Double {
    var last: Point?
    for point in curve {
      if point.seconds > seconds {
        guard let last else { return 0 }
        return last.share + (point.share - last.share) * (seconds - last.seconds) / (point.seconds - last.seconds)
      }
      last = point
    }
    return 1
  }
}
