import DailiesCore
import DemoService
import Synchronization
import TestSupport
import Testing
import VideosAPI
import VideosHTTP

@testable import DailiesRuntime

struct PollerTests {
  /// Runs a poller over takes until `isEnough` says so of what was told.
  private func poll(
    _ takes: [Take], in workshop: Workshop, clients: Clients? = nil, clock: ClockSource? = nil,
    slack: Duration = .zero,
    onUpdate: (Poller, PollUpdate) async -> Void = { _, _ in }, until isEnough: ([PollUpdate]) -> Bool
  ) async -> [PollUpdate] {
    let poller = Poller(
      schedule: PollSchedule(
        limits: PollSchedule.Limits(perSecond: slack > .zero ? 1000 : 10), generator: SeededGenerator(seed: 7)),
      clock: clock ?? workshop.clock.source, slack: slack
    ) { _ in clients.map(\.current) ?? workshop.client }
    return await withTaskGroup(of: Void.self) { group in
      for take in takes { await poller.add(take) }
      group.addTask { await poller.run() }
      var updates: [PollUpdate] = []
      for await update in poller.updates.each {
        updates.append(update)
        await onUpdate(poller, update)
        if isEnough(updates) { break }
      }
      group.cancelAll()
      return updates
    }
  }

  @Test func aTakeIsAskedUntilItIsFinishedAndNotAgain() async throws {
    try await Workshop.with { workshop in
      let takes = [try await workshop.order(1), try await workshop.order(2)]
      let updates = await poll(takes, in: workshop) { _, update in
        if case .answered = update { workshop.serviceClock.advance(by: 0.5) }
      } until: {
        $0.count(where: \.isFinal) == 2
      }
      let words = updates.compactMap {
        if case .answered(takes[0].number, let video, _, _) = $0 { video.statusWord } else { nil }
      }
      #expect(words.first == "queued")
      #expect(words.contains("in_progress"))
      #expect(words.last == "completed")
      #expect(words.count { $0 == "completed" } == 1)
      let asked = updates.count { if case .asked = $0 { true } else { false } }
      #expect(asked == workshop.server.counts.stateQueries)
    }
  }

  @Test func questionsThatMayLeaveInAWhileLeaveTogether() async throws {
    try await Workshop.with { workshop in
      let takes = [try await workshop.order(1), try await workshop.order(2), try await workshop.order(3)]
      let updates = await poll(takes, in: workshop, slack: .seconds(1)) { $0.count(where: \.isAnswer) == 3 }
      let times = updates.compactMap { if case .asked(_, let at) = $0 { at } else { nil } }.prefix(3)
      #expect(times.count == 3)
      #expect(Set(times).count == 1)
    }
  }

