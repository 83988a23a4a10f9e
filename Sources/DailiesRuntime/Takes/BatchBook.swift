import DailiesCore

/// What this program has seen of batches since it started. What was confirmed by an earlier run leaves by a key alone.
struct BatchBook: Sendable {
  /// Batches that were confirmed in this run and whose first take is not accepted yet.
  private var open: Set<Take.Number> = []
  /// Takes of which was noted that they were accepted, or how they ended.
  private var accepted: Set<Take.Number> = []
  private var ended: Set<Take.Number> = []
  private var streaks: [Take.Number: Streaks] = [:]

  /// Refusals of the request, and films that were not made: each in a row of its own.
  private struct Streaks: Sendable {
    var requests = RefusalStreak()
    var films = RefusalStreak()
  }

  mutating func confirmed(_ takes: [Take]) {
    guard let batch = takes.first?.batch, batch.canary != nil else { return }
    open.insert(batch.first)
  }

  /// Whether the takes that follow this canary leave now; only once.
  mutating func release(_ first: Take.Number) -> Bool { open.remove(first) != nil }

  /// - Returns: What stops the batch of this take now; nil when nothing does.
  mutating func stop(after take: Take) -> Problem? {
    guard let batch = take.batch?.first else { return nil }
    var streaks = streaks[batch] ?? Streaks()
    defer { self.streaks[batch] = streaks }
    switch take.phase {
    case .queued, .running:
      if accepted.insert(take.number).inserted { streaks.requests.succeeded() }
    case .ready, .saving, .saved:
      if ended.insert(take.number).inserted { streaks.films.succeeded() }
    case .failed:
      guard let problem = take.problem, ended.insert(take.number).inserted else { return nil }
      let isSecond =
        take.accepted == nil ? streaks.requests.refused(problem) : streaks.films.refused(problem)
      return isSecond ? problem : nil
    case .held, .leaving, .sending, .unsure, .gone, .dropped: break
    }
    return nil
  }
}
