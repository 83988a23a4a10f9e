/// What is known of the way to the service: by the poller, by its answers, and by those to creates and imports.
extension State {
  mutating func networkChanged(_ network: NetworkState, of service: Take.Service?) {
    let service = service ?? self.service.ofTakes
    switch (networks[service] ?? .unknown, network) {
    // Every try of the way is told: it is broken since the first one.
    case (.offline, .offline): break
    case (let before, .slowedDown(let until)):
      networks[service] = network
      if case .slowedDown = before { break }
      logged(Note(Strings.pauseAsked, time(until)))
    case (.offline, .reached) where service == self.service.ofTakes: reachedAgain()
    default: networks[service] = network
    }
  }

  /// A question about a take was answered. What was under way when the service asked for a pause does not end it.
  mutating func takeReached(_ number: Take.Number) {
    guard liveTakes[number].map({ $0.service == service.ofTakes }) ?? true else { return }
    if case .slowedDown(let until) = network, until > now { return }
    if case .offline = network { reachedAgain() } else { network = .reached }
  }

  mutating func learnNetwork(from take: Take, before: TakePhase?) {
    guard take.service.baseURL == service.baseURL else { return }
    if before == .sending {
      if take.phase == .unsure || take.phase == .held {
        learnNetwork(from: take.problem)
      } else if take.phase != .sending, take.phase != .dropped {
        network = .reached
      }
    } else if network == .unknown {
      // The service has just answered for it: for its id as it was brought in, or to another program that asks.
      let answers = [take.accepted, take.unfinishedAt, take.finished].compactMap { $0 }
      if answers.contains(where: { now - $0 < .seconds(10) }) { network = .reached }
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
