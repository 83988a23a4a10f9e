/// What a person can do about a take as it stands, with the keys that do it now.
extension State {
  /// Nil where its problem says it already, or where there is nothing to do.
  package func nextStep(for take: Take) -> String? {
    if take.problem != nil, take.phase != .saved { return nil }
    func keyed(_ phrase: Phrase, _ commands: Command...) -> String {
      phrase.fill(language, commands.map { keyName($0, in: .takes) })
    }
    switch take.phase {
    case .held:
      if take.heldReason == .paused { return keyed(Strings.nextPaused, .pauseQueue, .drop) }
      if take.leavesByItself { return keyed(Strings.nextByItself, .drop) }
      return take.heldReason?.isOfBatch == true
        ? keyed(Strings.nextBatch, .open, .dropBatch) : keyed(Strings.nextHeld, .open, .drop)
    case .leaving: return keyed(Strings.nextLeaving, .takeBackLeaving, .open)
    case .unsure: return keyed(Strings.nextUnsure, .open)
    case .queued, .running: return keyed(Strings.nextWatched, .checkNow)
    case .ready: return keyed(Strings.nextReady, .save)
    case .saved: return keyed(Strings.nextSaved, .play, .again)
    case .failed, .gone, .dropped: return keyed(Strings.nextEnded, .again, .edit)
    case .sending, .saving: return nil
    }
  }
}
