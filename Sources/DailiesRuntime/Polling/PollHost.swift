import DailiesCore

/// One host and what all takes there share, whichever profile they are of: the rate, a pause it asked for, a broken way
/// to it. Part of `PollSchedule`.
struct PollHost: Sendable {
  /// Whether the host may be asked. Every state but `open` remembers the ticket since which it holds: the answer to a
  /// question that was asked before says nothing about it.
  enum Passage: Equatable, Sendable {
    case open
    /// The host asked for a pause.
    case paused(since: Int, until: Duration)
    /// Not reached so many times in a row; one question at a time tries the way.
    case offline(since: Int, until: Duration, failures: Int)
  }

  /// Of so many questions one goes to the take that is due longest, whatever else is due: nobody waits for good.
  private static let fairTurn = 4

  var limits: PollSchedule.Limits
  private(set) var lanes: [Take.Service: PollLane] = [:]
  /// The services in the order in which they came.
  private(set) var services: [Take.Service] = []
  /// The questions under way, by the ticket they were asked with.
  private var underWay: [Take.Number: Int] = [:]
  private var lastTicket = 0
  /// Before this time the rate allows no further question.
  private var nextSlot = Duration.zero
  private(set) var passage = Passage.open
  /// 429 in a row.
  private var pauses = 0
  /// By how much everything is slowed down: doubled by each pause, brought back to 1 by good answers.
  private var stretch = 1.0
  private var turns = 0

  init(limits: PollSchedule.Limits) { self.limits = limits }

  func watches(_ number: Take.Number, of service: Take.Service) -> Bool { lanes[service]?.watches(number) ?? false }

  /// Whether the key of a service was refused twice.
  func isStopped(_ service: Take.Service) -> Bool {
    if case .refused? = lanes[service]?.key { true } else { false }
  }

  mutating func add(
    _ number: Take.Number, of service: Take.Service, birth: Duration, at now: Duration, jitter: Double
  ) {
    if lanes[service] == nil { services.append(service) }
    let ticket = ticket()
    lanes[service, default: PollLane()].add(
      number, birth: birth, at: now, jitter: jitter, ticket: ticket, isUnderWay: underWay[number] != nil)
  }

  mutating func remove(_ number: Take.Number, of service: Take.Service) { lanes[service]?.remove(number) }

  mutating func hurry(_ number: Take.Number, of service: Take.Service) {
    guard underWay[number] == nil else { return }
    let ticket = ticket()
    lanes[service]?.hurry(number, ticket: ticket)
  }

  /// The key or the address of a service was changed.
  mutating func reopen(_ service: Take.Service) -> PollSchedule.News? {
    pauses = 0
    let wasInQuestion = lanes[service]?.keyChanged() ?? false
    guard wasInQuestion || passage != .open else { return nil }
    passage = .open
    return .resumed
  }

  func nextCheck(of number: Take.Number, of service: Take.Service) -> Duration? {
    guard underWay[number] == nil, let due = lanes[service]?.nextCheck(of: number) else { return nil }
    return max(due, gate, nextSlot)
  }

  // MARK: - Asking

  /// - Parameters:
  ///   - selected: Asked before all that are due.
  ///   - seen: Asked before those that nobody sees.
  ///   - slack: As of `PollSchedule.next`.
  mutating func next(
    at now: Duration, slack: Duration, selected: Take.Number?, seen: [Take.Number]
  ) -> PollSchedule.Step {
    guard let start = nextStart else { return .idle }
    guard start <= now else { return .wait(until: wake(for: start, slack)) }
    if let (service, place) = firstHurried { return ask(place.number, of: service, at: now) }
    let open = due.filter { $0.1 <= now }.map(\.0)
    guard let (service, place) = choice(of: open, at: now, selected, seen) else { return .idle }
    return ask(place.number, of: service, at: now)
  }

  /// When to look again, as things stand; nil: not before something changes.
  func nextWake(slack: Duration) -> Duration? { nextStart.map { wake(for: $0, slack) } }

  /// What the rate holds back leaves with as many slots as may be used together, and loses none; else there is time to
  /// wait for others that become due.
  private func wake(for start: Duration, _ slack: Duration) -> Duration {
    start == nextSlot ? start + spacing * (limits.atOnce - 1) : start + slack
  }

  /// The time between two slots.
  private var spacing: Duration { .seconds(stretch / Double(limits.perSecond - limits.atOnce + 1)) }

  /// When the next question may leave, as things stand; nil: not before something changes.
  private var nextStart: Duration? {
    guard underWay.count < limits.inFlight else { return nil }
    if firstHurried != nil {
      if case .paused(_, let until) = passage { return max(nextSlot, until) }
      return nextSlot
    }
    guard !(isOffline && isDecided(since: since)), let first = due.map(\.1).min() else { return nil }
    return max(gate, nextSlot, first)
  }

  /// When the next take of each service is due.
  private var due: [(Take.Service, Duration)] {
    services.compactMap { service in
      lanes[service].flatMap { lane in
        lane.nextDue(isDeciding: lane.doubtedSince.map { isDecided(since: $0) } ?? false).map { (service, $0) }
      }
    }
  }

