package import VideosAPI

/// The life of a take, one method for each thing that can happen to it. Each returns whether it applied: news that
/// arrives late, for a take that has moved on, changes nothing.
extension Take {
  /// How long the service may go on asking to slow down before the take waits for a key.
  package static let slowdownLimit = (times: 5, span: Duration.seconds(30 * 60))

  package mutating func startCountdown(until: Timestamp) -> Bool {
    guard phase == .held || phase == .leaving else { return false }
    phase = .leaving
    heldReason = nil
    problem = nil
    leavesAt = until
    return true
  }

  package mutating func hold(_ reason: HeldReason, _ problem: Problem? = nil) -> Bool {
    guard phase == .held || phase == .leaving else { return false }
    phase = .held
    heldReason = reason
    self.problem = problem ?? self.problem
    if reason != .slowedDown { leavesAt = nil }
    return true
  }

  /// The intent to send. Must be on disk before the first byte leaves.
  package mutating func startSending(at now: Timestamp) -> Bool {
    guard phase == .leaving || phase == .held else { return false }
    phase = .sending
    heldReason = nil
    leavesAt = nil
    problem = nil
    sent = now
    return true
  }

  package mutating func takeBack() -> Bool {
    guard phase == .held || phase == .leaving else { return false }
    phase = .dropped
    heldReason = nil
    leavesAt = nil
    return true
  }

  package mutating func createEnded(_ outcome: CreateOutcome, at now: Timestamp) -> Bool {
    guard phase == .sending else { return false }
    switch outcome {
    case .accepted(let video, let cost):
      videoID = video.id
      accepted = now
      billedCost = cost
      billedSeconds = video.usage?.durationSeconds
      phase = .queued
      unfinishedAt = now
      _ = receive(video, at: now)
    case .refused(let problem):
      phase = .failed
      finished = now
      self.problem = problem
    case .held(let reason, let problem):
      phase = .held
      heldReason = reason
      self.problem = problem
      sent = nil
    case .slowedDown(let wait, let problem):
      phase = .held
      self.problem = problem
      sent = nil
      slowdowns += 1
      let since = firstSlowdown ?? now
      firstSlowdown = since
      let isTooLong = slowdowns >= Self.slowdownLimit.times || now - since >= Self.slowdownLimit.span
      heldReason = isTooLong ? .slowedTooLong : .slowedDown
      leavesAt = isTooLong ? nil : now + wait
    case .unsure(let problem):
      becomeUnsure(problem)
    }
    return true
  }

  private mutating func becomeUnsure(_ problem: Problem) {
    phase = .unsure
    self.problem = problem
  }

  /// A state answer of the service. The id of the create answer stays the id for good.
  ///
  /// - Parameter unfinishedAt: When it was last heard before that it is not finished; nil: when it was accepted.
  package mutating func receive(_ video: Video, at now: Timestamp, unfinishedAt: Timestamp? = nil) -> Bool {
    guard phase.isWatched else { return false }
    serviceWord = video.statusWord
    percentComplete = video.progress ?? percentComplete
    if let address = video.contentAddress { filmAddress = address }
    if let seconds = video.usage?.durationSeconds { billedSeconds = seconds }
    learnOrder(seconds: video.seconds, size: video.size)
    if let at = video.expiresAt { expires = Timestamp(seconds: Int64(at)) }
    switch video.status {
    case .queued:
      phase = .queued
    case .running, .other:
      phase = .running
    case .completed:
      phase = .ready
      percentComplete = nil
      finished = now
      completed = video.completedAt.map { Timestamp(seconds: Int64($0)) }
      self.unfinishedAt = unfinishedAt ?? self.unfinishedAt
    case .failed:
      end(.failed, Problem(Self.failureKind(video), detail: video.failure?.message ?? ""), at: now)
    case .cancelled:
      end(.failed, Problem(.cancelled, detail: video.failure?.message ?? ""), at: now)
    case .expired:
      end(.failed, Problem(.expired, detail: video.failure?.message ?? ""), at: now)
    }
    return true
  }

  private static func failureKind(_ video: Video) -> Problem.Kind {
    video.failure?.kind == .contentRefused ? .contentRefused : .generationFailed
  }

  private mutating func end(_ phase: TakePhase, _ problem: Problem, at now: Timestamp) {
    self.phase = phase
    self.problem = problem
    percentComplete = nil
    finished = finished ?? now
  }

  package mutating func startSaving() -> Bool {
    guard phase == .ready || phase == .gone || (phase == .failed && videoID != nil) else { return false }
    phase = .saving
    (savePause, queuePlace) = (nil, nil)
    return true
  }

  /// It was saved, and the file is not at this path any more.
  package mutating func startSaving(insteadOf path: String) -> Bool {
    guard phase == .saved, filePath == path else { return false }
    phase = .saving
    (filePath, fileBytes, saved) = (nil, nil, nil)
    (savePause, queuePlace) = (nil, nil)
    return true
  }

  package mutating func saveEnded(path: String, bytes: Int64, film: FilmFacts?, at now: Timestamp) -> Bool {
    guard phase == .saving || phase == .ready else { return false }
    phase = .saved
    problem = nil
    savePause = nil
    filePath = path
    fileBytes = bytes
    if let film { learnOrder(seconds: film.seconds, size: VideoSize(width: film.width, height: film.height)) }
    self.film = film
    saved = now
    return true
  }

  /// Saving failed; the take is READY again, and what arrived is kept.
  package mutating func saveFailed(_ problem: Problem) -> Bool {
    guard phase == .saving || phase == .ready else { return false }
    phase = .ready
    self.problem = problem
    return true
  }

  /// There is no film and there will be none.
  package mutating func filmIsGone(_ problem: Problem, at now: Timestamp) -> Bool {
    guard phase == .saving || phase == .ready else { return false }
    savePause = nil
    end(.gone, problem, at: now)
    return true
  }

  package mutating func settle(_ settlement: Settlement, at now: Timestamp) -> Bool {
    guard phase == .unsure else { return false }
    switch settlement {
    case .id(let id):
      videoID = id
      accepted = now
      phase = .queued
      problem = nil
    case .neverArrived:
      phase = .dropped
      problem = Problem(.neverArrived)
    case .lost:
      end(.gone, Problem(.settledLost), at: now)
    }
    return true
  }

  /// What a start of the program makes of a take that the last run left behind: a countdown is held, a request that
  /// was under way is UNSURE, a transfer is READY and goes on where it stopped.
  package mutating func recover() -> Bool {
    switch phase {
    case .leaving:
      return hold(.interrupted)
    case .held where heldReason == .slowedDown || heldReason == .waitingTurn || followsCanary:
      return hold(.interrupted)
    case .sending:
      becomeUnsure(Problem(.interrupted))
      return true
    case .saving:
      phase = .ready
      return true
    case .held, .unsure, .queued, .running, .ready, .saved, .failed, .gone, .dropped:
      return false
    }
  }
}

/// What a person says of an UNSURE take.
package enum Settlement: Hashable, Sendable {
  /// The provider's console shows it, under this id.
  case id(String)
  case neverArrived
  case lost
}
