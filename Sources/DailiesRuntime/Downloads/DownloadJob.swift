import DailiesCore

/// One film that is wanted, and what its tries have come to: a value that decides about the next one.
struct DownloadJob: Sendable {
  /// Waits before the second, third and fourth try. Source: Videos API reference, "Film".
  static let waits: [Duration] = [.seconds(2), .seconds(5), .seconds(15)]
  /// So often a film that is not ready yet is asked for again, every ten to twenty seconds.
  static let mostEarly = 100

  enum Step: Equatable {
    case tryAgain(after: Duration, Problem)
    case failed(Problem)
    case gone(Problem)
    case cancelled
  }

  let take: Take
  let folder: String
  let template: String
  /// Whether it waits for the network as long as it takes; else a few tries are all.
  let isPatient: Bool
  private(set) var source = Transfer.Source.content
  /// Its place among those that wait: smaller ones go first.
  var rank: Int
  /// Bytes that are to come, as far as it was told when there was no room for them.
  var expectedRest: Int64 = 0
  private var failures = 0
  /// Tries in a row that did not reach the service.
  private var misses = 0
  private var early = 0
  private var keyRefusals = 0
  /// The longest the file has been; a try that gets further begins the count of failures anew.
  private var furthest: Int64 = 0
  /// What the first source came to, when the second one is being tried.
  private var firstEnd: Step?

  init(take: Take, folder: String, template: String, isPatient: Bool = false) {
    self.take = take
    rank = take.rank
    self.isPatient = isPatient
    self.folder = folder
    self.template = template
  }

  /// - Parameter bytes: How many bytes of the film the try left on disk.
  mutating func ended(_ verdict: DownloadVerdict, bytes: Int64) -> Step {
    if bytes > furthest {
      furthest = bytes
      failures = 0
    }
    guard case .unreachable(let problem) = verdict else {
      misses = 0
      return ended(verdict)
    }
    guard isPatient else { return ended(verdict) }
    misses += 1
    return .tryAgain(after: PollTiming.offline(misses), problem)
  }

  private mutating func ended(_ verdict: DownloadVerdict) -> Step {
    switch verdict {
    case .cancelled:
      return .cancelled
    case .failedHere(let problem):
      return .failed(problem)
    case .unreachable(let problem):
      return ended(.passing(problem, wait: nil))
    case .passing(let problem, let wait):
      guard failures < Self.waits.count else { return end(.failed(problem)) }
      failures += 1
      let usual = Self.waits[failures - 1]
      return .tryAgain(after: max(usual, min(wait ?? usual, PollTiming.hints.upperBound)), problem)
    case .early(let problem, let wait):
      guard early < Self.mostEarly else { return end(.failed(problem)) }
      early += 1
      return .tryAgain(after: wait.map(PollTiming.obeyed) ?? (early < 30 ? .seconds(10) : .seconds(20)), problem)
    case .keyRefused(let problem):
      guard keyRefusals == 0 else { return .failed(problem) }
      keyRefusals = 1
      return .tryAgain(after: PollTiming.secondThought, problem)
    case .gone(let problem):
      return end(.gone(problem))
    case .failed(let problem):
      return end(.failed(problem))
    }
  }

  /// The source has nothing more to give: the second one is tried, and where that fails too the first word stands.
  private mutating func end(_ step: Step) -> Step {
    if let firstEnd { return firstEnd }
    guard let address = take.filmAddress, let problem = step.problem else { return step }
    firstEnd = step
    source = .address(address)
    (failures, early, keyRefusals, furthest) = (0, 0, 0, 0)
    return .tryAgain(after: .zero, problem)
  }
}

extension DownloadJob.Step {
  fileprivate var problem: Problem? {
    switch self {
    case .tryAgain(_, let problem), .failed(let problem), .gone(let problem): problem
    case .cancelled: nil
    }
  }
}
