import DailiesCore
import HeapModule

/// The takes of one service and what they share. Part of `PollSchedule`.
struct PollLane: Sendable {
  /// Whether the lane may ask. Every state but `open` remembers the ticket since which it holds: the answer to a
  /// question that was asked before says nothing about it.
  enum Passage: Equatable, Sendable {
    case open
    /// The service asked for a pause.
    case paused(since: Int, until: Duration)
    /// The key was refused once; the next question, alone, decides.
    case doubted(since: Int, until: Duration)
    /// The key was refused twice.
    case stopped(since: Int)
    /// Not reached so many times in a row; one question at a time tries the way.
    case offline(since: Int, until: Duration, failures: Int)
  }

  private struct Entry {
    /// When the service accepted the take.
    let birth: Duration
    var due: Duration
    /// Which of the heap's places for this take counts.
    var ticket: Int
    /// Its place among those a person wants checked at once.
    var hurry: Int?
    var failures = 0
    /// 404 in a row, and when they began.
    var unknowns = 0
    var firstUnknown: Duration?
    var isReportedLost = false
  }

  private struct Place: Comparable {
    let due: Duration
    let ticket: Int
    let number: Take.Number

    static func < (a: Place, b: Place) -> Bool { (a.due, a.ticket) < (b.due, b.ticket) }
  }

  private let limits: PollSchedule.Limits
  private var entries: [Take.Number: Entry] = [:]
  /// Places in the queue. A place whose ticket is not its take's own is left over from an earlier due time.
  private var queue = Heap<Place>()
  /// Takes a person wants checked at once, first come first served.
  private var hurried = Heap<Place>()
  /// The questions under way, by the ticket they were asked with.
  private var underWay: [Take.Number: Int] = [:]
  private var nextTicket = 0
  /// Before this time the rate allows no further question.
  private var nextSlot = Duration.zero
  private var passage = Passage.open
  /// 429 in a row.
  private var pauses = 0
  /// By how much everything is slowed down: doubled by each pause, brought back to 1 by good answers.
  private var stretch = 1.0

  init(limits: PollSchedule.Limits) { self.limits = limits }

  func watches(_ number: Take.Number) -> Bool { entries[number] != nil }

  mutating func add(_ number: Take.Number, birth: Duration, at now: Duration, jitter: Double) {
    entries[number] = Entry(birth: birth, due: .zero, ticket: 0)
    // While an earlier question about it is under way, its end gives it a due time.
    guard underWay[number] == nil else { return }
    plan(number, at: max(now, birth + PollTiming.first) + .seconds(jitter))
  }

  mutating func remove(_ number: Take.Number) { entries[number] = nil }

  mutating func hurry(_ number: Take.Number) {
    guard let entry = entries[number], entry.hurry == nil, underWay[number] == nil else { return }
    let ticket = ticket()
    entries[number]?.hurry = ticket
    hurried.insert(Place(due: .zero, ticket: ticket, number: number))
  }

  mutating func reopen(at now: Duration) -> PollSchedule.News? {
    pauses = 0
    guard passage != .open else { return nil }
    passage = .open
    return .resumed
  }

  func nextCheck(of number: Take.Number) -> Duration? {
    guard let entry = entries[number], underWay[number] == nil, let gate else { return nil }
    return max(entry.due, gate, nextSlot)
  }

  // MARK: - Asking

  mutating func next(at now: Duration, selected: Take.Number?) -> PollSchedule.Step {
    dropStalePlaces()
    guard underWay.count < limits.inFlight else { return .idle }
    if let number = hurried.min?.number {
      var start = nextSlot
      if case .paused(_, let until) = passage { start = max(start, until) }
      guard start <= now else { return .wait(until: start) }
      return ask(number, at: now)
    }
    guard let gate, !(isProbing && isProbeUnderWay), let first = queue.min else { return .idle }
    let start = max(gate, nextSlot)
    if start <= now, let selected, let entry = entries[selected], underWay[selected] == nil, entry.due <= now {
      return ask(selected, at: now)
    }
    let due = max(start, first.due)
    return due <= now ? ask(first.number, at: now) : .wait(until: due)
  }

  private mutating func ask(_ number: Take.Number, at now: Duration) -> PollSchedule.Step {
    let ticket = ticket()
    underWay[number] = ticket
    entries[number]?.ticket = ticket
    entries[number]?.hurry = nil
    nextSlot = now + .seconds(stretch / Double(limits.perSecond))
    return .ask(number)
  }

  /// Before this time nothing is asked; nil: not until something changes.
  private var gate: Duration? {
    switch passage {
    case .open: .zero
    case .paused(_, let until), .doubted(_, let until), .offline(_, let until, _): until
    case .stopped: nil
    }
  }

  /// One question at a time, because its answer decides how things go on.
  private var isProbing: Bool {
    switch passage {
    case .doubted, .offline: true
    case .open, .paused, .stopped: false
    }
  }

  private var since: Int {
    switch passage {
    case .open: 0
    case .paused(let since, _), .doubted(let since, _), .stopped(let since), .offline(let since, _, _): since
    }
  }

  private var isProbeUnderWay: Bool { underWay.values.contains { $0 > since } }

  // MARK: - Outcomes

  mutating func ended(
    _ number: Take.Number, with outcome: PollSchedule.Outcome, at now: Duration, jitter: Double
  ) -> [PollSchedule.News] {
    guard let asked = underWay.removeValue(forKey: number) else { return [] }
    let isNews = asked > since
    var news: [PollSchedule.News] = []
    switch outcome {
    case .unfinished, .finished, .refused, .passing, .unknown:
      news += isNews ? reached(isGood: outcome.isGood) : []
    case .rateLimited(let wait):
      news += pause(wait, isNews: isNews, at: now)
    case .keyRefused:
      news += isNews ? doubt(at: now) : []
    case .unreachable:
      news += isNews ? miss(at: now) : []
    case .abandoned:
      break
    }
    if reschedule(number, after: outcome, at: now, jitter: jitter) { news.append(.seemsLost) }
    return news
  }

