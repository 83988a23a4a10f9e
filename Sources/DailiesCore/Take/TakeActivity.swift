/// What is known of a live take only while the program runs: when it was last asked about, and how its bytes flow.
package struct TakeActivity: Hashable, Sendable {
  package var lastAsked: Timestamp?
  /// The last time the service answered with a state.
  package var lastReached: Timestamp?
  package var nextCheck: Timestamp?
  /// Why the last check failed; nil when it did not.
  package var lastFailure: Problem?
  package var transfer: Transfer?

  package init() {}

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
