import TerminalCanvas

/// Takes that were to leave while the service could not be reached: they ask before they leave.
extension State {
  /// The oldest first.
  package var waitingForWay: [Take.Number] {
    liveTakes.takes(in: .held).filter { $0.heldReason == .offline }.map(\.number).sorted()
  }

  /// What the service works on of the rows that are drawn.
  package var watchedInSight: [Take.Number] {
    guard let rows = layout.takes?.list.rows else { return [] }
    let shown = list.top..<max(list.top, min(list.total, list.top + rows))
    return shown.compactMap { list.row(at: $0) }.filter(\.phase.isWatched).map(\.number)
  }

  /// What stands in the line of messages while nothing newer does.
  package var standingNote: Note? {
    let count = waitingForWay.count
    guard count > 0 else { return nil }
    if case .offline = network { return Note(count == 1 ? Strings.waitsForWay : Strings.waitForWay, String(count)) }
    return Note(count == 1 ? Strings.waitsToLeave : Strings.waitToLeave, String(count), tone: .attention)
  }

  /// The way to the service is there again: what waits for it is told once more, and kept in the activity log.
  mutating func reachedAgain() {
    network = .reached
    if let standing = standingNote { note(standing) }
  }

  /// Lets all of them go, with a countdown as after a yes.
  mutating func sendWaiting() -> [Effect] { [.release(waitingForWay, countdown: settings.countdown)] }
}
