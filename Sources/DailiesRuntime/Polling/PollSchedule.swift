package import DailiesCore

/// Who is asked when: a value that knows every watched take and what the service last said, but no clock, no network.
///
/// Its owner calls `next(at:)` until it says to wait, asks what it names, and reports each outcome to `ended`. Times
/// are counted from the start of the owner's clock, and never go back. Every step costs O(log n) for n takes.
///
/// Takes of one service share a *lane*: its limits, a pause it asked for, a refused key, a broken way to it. Within a
/// lane the take that is due longest comes first, the selected one before all. No more than `Limits.perSecond`
/// questions leave in a second, also after the machine slept: what is overdue is spread, never sent at once.
package struct PollSchedule: Sendable {
  package struct Limits: Hashable, Sendable {
    /// Questions under way at once, for one service.
    package var inFlight: Int
    package var perSecond: Int

    package init(inFlight: Int = 8, perSecond: Int = 10) {
      self.inFlight = max(1, inFlight)
      self.perSecond = max(1, perSecond)
    }
  }

  package enum Step: Equatable, Sendable {
    /// Ask this take now; it is under way until `ended` is called for it.
    case ask(Take.Number)
    /// Nothing to do before that time, unless something is reported or changed.
    case wait(until: Duration)
    /// Nothing to do until something is reported or changed.
    case idle
  }

  /// How a question ended, as far as the schedule cares.
  package enum Outcome: Equatable, Sendable {
    /// The service answered with a state that is not final; `hint` is the wait it asked for.
    case unfinished(hint: Duration?)
    case finished
    /// The question itself was refused for good (400).
    case refused
    /// A fault that goes by; `wait` is what the answer asked for.
    case passing(wait: Duration?)
    /// 404: not known, or not yet.
    case unknown
    case rateLimited(wait: Duration?)
    case keyRefused
    /// No connection to the service.
    case unreachable
    /// The asking was broken off on our side.
    case abandoned
  }

  /// What became of a lane, or of a take, by the last outcome.
  package enum News: Equatable, Sendable {
    case slowedDown(until: Duration)
    /// The key was refused twice: the lane asks nothing until `resume`.
    case stopped
    case offline(nextTry: Duration)
    /// The lane works again.
    case resumed
    /// Not known to the service for several minutes. It is asked all the same.
    case seemsLost
  }

  private let limits: Limits
  private var generator: any RandomNumberGenerator & Sendable
  private var lanes: [PollLane] = []
  private var laneOfService: [Take.Service: Int] = [:]
  private var laneOfTake: [Take.Number: Int] = [:]
  private var selected: Take.Number?

  package init(
    limits: Limits = Limits(), generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.limits = limits
    self.generator = generator
  }

  package var count: Int { laneOfTake.count }

  /// Begins to watch a take. Does nothing when it is watched already.
  ///
  /// - Parameter age: Time since the service accepted it.
  package mutating func add(_ number: Take.Number, service: Take.Service, age: Duration, at now: Duration) {
    guard laneOfTake[number] == nil else { return }
    let index = lane(of: service)
    laneOfTake[number] = index
    lanes[index].add(number, birth: now - max(age, .zero), at: now, jitter: jitter())
  }

  /// Stops watching a take; an answer that is under way is ignored.
  package mutating func remove(_ number: Take.Number) {
    guard let index = laneOfTake.removeValue(forKey: number) else { return }
    lanes[index].remove(number)
  }

  /// The take a person looks at is asked before all others that are due.
  package mutating func select(_ number: Take.Number?) { selected = number }

  /// Asks a take as soon as the limits and a pause of the service allow, also while the key counts as refused.
  package mutating func checkNow(_ number: Take.Number) {
    guard let index = laneOfTake[number] else { return }
    lanes[index].hurry(number)
  }

  /// The key or the address of a service was changed: its takes are asked again.
  package mutating func resume(_ service: Take.Service, at now: Duration) -> News? {
    guard let index = laneOfService[service] else { return nil }
    return lanes[index].reopen(at: now)
  }

  package mutating func next(at now: Duration) -> Step {
    var wake: Duration?
    for index in lanes.indices {
      switch lanes[index].next(at: now, selected: selected) {
      case .ask(let number): return .ask(number)
      case .wait(let until): wake = min(wake ?? until, until)
      case .idle: break
      }
    }
    return wake.map { .wait(until: $0) } ?? .idle
  }

  package mutating func ended(_ number: Take.Number, service: Take.Service, with outcome: Outcome, at now: Duration)
    -> [News]
  {
    let index = lane(of: service)
    let news = lanes[index].ended(number, with: outcome, at: now, jitter: jitter())
    if laneOfTake[number] == index, !lanes[index].watches(number) { laneOfTake[number] = nil }
    return news
  }

  /// When a take will be asked next; nil while it is being asked, when it is not watched, or when its lane has stopped.
  package func nextCheck(of number: Take.Number) -> Duration? {
    laneOfTake[number].flatMap { lanes[$0].nextCheck(of: number) }
  }

  private mutating func lane(of service: Take.Service) -> Int {
    if let index = laneOfService[service] { return index }
    lanes.append(PollLane(limits: limits))
    laneOfService[service] = lanes.count - 1
    return lanes.count - 1
  }

  private mutating func jitter() -> Double { Double.random(in: 0..<1, using: &generator) }
}
