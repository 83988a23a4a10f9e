import DailiesCore
import HeapModule

/// The takes of one service: when each is due, and whether the service takes the key. Part of `PollHost`.
///
/// Tickets are the host's: they grow with everything that happens there, so that they also tell what came before what.
struct PollLane: Sendable {
  /// What is known of the key. Every state but `good` remembers the ticket since which it holds: the answer to a question
  /// that was asked before says nothing about it.
  enum Key: Equatable, Sendable {
    case good
    /// It was refused once; the next question, alone, decides.
    case doubted(since: Int, until: Duration)
    /// It was refused twice.
    case refused(since: Int)
  }

  private struct Entry {
    /// When the service accepted the take.
    let birth: Duration
    var due = Duration.zero
    /// Which of the heaps' places for this take counts.
    var ticket = 0
    /// Its place among those a person wants checked at once.
    var hurry: Int?
    var isUnderWay = false
    var failures = 0
    /// 404 in a row, and when they began.
    var unknowns = 0
    var firstUnknown: Duration?
    var isReportedLost = false
  }

  struct Place: Comparable, Sendable {
    let due: Duration
    let ticket: Int
    let number: Take.Number

    static func < (a: Place, b: Place) -> Bool { (a.due, a.ticket) < (b.due, b.ticket) }
  }

  private var entries: [Take.Number: Entry] = [:]
  /// Places of young and of older takes. One whose ticket is not its take's own is left over from an earlier due time.
  private var young = Heap<Place>()
  private var older = Heap<Place>()
  /// Takes a person wants checked at once, first come first served.
  private var hurried = Heap<Place>()
  private(set) var key = Key.good

  func watches(_ number: Take.Number) -> Bool { entries[number] != nil }

  // MARK: - What is due

  /// When its next take is due, by the key and by the takes; nil: not until something changes.
  ///
  /// - Parameter isDeciding: Whether a question is under way whose answer decides about the key.
  func nextDue(isDeciding: Bool) -> Duration? {
    guard let gate, !(isDoubted && isDeciding), let first = longestDue else { return nil }
    return max(gate, first.due)
  }

  /// Before this time nothing is asked; nil: not until the key was changed.
  private var gate: Duration? {
    switch key {
    case .good: .zero
    case .doubted(_, let until): until
    case .refused: nil
    }
  }

  private var isDoubted: Bool { if case .doubted = key { true } else { false } }

  /// The take that is due longest.
  var longestDue: Place? { [young.min, older.min].compactMap { $0 }.min() }

  /// The young take that is due longest; nil when none is due.
  func longestDueYoung(at now: Duration) -> Place? { young.min.flatMap { $0.due <= now ? $0 : nil } }

  /// The one of these takes that is due longest; nil when none is due.
  func longestDue(among numbers: [Take.Number], at now: Duration) -> Place? {
    numbers.lazy.compactMap { number -> Place? in
      guard let entry = entries[number], !entry.isUnderWay, entry.due <= now else { return nil }
      return Place(due: entry.due, ticket: entry.ticket, number: number)
    }.min()
  }

  var firstHurried: Place? { hurried.min }

  /// When a take is asked next as far as this lane can say; nil: not planned.
  func nextCheck(of number: Take.Number) -> Duration? {
    guard let entry = entries[number], !entry.isUnderWay, entry.due < PollTiming.never, let gate else { return nil }
    return max(entry.due, gate)
  }

  // MARK: - Takes come and go

  /// - Parameter isUnderWay: An earlier question about it has not ended; its end gives it a due time.
  mutating func add(
    _ number: Take.Number, birth: Duration, at now: Duration, jitter: Double, ticket: Int, isUnderWay: Bool
  ) {
    entries[number] = Entry(birth: birth, isUnderWay: isUnderWay)
    guard !isUnderWay else { return }
    plan(number, at: max(now, birth + PollTiming.first) + .seconds(jitter), ticket: ticket)
  }

