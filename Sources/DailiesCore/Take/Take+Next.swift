/// What a person can do about a take as it stands, with the keys that do it now.
extension State {
  /// Nil where its problem says it already, or where there is nothing to do.
  package func nextStep(for take: Take) -> String? {
    if take.problem != nil, take.phase != .saved { return nil }
    switch take.phase {
    case .held:
      if take.heldReason == .paused { return say(Strings.nextPaused) }
      if take.leavesByItself { return say(Strings.nextByItself) }
      return take.heldReason?.isOfBatch == true
        ? say(Strings.nextBatch) : say(Strings.nextHeld)
    case .leaving: return say(Strings.nextLeaving)
    case .unsure: return say(Strings.nextUnsure)
    case .queued, .running: return say(Strings.nextWatched)
    case .ready: return say(Strings.nextReady)
    case .saved: return say(Strings.nextSaved)
    case .failed, .gone, .dropped: return say(Strings.nextEnded)
    case .sending, .saving: return nil
    }
  }
}
