import TerminalCanvas

/// Takes that were to leave while the service could not be reached: they ask before they leave.
extension State {
  /// The oldest first.
  package var waitingForWay: [Take.Number] {
    liveTakes.heldOffline
  }

  /// What the service works on of the rows that are drawn.
  package var watchedInSight: [Take.Number] {
    guard let rows = layout.takes?.list.rows, !liveTakes.isEmpty else { return [] }
    return list.lines(rows).compactMap { line in
      guard case .row(_, let take?) = line, take.phase.isWatched else { return nil }
      return take.number
    }
  }

  /// What stands in the line of messages while nothing newer does.
  package var standingNote: Note? { waitingNote ?? saving.shortage?.note }

  private var waitingNote: Note? {
    let count = liveTakes.countOffline
    guard count > 0 else { return nil }
    if case .offline = network { return Note(count == 1 ? Strings.waitsForWay : Strings.waitForWay, String(count)) }
    return Note(count == 1 ? Strings.waitsToLeave : Strings.waitToLeave, String(count), tone: .attention)
  }

  /// The way to the service is there again: what waits for it is told once more, and kept in the activity log.
  mutating func reachedAgain() {
    network = .reached
    if let waiting = waitingNote { tell(waiting) }
  }

  /// Lets all of them go, with a countdown as after a yes.
  mutating func sendWaiting() -> [Effect] { [.release(waitingForWay, countdown: settings.countdown)] }
}
