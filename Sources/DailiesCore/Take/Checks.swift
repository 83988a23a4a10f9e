/// How often the service was asked about a take, over its whole life.
package struct Checks: Hashable, Sendable {
  package var times: Int
  /// The last time.
  package var last: Timestamp

  package init(times: Int, last: Timestamp) {
    self.times = times
    self.last = last
  }

  package mutating func asked(at now: Timestamp) {
    times += 1
    last = max(last, now)
  }
}
