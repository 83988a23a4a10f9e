extension State {
  /// Whether an action tells something that a person waits for, rather than a figure that changes all the time.
  ///
  /// To be asked before the action is applied.
  package func isNews(_ action: Action) -> Bool {
    switch action {
    case .checkPlanned, .takeAsked, .takeReached, .takeNotReached, .transferProgressed, .clockAdvanced: false
    case .takeChanged(let take, _): liveTakes[take.number]?.phase != take.phase
    default: true
    }
  }
}