  mutating func remove(_ number: Take.Number) {
    entries[number] = nil
    dropStalePlaces()
  }

  mutating func hurry(_ number: Take.Number, ticket: Int) {
    guard let entry = entries[number], entry.hurry == nil, !entry.isUnderWay else { return }
    entries[number]?.hurry = ticket
    hurried.insert(Place(due: .zero, ticket: ticket, number: number))
  }

  /// A question about it leaves.
  mutating func asked(_ number: Take.Number, ticket: Int) {
    entries[number]?.ticket = ticket
    entries[number]?.hurry = nil
    entries[number]?.isUnderWay = true
    dropStalePlaces()
  }

  // MARK: - The key

  /// The key was changed. Returns whether it was in question.
  mutating func keyChanged() -> Bool {
    defer { key = .good }
    return key != .good
  }

  /// The service answered a question about a take. Returns whether asking goes on that had stopped.
  mutating func keyAccepted(_ asked: Int) -> Bool {
    switch key {
    case .good: return false
    case .doubted(let since, _):
      if asked > since { key = .good }
      return false
    case .refused(let since):
      guard asked > since else { return false }
      key = .good
      return true
    }
  }

  /// Once is a doubt, twice is the end of asking. Returns whether this was the second time.
  mutating func keyRefused(_ asked: Int, at now: Duration, ticket: Int) -> Bool {
    switch key {
    case .good:
      key = .doubted(since: ticket, until: now + PollTiming.secondThought)
      return false
    case .doubted(let since, _):
      guard asked > since else { return false }
      key = .refused(since: ticket)
      return true
    case .refused: return false
    }
  }

  /// Since which ticket a question decides about the key; nil: none does.
  var doubtedSince: Int? { if case .doubted(let since, _) = key { since } else { nil } }

  // MARK: - Due times

  /// Gives a take its next due time, or lets it go. Returns whether it now seems lost for the first time.
  ///
  /// - Parameter stretch: By how much everything at the host is slowed down.
  mutating func reschedule(
    _ number: Take.Number, after outcome: PollSchedule.Outcome, at now: Duration, jitter: Double, stretch: Double,
    ticket: Int
  ) -> Bool {
    guard var entry = entries[number] else { return false }
    entry.isUnderWay = false
    let usual = PollTiming.interval(age: now - entry.birth)
    var wait = usual
    var isObeyed = false
    var isLost = false
    switch outcome {
    case .finished:
      remove(number)
      return false
    case .refused:
      // The same question would be refused again; a person may ask.
      entry.due = PollTiming.never
      entries[number] = entry
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
      // It is due at once; the host decides when.
      wait = .zero
    }
    entries[number] = entry
    if isObeyed {
      wait += wait * (0.1 * jitter)
    } else {
      wait = min(wait * stretch, PollTiming.longest) * (0.9 + 0.2 * jitter)
    }
    plan(number, at: now + wait, ticket: ticket)
    return isLost
  }

  private mutating func plan(_ number: Take.Number, at due: Duration, ticket: Int) {
    guard let birth = entries[number]?.birth else { return }
    entries[number]?.due = due
    entries[number]?.ticket = ticket
    let place = Place(due: due, ticket: ticket, number: number)
    if due - birth < PollTiming.youth { young.insert(place) } else { older.insert(place) }
    tidy()
  }

  /// Leaves no more places than twice as many as there are takes.
  private mutating func tidy() {
    guard young.count + older.count > 2 * entries.count + 64 else { return }
    young = Heap(young.unordered.filter { counts($0) })
    older = Heap(older.unordered.filter { counts($0) })
  }

  /// What stands first in each heap is what it says.
  private mutating func dropStalePlaces() {
    while let first = young.min, !counts(first) { young.removeMin() }
    while let first = older.min, !counts(first) { older.removeMin() }
    while let first = hurried.min, entries[first.number]?.hurry != first.ticket { hurried.removeMin() }
  }

  private func counts(_ place: Place) -> Bool { entries[place.number]?.ticket == place.ticket }
}