  /// The service answered: the way is open, and the key is good when the answer was one about a take.
  private mutating func reached(isGood: Bool) -> [PollSchedule.News] {
    if isGood {
      pauses = 0
      stretch = max(1, stretch - 0.125)
    }
    switch passage {
    case .open:
      return []
    case .paused, .offline:
      passage = .open
      return [.resumed]
    case .doubted where isGood:
      passage = .open
      return []
    case .stopped where isGood:
      passage = .open
      return [.resumed]
    case .doubted, .stopped:
      return []
    }
  }

  /// One pause for all questions that were asked before it began: their answers can only make it longer.
  private mutating func pause(_ wait: Duration?, isNews: Bool, at now: Duration) -> [PollSchedule.News] {
    switch passage {
    case .stopped:
      return []
    case .paused(let since, let before) where !isNews:
      guard let wait, now + PollTiming.obeyed(wait) > before + .seconds(1) else { return [] }
      let until = now + PollTiming.obeyed(wait)
      passage = .paused(since: since, until: until)
      return [.slowedDown(until: until)]
    case .open, .paused, .doubted, .offline:
      guard isNews else { return [] }
      pauses += 1
      stretch = min(16, stretch * 2)
      let until = now + (wait.map(PollTiming.obeyed) ?? PollTiming.pause(pauses))
      passage = .paused(since: nextTicket, until: until)
      return [.slowedDown(until: until)]
    }
  }

  /// The key was refused: once is a doubt, twice is the end of asking.
  private mutating func doubt(at now: Duration) -> [PollSchedule.News] {
    switch passage {
    case .doubted:
      passage = .stopped(since: nextTicket)
      return [.stopped]
    case .stopped:
      return []
    case .open, .paused, .offline:
      passage = .doubted(since: nextTicket, until: now + PollTiming.secondThought)
      return []
    }
  }

  /// The service was not reached.
  private mutating func miss(at now: Duration) -> [PollSchedule.News] {
    var failures = 1
    switch passage {
    case .offline(_, _, let before): failures = before + 1
    case .stopped: return []
    case .open, .paused, .doubted: break
    }
    let until = now + PollTiming.offline(failures)
    passage = .offline(since: nextTicket, until: until, failures: failures)
    return [.offline(nextTry: until)]
  }

  /// Gives a take its next due time, or lets it go. Returns whether it now seems lost for the first time.
  private mutating func reschedule(
    _ number: Take.Number, after outcome: PollSchedule.Outcome, at now: Duration, jitter: Double
  ) -> Bool {
    guard var entry = entries[number] else { return false }
    let usual = PollTiming.interval(age: now - entry.birth)
    var wait = usual
    var isObeyed = false
    var isLost = false
    switch outcome {
    case .finished, .refused:
      remove(number)
      return false
    case .unfinished(let hint):
      entry.failures = 0
      entry.unknowns = 0
      entry.firstUnknown = nil
      entry.isReportedLost = false
      if let hint { (wait, isObeyed) = (PollTiming.obeyed(hint), true) }
    case .passing(let hint):
      entry.failures += 1
      wait = PollTiming.backoff(usual, failures: entry.failures)
      if let hint, PollTiming.obeyed(hint) > wait { (wait, isObeyed) = (PollTiming.obeyed(hint), true) }
    case .unknown:
      entry.unknowns += 1
      let first = entry.firstUnknown ?? now
      entry.firstUnknown = first
      wait = PollTiming.backoff(usual, failures: entry.unknowns, longest: .seconds(60))
      isLost =
        !entry.isReportedLost && entry.unknowns >= PollTiming.lost.answers && now - first >= PollTiming.lost.span
      if isLost { entry.isReportedLost = true }
    case .keyRefused:
      // Another take is the better second question: the refusal may be for this one alone.
      wait = entries.count == 1 ? PollTiming.secondThought : usual
    case .rateLimited, .unreachable, .abandoned:
      // It is due at once; the lane decides when.
      wait = .zero
    }
    entries[number] = entry
    if isObeyed {
      wait += wait * (0.1 * jitter)
    } else {
      wait = min(wait * stretch, PollTiming.longest) * (0.9 + 0.2 * jitter)
    }
    plan(number, at: now + wait)
    return isLost
  }

  // MARK: - The queue

  private mutating func plan(_ number: Take.Number, at due: Duration) {
    let ticket = ticket()
    entries[number]?.due = due
    entries[number]?.ticket = ticket
    queue.insert(Place(due: due, ticket: ticket, number: number))
    if queue.count > 2 * entries.count + 64 {
      queue = Heap(queue.unordered.filter { entries[$0.number]?.ticket == $0.ticket })
    }
  }

  private mutating func dropStalePlaces() {
    while let first = queue.min, entries[first.number]?.ticket != first.ticket { queue.removeMin() }
    while let first = hurried.min, entries[first.number]?.hurry != first.ticket { hurried.removeMin() }
  }

  private mutating func ticket() -> Int {
    nextTicket += 1
    return nextTicket
  }
}

extension PollSchedule.Outcome {
  /// The service answered the question about the take: it is reached and the key is good.
  fileprivate var isGood: Bool {
    switch self {
    case .unfinished, .finished, .refused: true
    case .passing, .unknown, .rateLimited, .keyRefused, .unreachable, .abandoned: false
    }
  }
}
