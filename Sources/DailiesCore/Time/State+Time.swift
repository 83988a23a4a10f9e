extension State {
  /// What is usual for takes like a running one; nil while nothing is known.
  package func usualTime(of take: Take) -> UsualTime? { times.estimate(of: take, at: now)?.usual }

  /// What one's own finished takes say of a running one; nil while they say nothing.
  package func timeLeft(of take: Take) -> TimeLeft? { times.estimate(of: take, at: now)?.left }
}
