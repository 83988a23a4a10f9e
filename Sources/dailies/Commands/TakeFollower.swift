import DailiesCore
import DailiesRuntime
import DailiesViews
import Synchronization

/// Follows what happens to takes, for commands that wait for some of them.
final class TakeFollower: Sendable {
  let actions: AsyncStream<Action>
  private let continuation: AsyncStream<Action>.Continuation

  private let language: Language

  init(_ language: Language) {
    self.language = language
    (actions, continuation) = AsyncStream.makeStream()
  }

  /// What a limit had to say to the last yes.
  private let refused = Mutex<Problem?>(nil)
  var refusal: Problem? { refused.withLock(\.self) }

  /// How long one's own takes took; those that finish meanwhile are learned.
  private let times = Mutex(TakeTimes())
  func learn(_ known: [TakeTime]) { times.withLock { $0.replace(with: known) } }

  /// A take as other programs read it, with an estimate of the time it has left.
  func json(_ take: Take, at now: Timestamp) -> String {
    times.withLock { TakeReport(take, times: $0, at: now) }.jsonLine
  }

  func report(_ action: Action) {
    if case .takeChanged(let take, _) = action, let time = take.time { times.withLock { $0.learn(time) } }
    if case .takesNotRecorded(let problem) = action, [.overLimit, .priceUnknown].contains(problem.kind) {
      refused.withLock { $0 = problem }
    }
    continuation.yield(action)
  }

  /// Waits until `isDone` holds for each of the takes.
  ///
  /// - Parameters:
  ///   - takes: As they stand now.
  ///   - changed: Called for every change of one of them.
  /// - Returns: The takes as they then stand, by number.
  func wait(
    for takes: [Take], changed: (Take) -> Void = { _ in }, until isDone: (Take) -> Bool
  ) async -> [Take.Number: Take] {
    var current = Dictionary(takes.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    // Of those nothing comes any more unless a person asks: the service refuses the question.
    var refused: Set<Take.Number> = []
    var lacksSpace = false
    func isOver() -> Bool { current.values.allSatisfy { isDone($0) || refused.contains($0.number) } }
    if isOver() { return current }
    for await action in actions {
      switch action {
      case .takeChanged(let take, _) where current[take.number] != nil:
        let before = current.updateValue(take, forKey: take.number)
        let isNew =
          before?.phase != take.phase || before?.percentComplete != take.percentComplete
          || before?.heldReason != take.heldReason
        if isNew { changed(take) }
      case .noted(let note) where note.tone == .bad || note.tone == .attention:
        StandardError.write(note.text(language) + "\n")
      // Told when it begins, not for every film that comes to wait.
      case .spaceChanged(let shortage):
        if let shortage, !lacksSpace { StandardError.write(shortage.note.text(language) + "\n") }
        lacksSpace = shortage != nil
      case .takeNotReached(let number, let problem, _, nil) where problem.kind.errorClass != .key:
        refused.insert(number)
      case .takeReached(let number, _, _): refused.remove(number)
      default: continue
      }
      if isOver() { break }
    }
    return current
  }
}

extension Take {
  /// `2:10, ~1:20 left` of a running take, by one's own finished ones; nil when they say nothing.
  func timeLine(_ times: TakeTimes, at now: Timestamp, _ language: Language) -> String? {
    guard let estimate = times.estimate(of: self, at: now) else { return nil }
    let left =
      switch estimate.left {
      case .left(let left): Strings.leftShort(language, left.clock)
      case .late(let late): Strings.lateBy(language, late.clock)
      }
    return Strings.withElapsed(language, estimate.elapsed.clock, left)
  }

  /// Nothing more happens to it without a person.
  var isSettled: Bool {
    switch phase {
    case .leaving, .sending, .queued, .running, .saving: false
    case .held: heldReason != .waitingTurn && heldReason != .slowedDown
    case .unsure, .ready, .saved, .failed, .gone, .dropped: true
    }
  }

  /// One line for a person: number, state, and what matters about it.
  func line(_ language: Language) -> String {
    var parts = [number.description, phase.word(language)]
    if let percentComplete { parts.append("\(percentComplete)%") }
    if phase == .held, let heldReason { parts.append(heldReason.text(language)) }
    // What went wrong with it before it was dropped does not count any more.
    if let problem, phase != .dropped { parts.append(problem.text(language, number)) }
    if phase == .held, isSettled { parts.append(Strings.heldOnCommandLine(language, number.description)) }
    if let filePath { parts.append(filePath) }
    return parts.joined(separator: "  ")
  }
}
