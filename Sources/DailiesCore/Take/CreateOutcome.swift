package import VideosAPI

/// What came of one create request, as the money rules see it.
package enum CreateOutcome: Equatable, Sendable {
  /// Answered with an id; `cost` is the price header, when there was one.
  case accepted(Video, cost: String?)
  /// Refused for good: nothing was made, nothing charged as far as known.
  case refused(Problem)
  /// Nothing was accepted; it leaves again only by a key.
  case held(HeldReason, Problem)
  /// Asked to slow down; it leaves again after the wait.
  case slowedDown(wait: Duration, Problem)
  /// It may have been accepted: a person decides.
  case unsure(Problem)
}