  private typealias Candidate = (service: Take.Service, place: PollLane.Place)

  /// The selected take, then what is on the screen, then the young, then the others; within each what is due longest.
  private mutating func choice(
    of open: [Take.Service], at now: Duration, _ selected: Take.Number?, _ seen: [Take.Number]
  ) -> Candidate? {
    func longest(_ find: (PollLane) -> PollLane.Place?) -> Candidate? {
      open.compactMap { service in lanes[service].flatMap(find).map { (service, $0) } }.min { $0.1 < $1.1 }
    }
    turns += 1
    let isFairTurn = turns % Self.fairTurn == 0
    let preferred =
      isFairTurn
      ? nil
      : longest { $0.longestDue(among: selected.map { [$0] } ?? [], at: now) }
        ?? longest { $0.longestDue(among: seen, at: now) } ?? longest { $0.longestDueYoung(at: now) }
    return preferred ?? longest { $0.longestDue }
  }

  private var firstHurried: Candidate? {
    services.compactMap { service in lanes[service]?.firstHurried.map { (service, $0) } }
      .min { $0.1.ticket < $1.1.ticket }
  }

  private mutating func ask(_ number: Take.Number, of service: Take.Service, at now: Duration) -> PollSchedule.Step {
    let ticket = ticket()
    underWay[number] = ticket
    lanes[service]?.asked(number, ticket: ticket)
    // Slots that went by unused are not lost at once, unless the host asked for patience.
    nextSlot = max(nextSlot, stretch > 1 ? now : now - spacing * (limits.atOnce - 1)) + spacing
    return .ask(number)
  }

  /// Before this time nothing is asked.
  private var gate: Duration {
    switch passage {
    case .open: .zero
    case .paused(_, let until), .offline(_, let until, _): until
    }
  }

  /// One question at a time then, because its answer decides how things go on.
  private var isOffline: Bool { if case .offline = passage { true } else { false } }

  private var since: Int {
    switch passage {
    case .open: 0
    case .paused(let since, _), .offline(let since, _, _): since
    }
  }

  /// Whether a question is under way that was asked after that.
  private func isDecided(since ticket: Int) -> Bool { underWay.values.contains { $0 > ticket } }

  // MARK: - Outcomes

  mutating func ended(
    _ number: Take.Number, of service: Take.Service, with outcome: PollSchedule.Outcome, at now: Duration,
    jitter: Double
  ) -> [PollSchedule.News] {
    guard let asked = underWay.removeValue(forKey: number) else { return [] }
    var news: [PollSchedule.News] = []
    switch outcome {
    case .unfinished, .finished, .refused:
      pauses = asked > since ? 0 : pauses
      stretch = asked > since ? max(1, stretch - 0.125) : stretch
      let isReached = reached(asked)
      let isAccepted = lanes[service]?.keyAccepted(asked) ?? false
      if isReached || isAccepted { news.append(.resumed) }
    case .passing, .unknown:
      if reached(asked) { news.append(.resumed) }
    case .rateLimited(let wait):
      news += pause(wait, asked, at: now)
    case .keyRefused:
      if reached(asked) { news.append(.resumed) }
      let ticket = ticket()
      if lanes[service]?.keyRefused(asked, at: now, ticket: ticket) == true { news.append(.stopped) }
    case .unreachable:
      if asked > since { news.append(miss(at: now)) }
    case .abandoned:
      break
    }
    let ticket = ticket()
    let isLost =
      lanes[service]?.reschedule(number, after: outcome, at: now, jitter: jitter, stretch: stretch, ticket: ticket)
    if isLost == true { news.append(.seemsLost) }
    return news
  }

  /// The host answered. Returns whether that was in question.
  private mutating func reached(_ asked: Int) -> Bool {
    guard passage != .open, asked > since else { return false }
    passage = .open
    return true
  }

  /// One pause for all questions that were asked before it began: their answers can only make it longer.
  private mutating func pause(_ wait: Duration?, _ asked: Int, at now: Duration) -> [PollSchedule.News] {
    guard asked > since else {
      guard case .paused(let since, let before) = passage, let wait else { return [] }
      let until = now + PollTiming.obeyed(wait)
      guard until > before + .seconds(1) else { return [] }
      passage = .paused(since: since, until: until)
      return [.slowedDown(until: until)]
    }
    pauses += 1
    stretch = min(16, stretch * 2)
    let until = now + (wait.map(PollTiming.obeyed) ?? PollTiming.pause(pauses))
    passage = .paused(since: lastTicket, until: until)
    return [.slowedDown(until: until)]
  }

  /// The host was not reached.
  private mutating func miss(at now: Duration) -> PollSchedule.News {
    var failures = 1
    if case .offline(_, _, let before) = passage { failures = before + 1 }
    let until = now + PollTiming.offline(failures)
    passage = .offline(since: lastTicket, until: until, failures: failures)
    return .offline(nextTry: until)
  }

  private mutating func ticket() -> Int {
    lastTicket += 1
    return lastTicket
  }
}
