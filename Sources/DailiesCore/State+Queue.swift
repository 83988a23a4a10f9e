/// What waits to be sent: paused, moved, let go, dropped.
extension State {
  mutating func queuePaused(_ isPaused: Bool) {
    guard isPaused != isQueuePaused else { return }
    isQueuePaused = isPaused
    note(Note(isPaused ? Strings.queueIsPaused : Strings.queueGoesOn, tone: isPaused ? .attention : .plain))
  }

  /// Lets a held take go; those of its batch that wait for the same go with it.
  mutating func release(_ take: Take) -> [Effect] {
    if take.heldReason == .paused, isQueuePaused {
      note(Note(Strings.queueIsPaused, tone: .attention))
      return []
    }
    return [.release(sisters(of: take), countdown: settings.countdown)]
  }

  /// The takes that a key on this held one is meant for.
  package func sisters(of take: Take) -> [Take.Number] {
    guard let batch = take.batch, let reason = take.heldReason, reason.isOfBatch else { return [take.number] }
    let sisters = liveTakes.takes(in: .held).filter { $0.batch?.first == batch.first && $0.heldReason == reason }
    return Set(sisters.map(\.number) + [take.number]).sorted()
  }

  /// What is held of the batch of a take; nothing when it is of none.
  func heldBatch(of take: Take) -> [Take.Number] {
    let held = liveTakes.takes(in: .held).filter { $0.batch != nil && $0.batch?.first == take.batch?.first }
    return held.map(\.number).sorted()
  }
}
