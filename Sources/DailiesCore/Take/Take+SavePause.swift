/// Saving that a person stops and lets go on. It stays so until the person says otherwise, also over a start of the
/// program.
extension Take {
  /// How far a film was when a person stopped saving it, in bytes; nil where that is not known.
  package struct SavePause: Hashable, Codable, Sendable {
    package var received: Int64?
    package var expected: Int64?

    package init(received: Int64? = nil, expected: Int64? = nil) {
      self.received = received
      self.expected = expected
    }
  }

  /// It is to be saved by itself, where that is wanted at all.
  package var isToBeSaved: Bool { phase == .ready && savePause == nil }

  /// It is being saved, waits for that, or would be but for a person.
  package var isInSaving: Bool { phase == .saving || savePause != nil }

  /// A person stops saving it. Whoever fetches it breaks that off when it hears of it.
  package mutating func pauseSaving() -> Bool {
    guard phase == .saving || phase == .ready, savePause == nil else { return false }
    savePause = SavePause()
    return true
  }

  /// Its transfer was broken off; the take is READY again, and what arrived is kept.
  package mutating func saveBrokenOff(_ transfer: TakeActivity.Transfer?) -> Bool {
    guard phase == .saving else { return false }
    phase = .ready
    if savePause != nil, let transfer {
      savePause = SavePause(received: transfer.bytesReceived, expected: transfer.bytesExpected)
    }
    return true
  }
}
