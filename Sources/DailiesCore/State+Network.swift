/// What the answers to creates and imports say about the way to the service; state queries report it themselves.
extension State {
  mutating func learnNetwork(from take: Take, before: TakePhase?) {
    guard take.service.baseURL == service.baseURL else { return }
    if before == .sending {
      if take.phase == .unsure || take.phase == .held {
        learnNetwork(from: take.problem)
      } else if take.phase != .sending, take.phase != .dropped {
        network = .reached
      }
    } else if before == nil, network == .unknown, let accepted = take.accepted, now - accepted < .seconds(10) {
      // Nobody saw it leave: it was brought in by its id, which the service has just answered for.
      network = .reached
    }
  }

  mutating func learnNetwork(from problem: Problem?) {
    switch problem?.kind {
    case .unreachable, .insecure:
      if case .offline = network { return }
      network = .offline(since: now)
    case .keyRefused:
      network = .keyRefused
    case .answerLost, .interrupted:
      // It left this machine, so the way was there; what is known to be worse stays.
      if network == .unknown { network = .reached }
    case .rateLimited:
      if case .slowedDown = network { return }
      network = .reached
    default:
      if problem?.status != nil { network = .reached }
    }
  }
}
