/// How it stands with asking the service about a take that it works on.
package enum TakeAsking: Equatable, Sendable {
  /// It is asked, and answers.
  case usual
  /// The service is not reached since then: none of its takes is.
  case offline(since: Timestamp)
  /// The key was refused, or there is none: nothing is asked.
  case keyRefused
  /// The service asked for a pause until then.
  case paused(until: Timestamp)
  /// The last question about this take brought no state, and there was none since then.
  case failing(Problem, since: Timestamp)
  /// The service refuses the question about this take: it is asked again only by a person.
  case refused(Problem)
}

extension State {
  /// Nil for a take that is not asked about.
  package func asking(about take: Take) -> TakeAsking? {
    guard take.phase.isWatched else { return nil }
    if take.service == service.ofTakes, !service.hasKey, !service.isDemo { return .keyRefused }
    switch networks[take.service] ?? .unknown {
    case .offline(let since): return .offline(since: since)
    case .keyRefused: return .keyRefused
    case .slowedDown(let until) where until > now: return .paused(until: until)
    case .slowedDown, .reached, .unknown: break
    }
    // A pause and a key are told of as a whole, by the service.
    guard let activity = activity[take.number], let problem = activity.lastFailure,
      ![.rateLimited, .keyRefused, .keyMissing].contains(problem.kind)
    else { return .usual }
    if activity.isRefused { return .refused(problem) }
    return .failing(problem, since: activity.lastReached ?? take.accepted ?? take.sent ?? take.recorded)
  }
}
