import DailiesCore

extension State {
  /// When the service is asked next about a take, or what that waits for; nil: not known here, where another program asks.
  func nextCheck(of take: Take, _ asking: TakeAsking) -> String? {
    switch asking {
    case .offline: return say(Strings.askedWhenReached)
    case .keyRefused: return say(Strings.askedWithKey)
    case .paused(let until): return say(Strings.pausedUntil, time(until))
    case .refused: return say(Strings.askedByKey)
    case .usual, .failing: break
    }
    guard let activity = activity[take.number] else { return nil }
    if activity.isUnderWay { return say(Strings.nextCheckNow) }
    guard let next = activity.nextCheck else { return nil }
    return say(Strings.nextCheck, max(.seconds(1), next - now).rough(language))
  }
}
