/// How long one take took: from the request to the check that found its film ready.
package struct TakeTime: Hashable, Sendable {
  package var number: Take.Number
  package var kind: TakeKind
  package var took: Duration
  package var finished: Timestamp

  package init(number: Take.Number, kind: TakeKind, took: Duration, finished: Timestamp) {
    self.number = number
    self.kind = kind
    self.took = took
    self.finished = finished
  }
}

extension Take {
  /// What it teaches of how long takes take; nil while it is not finished, when it has no film, and when nobody knows how
  /// long it took: it was made elsewhere, or nobody asked for so long before its finish was found that the finish may lie
  /// more than a quarter of the time back.
  package var time: TakeTime? {
    guard let sent, let finished, let unfinishedAt else { return nil }
    switch phase {
    case .ready, .saving, .saved: break
    case .held, .leaving, .sending, .unsure, .queued, .running, .failed, .gone, .dropped: return nil
    }
    let took = finished - sent
    let unseen = finished - unfinishedAt
    guard took > .zero, unseen >= .zero, unseen <= max(Self.usualInterval, took / 4) else { return nil }
    return TakeTime(number: number, kind: TakeKind(self), took: took, finished: finished)
  }

  /// Checks of young takes are at most this far apart: without it no take could teach that was ready at its first check.
  private static let usualInterval = Duration.seconds(20)
}
