package import DailiesCore
import VideosAPI
package import VideosHTTP

/// Asks services about the takes they work on, when the schedule says so.
///
/// Works only while `run()` does. Never changes a take, and never gives one up by itself: what was heard is told in
/// `updates`.
package actor Poller {
  /// Everything that happens, in order. For one reader.
  package nonisolated let updates = Inbox<PollUpdate>()

  private struct Watched {
    let service: Take.Service
    let videoID: Video.ID
  }

  private let clock: ClockSource
  private let clientFor: @Sendable (Take.Service) async -> VideosClient?
  private let work: WorkCounter
  private let doorbell = Doorbell()
  private let slack: Duration
  /// When `run()` looks again by itself; nil: only at a ring.
  private var sleepsUntil: Duration?
  private var emptySchedule: PollSchedule
  private var schedule: PollSchedule
  private var watched: [Take.Number: Watched] = [:]
  /// Nothing is asked outside of it; nil: this program is alone.
  private var term: LeaseTerm?

  /// - Parameters:
  ///   - slack: As of `PollSchedule.next`.
  ///   - work: Counts the questions under way.
  ///   - clientFor: The client of a service; nil when there is none, for want of a key.
  package init(
    schedule: PollSchedule = PollSchedule(), clock: ClockSource, slack: Duration = .zero,
    work: WorkCounter = WorkCounter(), clientFor: @escaping @Sendable (Take.Service) async -> VideosClient?
  ) {
    self.clock = clock
    self.slack = slack
    self.clientFor = clientFor
    self.work = work
    self.schedule = schedule
    emptySchedule = schedule
  }

  /// Begins to watch a take that has an id and is not final. Does nothing when it is watched already.
  package func add(_ take: Take) {
    guard let id = take.videoID, take.phase.isWatched, watched[take.number] == nil else { return }
    watched[take.number] = Watched(service: take.service, videoID: id)
    let age = clock.now() - (take.accepted ?? take.recorded)
    schedule.add(take.number, service: take.service, age: age, at: clock.elapsed())
    updates.put(.planned(take.number, nextCheck: nextCheck(of: take.number)))
    doorbell.ring()
  }

  /// Stops watching a take; an answer that is under way is not told.
  package func remove(_ number: Take.Number) {
    if watched.removeValue(forKey: number) != nil { updates.put(.planned(number, nextCheck: nil)) }
    schedule.remove(number)
    doorbell.ring()
  }

  /// Asks about a take as soon as the limits allow.
  package func checkNow(_ number: Take.Number) {
    schedule.checkNow(number)
    doorbell.ring()
  }

  /// Asks only while a term runs; `goOn()` tells that it runs again.
  package func keep(to term: LeaseTerm) { self.term = term }

  package func goOn() { doorbell.ring() }

  /// The take that a person looks at is asked before others that are due.
  package func select(_ number: Take.Number?) { schedule.select(number) }

  /// What is on the screen is asked before what is not.
  package func see(_ numbers: [Take.Number]) { schedule.see(numbers) }

  /// Works by other limits from now on.
  package func limit(to limits: PollSchedule.Limits) {
    emptySchedule.limit(to: limits)
    schedule.limit(to: limits)
    doorbell.ring()
  }

  /// The key or the address of a service was changed: its takes are asked again.
  package func resumeAfterKeyChange(_ service: Take.Service) {
    if let news = schedule.resume(service) { tell(news, service, nil, nil) }
    doorbell.ring()
  }

  /// Asks until the task is cancelled; then the questions under way end, and all takes are forgotten.
  package func run() async {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        sleepsUntil = nil
        if let term, !term.isRunning(at: clock.elapsed()) {
          await doorbell.wait()
          continue
        }
        switch schedule.next(at: clock.elapsed(), slack: slack) {
        case .ask(let number):
          guard let question = watched[number] else { break }
          updates.put(.asked(number, at: clock.now()))
          group.addTask { await self.ask(number, question) }
        case .wait(let until):
          sleepsUntil = until
          await doorbell.wait(until: until, on: clock)
        case .idle: await doorbell.wait()
        }
      }
    }
    watched = [:]
    schedule = emptySchedule
  }

  private func ask(_ number: Take.Number, _ question: Watched) async {
    do throws(PollFailure) {
      let retrieved = try await answer(to: question)
      let outcome: PollSchedule.Outcome =
        retrieved.video.status.isFinal ? .finished : .unfinished(hint: retrieved.askAgainAfter)
      let news = end(number, question, outcome)
      if isStillWatched(number, question) {
        if outcome == .finished { watched[number] = nil }
        updates.put(
          .answered(number, retrieved.video, at: clock.now(), nextCheck: nextCheck(of: number)))
      }
      for news in news { tell(news, question.service, nil, nil) }
    } catch {
      let news = end(number, question, error.outcome)
      if isStillWatched(number, question) { tellFailure(number, error) }
      for news in news { tell(news, question.service, number, error.problem) }
    }
    wakeIfSooner()
  }

  /// Most answers change nothing about who is asked next, and nobody has to be woken for them.
  private func wakeIfSooner() {
    guard let wake = schedule.nextWake(slack: slack) else { return }
    if let sleepsUntil, wake >= sleepsUntil { return }
    doorbell.ring()
  }

  private struct PollFailure: Error {
    let outcome: PollSchedule.Outcome
    let problem: Problem
  }

  private func answer(to question: Watched) async throws(PollFailure) -> Retrieved {
    guard let client = await clientFor(question.service) else {
      throw PollFailure(outcome: .keyRefused, problem: Problem(.keyMissing))
    }
    work.begin()
    defer { work.end() }
    do {
      return try await client.retrieve(question.videoID)
    } catch {
      throw PollFailure(outcome: PollSchedule.Outcome(error), problem: Problem(error))
    }
  }

  private func end(
    _ number: Take.Number, _ question: Watched, _ outcome: PollSchedule.Outcome
  ) -> [PollSchedule.News] {
    schedule.ended(number, service: question.service, with: outcome, at: clock.elapsed())
  }

  /// Whether the answer to a question is still wanted.
  private func isStillWatched(_ number: Take.Number, _ question: Watched) -> Bool {
    watched[number]?.videoID == question.videoID
  }

  private func tellFailure(_ number: Take.Number, _ failure: PollFailure) {
    let now = clock.now()
    switch failure.outcome {
    case .refused: updates.put(.refused(number, failure.problem, at: now))
    // Nobody was asked: that is no failure of this check, but the state of the program.
    case .unreachable, .abandoned: updates.put(.planned(number, nextCheck: nextCheck(of: number)))
    default: updates.put(.failed(number, failure.problem, at: now, nextCheck: nextCheck(of: number)))
    }
  }

  private func tell(_ news: PollSchedule.News, _ service: Take.Service, _ number: Take.Number?, _ problem: Problem?) {
    switch news {
    case .slowedDown(let until):
      let until = clock.wallTime(of: until)
      for each in schedule.servicesAtWork(atHostOf: service) { updates.put(.slowedDown(each, until: until)) }
    case .resumed:
      for each in schedule.servicesAtWork(atHostOf: service) { updates.put(.resumed(each)) }
    case .stopped: if let problem { updates.put(.stopped(service, problem)) }
    case .offline(let next):
      guard let problem else { return }
      let next = clock.wallTime(of: next)
      for each in schedule.servicesAtWork(atHostOf: service) { updates.put(.offline(each, problem, nextTry: next)) }
    case .seemsLost:
      if let number, let problem, watched[number] != nil { updates.put(.seemsLost(number, problem)) }
    }
  }

  private func nextCheck(of number: Take.Number) -> Timestamp? {
    schedule.nextCheck(of: number).map(clock.wallTime)
  }
}
