import DailiesCore

/// The exit codes of the command line. They are a promise: see the table in README.md.
enum CommandExit {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 2
  static let setup: Int32 = 3
  static let notSent: Int32 = 4
  static let unsure: Int32 = 5
  static let takeFailed: Int32 = 6
  static let stillRunning: Int32 = 7
  static let notSaved: Int32 = 8
  static let notConfirmed: Int32 = 9
  static let slowedDown: Int32 = 10
  /// The terminal is gone; what a shell makes of SIGHUP, which may not have been sent.
  static let hungUp: Int32 = 129

  /// The code of the worst of several takes.
  static func worst(_ codes: [Int32]) -> Int32 {
    let order = [unsure, setup, notConfirmed, slowedDown, notSent, takeFailed, notSaved, stillRunning, failed]
    return order.first(where: codes.contains) ?? done
  }

  /// What a take's state means to a script that waited for it.
  ///
  /// - Parameter saves: Whether it was to be saved as well.
  static func code(for take: Take, saves: Bool) -> Int32 {
    switch take.phase {
    case .saved: done
    case .ready: saves ? notSaved : done
    case .unsure: unsure
    case .failed, .gone: takeFailed
    case .dropped: notSent
    case .held: heldCode(take.heldReason)
    case .leaving, .sending, .queued, .running, .saving: saves ? stillRunning : done
    }
  }

  private static func heldCode(_ reason: HeldReason?) -> Int32 {
    switch reason {
    case .keyRefused, .balanceUsedUp: setup
    case .slowedDown, .slowedTooLong: slowedDown
    case .paused, .canary, .canarySeen, .canaryFailed, .refusedTwice: notConfirmed
    case .wrongAddress, .notSent, .offline, .interrupted, .waitingTurn, nil: notSent
    }
  }
}
