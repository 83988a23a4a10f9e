/// What is known of a live take only while the program runs: when it was last asked about, and how its bytes flow.
package struct TakeActivity: Hashable, Sendable {
  package var lastAsked: Timestamp?
  /// The last time the service answered with a state.
  package var lastReached: Timestamp?
  package var nextCheck: Timestamp?
  /// Why the last check failed; nil when it did not.
  package var lastFailure: Problem?
  package var transfer: Transfer?
  /// It is being asked about in this moment.
  package private(set) var isUnderWay = false
  /// The question was refused: no check is planned, and it is asked again only by a person.
  package private(set) var isRefused = false

  package init() {}

  /// - Parameter next: Nil: this program does not ask any more.
  mutating func planned(_ next: Timestamp?) {
    nextCheck = next
    isUnderWay = false
    if next == nil { (lastFailure, isRefused) = (nil, false) }
  }

  mutating func asked(at now: Timestamp) {
    lastAsked = now
    isUnderWay = true
  }

  mutating func reached(at now: Timestamp, next: Timestamp?) {
    lastReached = now
    nextCheck = next
    (lastFailure, isUnderWay, isRefused) = (nil, false, false)
  }

  /// - Parameter next: Nil: the question itself, or the key, was refused.
  mutating func failed(_ problem: Problem, next: Timestamp?) {
    nextCheck = next
    (lastFailure, isUnderWay, isRefused) = (problem, false, next == nil)
  }

  package struct Transfer: Hashable, Sendable {
    package var bytesReceived: Int64
    /// nil when the server did not say.
    package var bytesExpected: Int64?
    package var bytesPerSecond: Double

    package init(bytesReceived: Int64, bytesExpected: Int64?, bytesPerSecond: Double) {
      self.bytesReceived = bytesReceived
      self.bytesExpected = bytesExpected
      self.bytesPerSecond = bytesPerSecond
    }
  }
}
