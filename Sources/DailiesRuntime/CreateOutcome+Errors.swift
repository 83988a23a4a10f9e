package import DailiesCore
package import VideosHTTP

extension CreateOutcome {
  package init(_ created: Created) {
    self = .accepted(created.video, cost: created.cost.map { "\($0)" })
  }

  /// What a failed create means for its take.
  ///
  /// - Parameter slowdowns: How often the service has asked this take to slow down before; the wait doubles with each time
  ///   when the service names none.
  package init(_ error: VideosError, slowdowns: Int = 0) {
    let problem = Problem(error)
    switch CreateVerdict(error) {
    case .refused: self = .refused(problem)
    case .held(.notSent) where problem.kind == .unreachable: self = .held(.offline, problem)
    case .held(let reason): self = .held(HeldReason(reason), problem)
    case .slowedDown(let wait): self = .slowedDown(wait: wait ?? PollTiming.pause(slowdowns + 1), problem)
    case .unsure: self = .unsure(problem)
    }
  }
}

extension HeldReason {
  fileprivate init(_ reason: CreateVerdict.Reason) {
    switch reason {
    case .notSent, .proxyRefused: self = .notSent
    case .keyRefused: self = .keyRefused
    case .balanceUsedUp: self = .balanceUsedUp
    case .moved: self = .wrongAddress
    }
  }
}
