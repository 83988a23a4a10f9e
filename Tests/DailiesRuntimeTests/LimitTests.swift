import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Testing

/// What a hard limit refuses never reaches the service, whoever asks.
@Suite(.timeLimit(.minutes(2)))
struct LimitTests {
  /// 2.00 for each take of four seconds.
  private static func rules(_ hard: Int64, day: String = "2026-11-25") throws -> SpendingRules {
    var limits = SpendingLimits()
    limits.amounts[.dayHard] = hard * 1_000_000
    let price = PriceTable.Price(
      profile: "test", model: Profile.standardModel, size: nil, perSecond: Money(millionths: 500_000, "CNY"),
      since: try #require(Day("2026-01-01")))
    return SpendingRules(limits: limits, prices: PriceTable([price]), day: try #require(Day(day)))
  }

  private func refusals(_ stage: RunnerStage) -> [Problem.Kind] {
    stage.history.all.compactMap { if case .takesNotRecorded(let problem) = $0 { problem.kind } else { nil } }
  }

  @Test func aYesAboveTheLimitSendsNothingAndSaysWhichLimit() async throws {
    try await RunnerStage.with(spending: try Self.rules(5)) { stage in
      let orders = ["a", "b", "c"].map { stage.order($0) }
      let refused = await stage.runner.confirm(Confirmation(orders), for: stage.service, countdown: 0)
      #expect(refused.isEmpty)
      #expect(refusals(stage) == [.overLimit])
      let sent = await stage.runner.confirm(Confirmation([orders[0]]), for: stage.service, countdown: 0)
      let number = try #require(sent.first?.number)
      let taken = try await stage.take(number, in: .queued, .running, .ready, .saving, .saved)
      #expect(taken.cost?.amount?.number == "2.00")
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func twoProgramsDoNotPassTheLimitTogether() async throws {
    let rules = try Self.rules(20)
    try await RunnerStage.with(spending: rules) { stage in
      let other = try stage.another(spending: rules)
      try await other.play { other in
        let confirmed = await withTaskGroup(of: Int.self) { group in
          for index in 0..<16 {
            let program = index.isMultiple(of: 2) ? stage : other
            group.addTask {
              await program.runner.confirm([program.order("take \(index)")], for: program.service, countdown: 0).count
            }
          }
          return await group.reduce(0, +)
        }
        #expect(confirmed == 10)
        #expect(refusals(stage).count + refusals(other).count == 6)
        for take in 1...10 {
          let program = try await stage.store.take(Take.Number(take))
          #expect(program != nil)
        }
      }
      #expect(stage.server.counts.createsReceived <= 10)
    }
  }

  @Test func aHeldTakeOfYesterdayIsNotReleasedAboveTheLimitOfToday() async throws {
    try await RunnerStage.with(spending: try Self.rules(2)) { stage in
      let old = try await stage.store.recordIntents(
        [stage.order("yesterday")], service: stage.service, leavesAt: nil, now: stage.clock.now(),
        under: try Self.rules(2, day: "2026-11-24"))
      let held = try #require(old.first?.number)
      _ = try await stage.store.change(held, now: stage.clock.now()) { $0.hold(.interrupted) }
      let today = await stage.runner.confirm([stage.order("today")], for: stage.service, countdown: 30)
      await stage.runner.release([held], countdown: 0)
      #expect(refusals(stage) == [.overLimit])
      #expect(try await stage.store.take(held)?.phase == .held)
      await stage.runner.takeBack(today.map(\.number))
      await stage.runner.release([held], countdown: 0)
      _ = try await stage.take(held, in: .queued, .running, .ready, .saving, .saved)
    }
  }

  @Test func heldTakesThatAreRefusedTogetherAreToldOfInOneSentence() async throws {
    try await RunnerStage.with(spending: try Self.rules(2)) { stage in
      let old = try await stage.store.recordIntents(
        Confirmation(["a", "b", "c"].map { stage.order($0) }), service: stage.service, leavesAt: nil,
        now: stage.clock.now(),
        under: try Self.rules(6, day: "2026-11-24"))
      for take in old {
        _ = try await stage.store.change(take.number, now: stage.clock.now()) { $0.hold(.interrupted) }
      }
      await stage.runner.release(old.map(\.number), countdown: 30)
      #expect(refusals(stage) == [.overLimit])
      let names = old.dropFirst().map(\.number.description).joined(separator: " ")
      let problem = stage.history.all.compactMap {
        if case .takesNotRecorded(let problem) = $0 { problem } else { nil }
      }
      #expect(problem.first?.detail.hasPrefix(names + ": ") == true)
    }
  }

  @Test func whatWaitedForACanaryIsHeldAgainstTheLimitsOfTheDayOnWhichItLeaves() async throws {
    let rules = RulesBox(try Self.rules(6, day: "2026-11-24"))
    try await RunnerStage.with(rules: rules) { stage in
      let takes = await stage.runner.confirm(
        Confirmation(["a", "b", "c"].map { stage.order($0) }, canary: .accepted), for: stage.service, countdown: 20)
      // Midnight passes during the countdown, and the new day allows one more take.
      rules.change(to: try Self.rules(2))
      await stage.runner.sendNow([takes[0].number])
      _ = try await stage.take(takes[1].number, in: .queued, .running, .ready, .saving, .saved)
      let held = try #require(try await stage.store.take(takes[2].number))
      #expect(held.phase == .held)
      #expect(held.heldReason == .notSent)
      #expect(held.problem?.kind == .overLimit)
      #expect(refusals(stage) == [.overLimit])
      #expect(stage.server.counts.createsReceived == 2)
    }
  }
}
