/// What was said, and how long it stands.
extension State {
  mutating func note(_ note: Note) {
    var note = note
    note.at = now
    message = note
    keep(note)
  }

  /// Only the activity log tells it.
  mutating func keep(_ note: Note) {
    var note = note
    note.at = now
    log.append(note)
    linear?.noteCount += 1
    if log.count > 500 { log.removeFirst(log.count - 500) }
  }

  /// A key was pressed that does something else: what was said before is old, unless nobody can have read it yet. The
  /// activity log keeps it.
  mutating func dismissMessage() {
    if let at = message?.at, now - at < .seconds(2) { return }
    message = nil
  }

  /// Another key came than the one that would have quit: what was said of it no longer holds.
  mutating func disarmQuitting() {
    guard isQuitArmed else { return }
    isQuitArmed = false
    if [Strings.pressAgain, Strings.pressAgainOrQ].contains(message?.phrase) { message = nil }
  }
}
