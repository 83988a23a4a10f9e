import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Synchronization
import Testing

/// One question about everything that is live, and who asks it.
@Suite(.timeLimit(.minutes(1)))
struct SyncTests {
  @Test func withNothingLiveAPassIsOverAtOnce() async throws {
    try await RunnerStage.with { stage in
      guard case .done(let pass) = try await stage.runner.sync() else { return #expect(Bool(false), "no answer") }
      #expect(pass.takes == [] && pass.unreached == [])
      #expect(stage.server.counts.stateQueries == 0)
    }
  }

  @Test func everythingLiveIsAskedAboutByTheProgramThatHasTheLease() async throws {
    try await RunnerStage.with { holder in
      let takes = await holder.runner.confirm(
        [holder.order("demo-queue"), holder.order("demo-queue, again")], for: holder.service, countdown: 0)
      for take in takes { _ = try await holder.take(take.number, in: .queued, .running) }
      let second = try holder.another()
      try await second.play { second in
        let before = holder.server.counts.stateQueries
        guard case .done(let pass) = try await second.runner.sync() else { return #expect(Bool(false), "no answer") }
        #expect(pass.takes == takes.map(\.number))
        #expect(pass.unreached == [])
        #expect(holder.server.counts.stateQueries >= before + 2)
      }
    }
  }

  @Test func takesThatCannotBeAskedAboutAreNamed() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("demo-queue")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.take(number, in: .queued, .running)
      stage.server.faults.withLock { $0.always[.state] = .status(500) }
      guard case .done(let pass) = try await stage.runner.sync() else { return #expect(Bool(false), "no answer") }
      #expect(pass.unreached == [number])
      #expect(pass.problem?.kind == .serviceFault)
    }
  }

  @Test func aHolderThatDoesNotAnswerIsNamed() async throws {
    try await RunnerStage.with { stage in
      // A program that keeps the lease and knows nothing of requests.
      let deaf = try Store.open(folder: stage.folder + "/state", now: stage.clock.now())
      defer { deaf.close() }
      #expect(try await deaf.acquireLease(now: stage.clock.now()))
      let end = try await withThrowingTaskGroup(of: TakeRunner.SyncEnd?.self) { group in
        group.addTask {
          while !Task.isCancelled {
            _ = try await deaf.renewLease(now: stage.clock.now())
            try await stage.clock.sleep(stage.clock.elapsed() + .seconds(1))
          }
          return nil
        }
        group.addTask { try await stage.runner.sync() }
        defer { group.cancelAll() }
        for try await end in group { if let end { return end } }
        throw CancellationError()
      }
      #expect(end == .unanswered(holder: deaf.owner))
    }
  }

  @Test func aDraftOfAnotherProgramIsToldOf() async throws {
    try await RunnerStage.with { stage in
      // Once a take has gone through, this program surely listens.
      let takes = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 0)
      _ = try await stage.take(try #require(takes.first?.number), in: .saved)
      #expect(!stage.history.all.contains(.draftsChanged))
      let other = try Store.open(folder: stage.folder + "/state", now: stage.clock.now())
      defer { other.close() }
      let draft = DraftRecord(prompt: PromptEditor("a kite").snapshot, shot: ShotSettings(model: "m"))
      _ = try await other.saveDraft(draft, now: stage.clock.now())
      try await stage.history.wait { $0 == .draftsChanged ? () : nil }
    }
  }

  @Test func withoutNewsOfWritesADraftOfAnotherProgramIsToldOfAllTheSame() async throws {
    try await RunnerStage.with(hearsWrites: false, speed: 1) { stage in
      // Once a take has been asked about, this program has looked around; as long as it is live, it goes on doing so.
      _ = await stage.runner.confirm([stage.order("demo-queue")], for: stage.service, countdown: 0)
      try await stage.history.wait { if case .takeAsked = $0 { () } else { nil } }
      #expect(!stage.history.all.contains(.draftsChanged))
      let other = try Store.open(folder: stage.folder + "/state", now: stage.clock.now())
      defer { other.close() }
      let draft = DraftRecord(prompt: PromptEditor("a kite").snapshot, shot: ShotSettings(model: "m"))
      let id = try await other.saveDraft(draft, now: stage.clock.now())
      try await stage.history.wait { $0 == .draftsChanged ? () : nil }
      let seen = stage.history.all.count
      _ = try await other.changeDraft(.rename(id, "kite"), now: stage.clock.now())
      try await stage.history.wait(from: seen) { $0 == .draftsChanged ? () : nil }
    }
  }

  @Test func whatTheAskingProgramLearnsOfTheWayTheOthersAreTold() async throws {
    let faults = FaultPlan(state: [.pass, .pass, .status(429, headers: ["retry-after": "30"])])
    try await RunnerStage.with(faults: faults, speed: 1) { first in
      _ = await first.runner.confirm([first.order("demo-queue")], for: first.service, countdown: 0)
      try await first.history.wait { if case .takeReached = $0 { () } else { nil } }
      let second = try first.another()
      try await second.play { second in
        let service = second.service
        try await second.history.wait { $0 == .networkChanged(.reached, of: service) ? () : nil }
        try await second.history.wait {
          if case .networkChanged(.slowedDown, of: service) = $0 { () } else { nil }
        }
      }
    }
  }

  @Test func withoutNewsOfWritesATakeOfAnotherProgramIsSeenAllTheSame() async throws {
    try await RunnerStage.with(hearsWrites: false) { first in
      _ = await first.runner.confirm([first.order("demo-queue")], for: first.service, countdown: 0)
      let second = try first.another()
      try await second.play { second in
        let theirs = await second.runner.confirm([second.order("a")], for: second.service, countdown: 0)
        _ = try await first.take(try #require(theirs.first?.number), in: .saved)
      }
    }
  }
}
