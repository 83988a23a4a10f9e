/// Where a take stands. The words and their meaning are the table of states in the documentation.
package enum TakePhase: String, Hashable, Codable, Sendable, CaseIterable {
  /// Waits on our side, for `Take.heldReason`; free to drop.
  case held
  /// The countdown runs until `Take.leavesAt`; free to take back.
  case leaving
  /// The create request is under way. After a crash such a take is UNSURE.
  case sending
  /// Sent, outcome unknown; may be charged; never sent again by itself.
  case unsure
  /// Accepted, not started.
  case queued
  /// Being made.
  case running
  /// Finished, not saved here.
  case ready
  /// Bytes are arriving.
  case saving
  /// The file was checked and is in place.
  case saved
  /// Refused, failed, cancelled or expired before there was a film.
  case failed
  /// Finished, but there is no film to be had.
  case gone
  /// Taken back, or settled as never arrived; hidden by default.
  case dropped

  /// The service works on it and is to be asked.
  package var isWatched: Bool { self == .queued || self == .running }

  /// Something will still happen to it without a person.
  package var isLive: Bool {
    switch self {
    case .leaving, .sending, .queued, .running, .saving: true
    case .held, .unsure, .ready, .saved, .failed, .gone, .dropped: false
    }
  }

  /// It has not left this machine yet.
  package var isUnsent: Bool { self == .held || self == .leaving }
}

/// Why a take is held.
package enum HeldReason: String, Hashable, Codable, Sendable, CaseIterable {
  /// As many as allowed are under way; leaves by itself when there is room.
  case waitingTurn
  /// The service asked to slow down; leaves by itself at `Take.leavesAt`, unless the program was started anew.
  case slowedDown
  /// The service went on asking to slow down for half an hour or five times.
  case slowedTooLong
  /// The key was missing or refused.
  case keyRefused
  /// The balance or budget is used up.
  case balanceUsedUp
  /// The address answered with a redirect, or is not a service of this kind.
  case wrongAddress
  /// Nothing left this machine: no connection, name lookup or TLS failed, or the picture could not be read.
  case notSent
  /// The service could not be reached. It asks before it leaves, also when the way is there again.
  case offline
  /// The program ended before it left.
  case interrupted
  /// The queue is paused.
  case paused
  /// The first take of its batch goes ahead.
  case canary
  /// That one is done: a person looks at it, and lets the others go or not.
  case canarySeen
  /// That one came to nothing.
  case canaryFailed
  /// Two takes of its batch were refused, one after the other, for the same reason.
  case refusedTwice
}
