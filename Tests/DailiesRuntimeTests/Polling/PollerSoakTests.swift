import DailiesCore
import DemoService
import Foundation
import Synchronization
import TestSupport
import Testing
import VideosAPI
import VideosHTTP

@testable import DailiesRuntime

/// A day of the poller over real connections in a few seconds: the service goes by the program's clock, and nobody waits.
@Suite(.timeLimit(.minutes(5)))
struct PollerSoakTests {
  private static let groups = 40
  private static let size = 5

  /// Two hundred takes in a day, five at a time, each with a life of two to seven minutes.
  private func live(through faults: [Fault], _ check: @Sendable (_ counts: DemoCounts, _ ideal: Double) -> Void)
    async throws
  {
    let work = WorkCounter()
    let clock = SettledClock(work)
    let begin = Date(timeIntervalSince1970: 1_760_000_000)
    try await Workshop.with { configuration in
      configuration.speed = 0.1
      configuration.faults = FaultPlan(state: faults)
      configuration.time = DemoTime(
        now: { begin.addingTimeInterval(clock.source.elapsed() / .seconds(1)) },
        sleep: { _ in try Task.checkCancellation() })
    } _: { workshop in
      let client = workshop.client
      let poller = Poller(schedule: PollSchedule(generator: SeededGenerator(seed: 5)), clock: clock.source, work: work)
      { _ in
        client
      }
      let ideal = try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await poller.run() }
        defer { group.cancelAll() }
        var updates = poller.updates.each.makeAsyncIterator()
        var ideal = 0.0
        for index in 0..<Self.groups {
          // The poller waits for nothing meanwhile: nothing else moves the clock.
          let morning = Duration.seconds(86_400) * (Double(index) / Double(Self.groups))
          if clock.source.elapsed() < morning { try await clock.source.sleep(morning) }
          var births: [Take.Number: Duration] = [:]
          for place in 1...Self.size {
            var take = try await workshop.order(index * Self.size + place)
            take.accepted = clock.source.now()
            births[take.number] = clock.source.elapsed()
            await poller.add(take)
          }
          while !births.isEmpty, let update = await updates.next() {
            guard case .answered(let number, let video, _, _) = update, video.status.isFinal else { continue }
            guard let birth = births.removeValue(forKey: number) else { continue }
            ideal += PollTiming.questions(inLifeOf: clock.source.elapsed() - birth)
          }
        }
        return ideal
      }
      check(workshop.server.counts, ideal)
    }
  }

  @Test func aDayOfTakesUsesAFewConnectionsAndNoMoreQuestionsThanTheScheduleHas() async throws {
    try await live(through: []) { counts, ideal in
      #expect(counts.createsAccepted == 200)
      let ratio = Double(counts.stateQueries) / ideal
      #expect((0.8...1.05).contains(ratio), "\(counts.stateQueries) questions, \(ideal) at best")
      // Every create has a connection of its own; all questions share a few.
      #expect(counts.connectionsOpened - counts.createsAccepted <= 8, "\(counts.connectionsOpened)")
      #expect(counts.greatestConnectionsAtOnce <= 9)
      #expect(counts.connectionsNow <= 9)
    }
  }

  @Test func aBadDayCostsOneConnectionForEachThatWasCutAndNoneIsLeft() async throws {
    let bad: [Fault] = [
      .status(429, headers: ["retry-after": "20"]), .pass, .pass, .pass, .status(503), .pass, .hangUp, .pass, .pass,
      .malformedBody, .pass, .status(404), .pass, .pass, .cutAfter(bytes: 20), .pass,
    ]
    let rounds = 100
    try await live(through: Array(repeating: bad, count: rounds).flatMap { $0 }) { counts, _ in
      #expect(counts.createsAccepted == 200)
      #expect(counts.stateQueries > bad.count * rounds)
      #expect(counts.connectionsOpened - counts.createsAccepted <= 8 + 2 * rounds, "\(counts.connectionsOpened)")
      #expect(counts.greatestConnectionsAtOnce <= 9)
      #expect(counts.connectionsNow <= 9)
    }
  }
}

/// A clock that goes on to the time somebody sleeps until, once no question is under way.
private final class SettledClock: Sendable {
  private let elapsed = Mutex(Duration.zero)
  private let work: WorkCounter
  private let start = Timestamp(seconds: 1_760_000_000)

  init(_ work: WorkCounter) { self.work = work }

  var source: ClockSource {
    ClockSource(
      elapsed: { self.elapsed.withLock { $0 } }, sleep: { try await self.sleep(until: $0) },
      now: { self.start + self.elapsed.withLock { $0 } })
  }

  private func sleep(until due: Duration) async throws {
    // A question that was just decided on may not have begun to be counted.
    for _ in 0..<50 { await Task.yield() }
    _ = try await work.waitUntilIdle()
    try Task.checkCancellation()
    elapsed.withLock { $0 = max($0, due) }
  }
}
