/// Which yes a take belongs to, when that yes asked for several.
package struct Batch: Hashable, Codable, Sendable {
  /// The number of its first take: the name of the batch, and its canary if it has one.
  package var first: Take.Number
  /// What the others wait for; nil: for nothing.
  package var canary: Canary?

  package init(first: Take.Number, canary: Canary?) {
    self.first = first
    self.canary = canary
  }
}

/// What has to become of the first take of a batch before the others leave.
package enum Canary: String, Hashable, Codable, Sendable, CaseIterable {
  /// The service took it: then the others leave by themselves.
  case accepted
  /// Its film is there and a person has seen it: then the person lets the others go, or drops them.
  case seen

  /// The choices round the corner, the one without a canary among them.
  package static func next(after canary: Canary?) -> Canary? {
    switch canary {
    case nil: .accepted
    case .accepted: .seen
    case .seen: nil
    }
  }
}

/// What the state of a canary means to the takes that wait for it.
package enum CanaryVerdict: Equatable, Sendable {
  case wait
  /// They may leave.
  case release
  /// A person is to look at its film.
  case look
  /// They do not leave by themselves any more.
  case stop(Problem?)

  /// - Parameter savesAutomatically: A film that is ready is about to be saved, and then it can be seen.
  package init(_ take: Take, _ canary: Canary, savesAutomatically: Bool) {
    switch take.phase {
    case .leaving, .sending: self = .wait
    case .held:
      switch take.heldReason {
      case .waitingTurn, .slowedDown, .paused, .interrupted, .offline: self = .wait
      default: self = .stop(take.problem)
      }
    case .queued, .running: self = canary == .accepted ? .release : .wait
    case .ready, .saving:
      let isToCome = take.phase == .saving || savesAutomatically && take.problem == nil
      self = canary == .accepted ? .release : isToCome ? .wait : .look
    case .saved: self = canary == .accepted ? .release : .look
    case .unsure, .failed, .gone: self = .stop(take.problem)
    case .dropped: self = .stop(nil)
    }
  }
}

/// Refusals of a batch that follow one upon the other: the second of one class says that the rest would fare alike.
package struct RefusalStreak: Equatable, Sendable {
  private var kind: Problem.Kind?
  private var count = 0

  package init() {}

  /// - Returns: Whether the batch is to be stopped now.
  package mutating func refused(_ problem: Problem) -> Bool {
    count = problem.kind == kind ? count + 1 : 1
    kind = problem.kind
    return count == 2
  }

  package mutating func succeeded() {
    kind = nil
    count = 0
  }
}

extension HeldReason {
  /// The whole batch waits for one thing: a key on one of its takes is meant for all of them.
  package var isOfBatch: Bool {
    switch self {
    case .canary, .canarySeen, .canaryFailed, .refusedTwice: true
    default: false
    }
  }
}
