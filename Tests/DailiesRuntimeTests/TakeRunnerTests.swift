import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2)))
struct TakeRunnerTests {
  @Test func oneYesBecomesOneOrderAndOneFilm() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let saved = try await stage.take(number, in: .saved)
      let path = try #require(saved.filePath)
      #expect(FileManager.default.fileExists(atPath: path))
      #expect(saved.film == Take.FilmFacts(width: 1280, height: 720, seconds: 4, hasSound: true))
      #expect(saved.billedSeconds == 4)
      #expect(stage.server.counts.createsAccepted == 1)
      let events = try await stage.store.events(of: number).map(\.phase)
      #expect(
        events == [.leaving, .sending, .queued, .running, .ready, .saving, .saved]
          || events == [.leaving, .sending, .running, .ready, .saving, .saved])
    }
  }

  @Test func aTakeThatWasWatchedTeachesHowLongItTook() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let saved = try await stage.take(number, in: .saved)
      let (sent, finished) = (try #require(saved.sent), try #require(saved.finished))
      #expect(try await stage.store.times().map(\.took) == [finished - sent])
      #expect(try #require(saved.unfinishedAt) < finished)
    }
  }

  @Test func aCountdownThatIsTakenBackSendsNothing() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm(
        [stage.order("a"), stage.order("b")], for: stage.service, countdown: 30)
      await stage.runner.takeBack(takes.map(\.number))
      for take in takes { #expect(try await stage.store.take(take.number)?.phase == .dropped) }
      let last = await stage.runner.confirm([stage.order("c")], for: stage.service, countdown: 0)
      let number = try #require(last.first?.number)
      _ = try await stage.take(number, in: .queued, .running, .ready, .saving, .saved)
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func aLostAnswerIsUnsureAndIsNeverSentAgain() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("demo-lose")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let unsure = try await stage.take(number, in: .unsure)
      #expect(unsure.problem?.kind == .answerLost)
      await stage.runner.release([number], countdown: 0)
      await stage.runner.sendNow([number])
      #expect(try await stage.store.take(number)?.phase == .unsure)
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func whatCameOfALostAnswerCanBeSettledByItsID() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("demo-lose")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.take(number, in: .unsure)

      guard case .failure = await stage.runner.settle(number, .id("video_nobody")) else {
        Issue.record("an ID that the service does not know was taken")
        return
      }
      #expect(try await stage.store.take(number)?.phase == .unsure)

      let id = try #require(stage.server.counts.acceptedIDs.first)
      guard case .success = await stage.runner.settle(number, .id(id)) else {
        Issue.record("the ID of the order was refused")
        return
      }
      #expect(try await stage.take(number, in: .saved).videoID == id)
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func aServiceThatAsksToSlowDownIsAskedAgainAfterTheWait() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("demo-limit")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let held = try await stage.take(number, in: .held)
      #expect(held.heldReason == .slowedDown)
      #expect(held.leavesAt != nil)
      _ = try await stage.take(number, in: .saved)
      #expect(stage.server.counts.createsReceived == 2)
      #expect(stage.server.counts.createsAccepted == 1)
    }
  }

  @Test func aRefusedKeyHoldsTheTakeUntilAKeyIsPressed() async throws {
    try await RunnerStage.with(key: "wrong") { stage in
      let takes = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let held = try await stage.take(number, in: .held)
      #expect(held.heldReason == .keyRefused)
      #expect(held.leavesAt == nil)
      #expect(stage.server.counts.createsAccepted == 0)
    }
  }

  @Test func manyTakesLeaveTwoAtATimeAndEachOnce() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let orders = (1...9).map { stage.order("shot \($0)") }
      let takes = await stage.runner.confirm(Confirmation(orders), for: stage.service, countdown: 0)
      for take in takes { _ = try await stage.take(take.number, in: .ready) }
      let counts = stage.server.counts
      #expect(counts.createsAccepted == 9)
      #expect(counts.createsReceived == 9)
      #expect(counts.greatestCreatesAtOnce <= 2)
    }
  }

  @Test func whatHasNotLeftIsHeldWhenTheProgramEnds() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 300)
      await stage.runner.stop(within: .seconds(1))
      let number = try #require(takes.first?.number)
      let take = try #require(try await stage.store.take(number))
      #expect(take.phase == .held)
      #expect(take.heldReason == .interrupted)
      #expect(stage.server.counts.createsReceived == 0)
    }
  }

  @Test func withAutomaticSavingOffAFilmWaitsForAKey() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let takes = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.take(number, in: .ready)
      #expect(stage.server.counts.contentRequests == 0)
      await stage.runner.save([number])
      _ = try await stage.take(number, in: .saved)
    }
  }

  @Test func takesThatAreReadyBeginToBeSavedInOneTransaction() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let takes = await stage.runner.confirm(
        Confirmation((1...5).map { stage.order("shot \($0)") }), for: stage.service, countdown: 0)
      for take in takes { _ = try await stage.take(take.number, in: .ready) }
      await stage.runner.setAutosave(true)
      for take in takes {
        // The counts are those after the transaction.
        let saving = try await stage.history.wait {
          if case .takeChanged(let told, let counts) = $0, told.number == take.number, told.phase == .saving {
            counts.byPhase[.saving]
          } else {
            nil
          }
        }
        #expect(saving == 5)
      }
      for take in takes { _ = try await stage.take(take.number, in: .saved) }
    }
  }

  @Test func whoSavesItsOwnTakesLeavesTheOthersToThePerson() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let others = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 0)
      let other = try #require(others.first?.number)
      _ = try await stage.take(other, in: .ready)
      await stage.runner.stop(within: .seconds(5))
      let second = try stage.another(savesOwn: true)
      try await second.play { second in
        let own = await second.runner.confirm([second.order("b")], for: second.service, countdown: 0)
        _ = try await second.take(try #require(own.first?.number), in: .saved)
        #expect(try await second.store.take(other)?.phase == .ready)
      }
    }
  }

  @Test func aRefusedQuestionNeverFailsATake() async throws {
    let refusal = FaultPlan(state: [.status(400, body: #"{"error":{"message":"no such thing"}}"#)])
    try await RunnerStage.with(faults: refusal) { stage in
      let takes = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.history.wait {
        if case .takeNotReached(number, let problem, _, nil) = $0 { problem } else { nil }
      }
      #expect(try await stage.store.take(number)?.phase.isWatched == true)
      await stage.runner.checkNow([number])
      _ = try await stage.take(number, in: .saved)
    }
  }

  @Test func aFilmWhoseFileIsGoneIsSavedAgain() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let saved = try await stage.take(number, in: .saved)
      await stage.runner.save([number])
      #expect(stage.server.counts.contentRequests == 1, "it is there")
      let path = try #require(saved.filePath)
      try FileManager.default.removeItem(atPath: path)
      #expect(saved.lacksItsFile)
      await stage.runner.save([number])
      let again = try await stage.history.wait {
        if case .takeChanged(let take, _) = $0, take.phase == .saved, take != saved { take } else { nil }
      }
      #expect(FileManager.default.fileExists(atPath: try #require(again.filePath)))
      #expect(stage.server.counts.contentRequests == 2)
    }
  }

  @Test func aFilmThatWasWithheldIsGone() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("demo-withhold")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let gone = try await stage.take(number, in: .gone)
      #expect(gone.problem?.kind == .withheld)
    }
  }

  @Test func aTakeMadeElsewhereIsBroughtInByItsIDAndSaved() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("demo-lose")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.take(number, in: .unsure)
      let id = try #require(stage.server.counts.acceptedIDs.first)
      let result = await stage.runner.importTakes(["video_nobody", id, id], for: stage.service)
      #expect(result.refused.map(\.id) == ["video_nobody"])
      let imported = try #require(result.brought.first)
      #expect(result.known.map(\.number) == [imported.number])
      let saved = try await stage.take(imported.number, in: .saved)
      #expect(saved.videoID == id)
      // Nobody told what was ordered: the film does.
      #expect(saved.orderedSeconds == 4 && saved.orderedSize == stage.order("").size)
      #expect(!saved.differsFromOrder)
    }
  }

  @Test func twoProgramsOnOneStoreShowTheSameAndSendNothingTwice() async throws {
    try await RunnerStage.with { first in
      let second = try first.another()
      try await second.play { second in
        let mine = await first.runner.confirm([first.order("mine")], for: first.service, countdown: 0)
        let theirs = await second.runner.confirm([first.order("theirs")], for: first.service, countdown: 0)
        for take in mine + theirs {
          _ = try await first.take(take.number, in: .saved)
          _ = try await second.take(take.number, in: .saved)
        }
        #expect(first.server.counts.createsReceived == 2)
        #expect(first.server.counts.contentRequests == 2)
      }
    }
  }
}