  @Test func whatIsToldOfAnAnswerSaysWhenTheNextOneIsAskedFor() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.order(1)
      let updates = await poll([take], in: workshop) { $0.contains { $0.isAnswer } }
      guard case .planned(_, let first?) = updates.first, case .answered(_, _, let at, let next?) = updates.last else {
        return #expect(Bool(false), "\(updates)")
      }
      #expect((.seconds(5) ... .seconds(6)).contains(first - Timestamp(seconds: 1_760_000_000)))
      #expect((.seconds(9) ... .seconds(11)).contains(next - at))
    }
  }

  @Test func aClockThatIsSetChangesNothingAboutThePace() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.order(1)
      let clock = workshop.clock.source
      let hours = Mutex(0)
      let source = ClockSource(elapsed: clock.elapsed, sleep: clock.sleep) {
        clock.now() + .seconds(hours.withLock { $0 } * 3600)
      }
      var times: [Duration] = []
      _ = await poll([take], in: workshop, clock: source) { poller, update in
        guard update.isAnswer else { return }
        times.append(clock.elapsed())
        hours.withLock { $0 = [0, 3, -3][times.count % 3] }
        guard times.count == 8 else { return }
        // As it is when the lease comes back: the age of the take is reckoned anew, and it was accepted in the future.
        await poller.remove(take.number)
        await poller.add(take)
      } until: {
        $0.count(where: \.isAnswer) >= 20
      }
      // Nineteen waits of about ten seconds, of which one was cut short or made longer by the removal. An answer may be heard
      // when the next one is there already.
      let took = try #require(times.last) - times[0]
      #expect((.seconds(19 * 9 - 10) ... .seconds(19 * 11 + 10)).contains(took), "\(times)")
    }
  }

  @Test func aBurstOfServerErrorsOnlyDelays() async throws {
    try await Workshop.with {
      $0.faults = FaultPlan(state: [
        .status(500), .status(503, headers: ["retry-after": "30"]), .malformedBody, .hangUp,
        .status(502, body: "<html>"),
      ])
    } _: { workshop in
      let take = try await workshop.order(1)
      let updates = await poll([take], in: workshop) { $0.contains { $0.isAnswer } }
      #expect(updates.failures.count == 5)
      #expect(
        updates.failures.map(\.kind) == [.serviceFault, .serviceFault, .unreadableAnswer, .unreachable, .serviceFault])
    }
  }

  @Test func aRateLimitMakesOnePauseForAllTakesOfTheService() async throws {
    try await Workshop.with {
      $0.faults = FaultPlan(state: [.status(429, headers: ["retry-after": "60"])])
    } _: { workshop in
      var takes: [Take] = []
      for number in 1...5 { takes.append(try await workshop.order(number)) }
      let updates = await poll(takes, in: workshop) { updates in
        updates.count(where: \.isAnswer) >= 5 && updates.contains(.resumed(workshop.service))
      }
      let pauses = updates.compactMap { if case .slowedDown(_, let until) = $0 { until } else { nil } }
      #expect(pauses.count == 1)
      let late = updates.drop { if case .slowedDown = $0 { false } else { true } }
      for case .asked(_, let at) in late { #expect(pauses.first.map { at >= $0 } == true) }
    }
  }

  @Test func aRefusedKeyStopsTheAskingUntilItWasChanged() async throws {
    try await Workshop.with { workshop in
      let takes = [try await workshop.order(1), try await workshop.order(2)]
      let stranger = VideosClient(
        address: try ServiceAddress(workshop.server.baseURL), key: try APIKey("sk-wrong-000000"))
      let clients = Clients(stranger)
      let updates = await poll(takes, in: workshop, clients: clients) { poller, update in
        guard case .stopped(let service, let problem) = update else { return }
        #expect(problem.kind == .keyRefused)
        // The second take may have been asked already when the first refusal came.
        #expect((2...3).contains(workshop.server.counts.stateQueries))
        clients.change(to: workshop.client)
        await poller.resumeAfterKeyChange(service)
      } until: {
        $0.count(where: \.isAnswer) >= 2
      }
      await stranger.shutdown()
      #expect(updates.contains(.resumed(workshop.service)))
    }
  }

  @Test func withoutAKeyNothingIsAsked() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.order(1)
      let updates = await poll([take], in: workshop, clients: Clients(nil)) {
        $0.contains { if case .stopped = $0 { true } else { false } }
      }
      guard case .stopped(_, let problem) = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.kind == .keyMissing)
      #expect(workshop.server.counts.stateQueries == 0)
    }
  }

  @Test func aRefusedQuestionSaysNothingOfTheTakeAndIsAskedAgainByAPerson() async throws {
    try await Workshop.with {
      $0.faults = FaultPlan(state: [.status(400, body: #"{"error":{"message":"bad id"}}"#)])
    } _: { workshop in
      let take = try await workshop.order(1)
      let updates = await poll([take], in: workshop) {
        $0.contains { if case .refused = $0 { true } else { false } }
      }
      guard case .refused(_, let problem, _) = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.detail == "bad id")
    }
  }

  @Test func aTakeThatNobodyKnowsSeemsLostAfterAWhileAndIsStillAsked() async throws {
    try await Workshop.with {
      $0.faults.always[.state] = .status(404, body: #"{"error":{"message":"no such video"}}"#)
    } _: { workshop in
      let take = try await workshop.order(1)
      let updates = await poll([take], in: workshop) { updates in
        guard let lost = updates.firstIndex(where: { if case .seemsLost = $0 { true } else { false } }) else {
          return false
        }
        return updates[lost...].failures.count >= 2
      }
      #expect(updates.failures.allSatisfy { $0.kind == .notFound })
      #expect(updates.failures.count >= 10)
    }
  }

  @Test func aBrokenWayIsToldOnceATryAndThenItsMending() async throws {
    try await Workshop.with { workshop in
      let takes = [try await workshop.order(1), try await workshop.order(2)]
      let nowhere = VideosClient(address: try ServiceAddress("http://127.0.0.1:1/v1"), key: try APIKey(Workshop.key))
      // The way is broken for the first question alone, however soon the next one leaves.
      let clients = Clients(nowhere, then: workshop.client)
      let updates = await poll(takes, in: workshop, clients: clients) {
        $0.count(where: \.isAnswer) >= 2 && $0.contains(.resumed(workshop.service))
      }
      await nowhere.shutdown()
      #expect(updates.count { if case .offline = $0 { true } else { false } } == 1)
      #expect(updates.contains(.resumed(workshop.service)))
      // Told of the way, and not of the take as well.
      #expect(updates.failures.isEmpty)
    }
  }

  @Test func theAnswerForARemovedTakeIsNotTold() async throws {
    try await Workshop.with { workshop in
      let takes = [try await workshop.order(1), try await workshop.order(2)]
      let updates = await poll(takes, in: workshop) { poller, update in
        if case .asked(takes[0].number, _) = update { await poller.remove(takes[0].number) }
      } until: {
        $0.count(where: \.isAnswer) >= 2
      }
      let answered = updates.compactMap { if case .answered(let number, _, _, _) = $0 { number } else { nil } }
      // The removal may come after the answer, but then it is the only one.
      #expect(answered.count { $0 == takes[0].number } <= 1)
      #expect(answered.contains(takes[1].number))
    }
  }
}

/// The client that is in use.
private final class Clients: Sendable {
  private let clients: Mutex<[VideosClient?]>

  /// - Parameter next: In use from the second question on.
  init(_ client: VideosClient?, then next: VideosClient? = nil) {
    clients = Mutex([client] + (next.map { [$0] } ?? []))
  }

  var current: VideosClient? { clients.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }

  func change(to other: VideosClient) { clients.withLock { $0 = [other] } }
}

extension PollUpdate {
  fileprivate var isAnswer: Bool { if case .answered = self { true } else { false } }

  fileprivate var isFinal: Bool { if case .answered(_, let video, _, _) = self { video.status.isFinal } else { false } }
}

extension Sequence<PollUpdate> {
  fileprivate var failures: [Problem] {
    compactMap { if case .failed(_, let problem, _, _) = $0 { problem } else { nil } }
  }
}
