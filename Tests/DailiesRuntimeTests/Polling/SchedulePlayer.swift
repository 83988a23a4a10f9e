import DailiesCore
import TestSupport
import Testing

@testable import DailiesRuntime

/// Plays a schedule: the time moves only when the schedule says to wait, and each question is answered by a closure.
struct SchedulePlayer {
  static let main = Take.Service(profile: "default", baseURL: "https://one.example/v1")

  var schedule: PollSchedule
  var now = Duration.zero
  var asked: [(number: Take.Number, at: Duration)] = []
  var news: [PollSchedule.News] = []

  init(limits: PollSchedule.Limits = PollSchedule.Limits(), seed: UInt64 = 1) {
    schedule = PollSchedule(limits: limits, generator: SeededGenerator(seed: seed))
  }

  mutating func add(_ numbers: some Sequence<Int>, age: Duration = .zero, service: Take.Service = main) {
    for number in numbers { schedule.add(Take.Number(number), service: service, age: age, at: now) }
  }

  /// Plays until `end`; every question is answered at once.
  mutating func play(
    until end: Duration, answer: (Take.Number, Duration) -> PollSchedule.Outcome = { _, _ in .unfinished(hint: nil) }
  ) {
    play(until: end, of: { _ in Self.main }, answer: answer)
  }

  /// As `play(until:)`, with takes of several services.
  mutating func play(
    until end: Duration, of service: (Take.Number) -> Take.Service,
    answer: (Take.Number, Duration) -> PollSchedule.Outcome = { _, _ in .unfinished(hint: nil) }
  ) {
    while true {
      switch schedule.next(at: now) {
      case .ask(let number):
        asked.append((number, now))
        news += schedule.ended(number, service: service(number), with: answer(number, now), at: now)
      case .wait(let until) where until <= end:
        #expect(until > now)
        now = until
      case .wait, .idle:
        now = end
        return
      }
    }
  }

  /// Asks what is due and leaves it under way.
  mutating func ask() -> Take.Number? {
    guard case .ask(let number) = schedule.next(at: now) else { return nil }
    return number
  }

  /// Asks what is due next, as soon as it may be.
  mutating func waitAndAsk() -> Take.Number? {
    switch schedule.next(at: now) {
    case .ask(let number): return number
    case .wait(let until):
      now = until
      return ask()
    case .idle: return nil
    }
  }

  mutating func end(_ number: Take.Number, _ outcome: PollSchedule.Outcome) {
    news += schedule.ended(number, service: Self.main, with: outcome, at: now)
  }

  var gaps: [Duration] { zip(asked.dropFirst(), asked).map { $0.at - $1.at } }
}
