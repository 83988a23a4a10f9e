import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Foundation
import Testing

/// What may go wrong on the path of money and bytes, and must not cost anything.
@Suite(.timeLimit(.minutes(1)))
struct TakeRunnerSafetyTests {
  // MARK: Sending

  @Test func aTakeAcceptedWhileOthersAreWatchedIsWatchedAsWell() async throws {
    try await RunnerStage.with { stage in
      let slow = try await stage.confirm("demo-queue")
      try await stage.history.wait { if case .takeAsked(slow, _) = $0 { () } else { nil } }
      let quick = try await stage.confirm("a")
      try await stage.history.wait { if case .takeAsked(quick, _) = $0 { () } else { nil } }
    }
  }

  @Test func nothingLeavesAnyMoreOnceItIsHeldForTheEnd() async throws {
    for _ in 0..<5 {
      try await RunnerStage.with(creates: 1) { stage in
        let orders = (1...6).map { stage.order("shot \($0)") }
        let takes = await stage.runner.confirm(Confirmation(orders), for: stage.service, countdown: 0)
        await stage.runner.stop(within: .seconds(100))
        let sent = stage.server.counts.createsReceived
        for take in takes {
          let word = try #require(try await stage.store.take(take.number))
          #expect(!word.phase.isUnsent || word.heldReason == .interrupted, "\(word.phase)")
          #expect(![.leaving, .sending, .unsure].contains(word.phase))
        }
        for take in takes { try await stage.hasNotLeftSinceItWasInterrupted(take.number) }
        #expect(stage.server.counts.createsReceived == sent)
      }
    }
  }

  @Test func anAnswerThatComesAfterTheTakeWasGivenUpIsKept() async throws {
    try await RunnerStage.with(faults: FaultPlan(create: [.delay(.seconds(1))])) { stage in
      let number = try await stage.confirm("a")
      _ = try await stage.take(number, in: .sending)
      // What a program on another machine does when it has not seen a heartbeat.
      let given = try await stage.store.change(number, now: stage.clock.now()) { $0.recover() }
      #expect(given?.phase == .unsure)
      let saved = try await stage.take(number, in: .saved)
      #expect(saved.videoID == stage.server.counts.acceptedIDs.first)
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func anAnswerThatComesAfterTheTakeWasSettledIsBroughtIn() async throws {
    try await RunnerStage.with(faults: FaultPlan(create: [.delay(.seconds(1))])) { stage in
      let number = try await stage.confirm("a")
      _ = try await stage.take(number, in: .sending)
      let settled = try await stage.store.change(number, now: stage.clock.now()) {
        $0.recover() && $0.settle(.neverArrived, at: $0.recorded)
      }
      #expect(settled?.phase == .dropped)
      let found = try await stage.history.wait {
        if case .takeChanged(let take, _) = $0, take.number != number, take.phase == .saved { take } else { nil }
      }
      #expect(found.videoID == stage.server.counts.acceptedIDs.first)
      #expect(found.order == stage.order("a"))
    }
  }

  @Test func aKeyThatWasMendedIsReadAgainWhenTheTakeIsReleased() async throws {
    try await RunnerStage.with(key: "wrong") { stage in
      let number = try await stage.confirm("a")
      _ = try await stage.take(number, in: .held)
      try stage.key.change(to: "right")
      #expect(try await stage.store.take(number)?.phase == .held, "leaves only by a key")
      await stage.runner.release([number], countdown: 0)
      _ = try await stage.take(number, in: .saved)
      #expect(stage.server.counts.createsAccepted == 1)
    }
  }

  @Test func oneIDBelongsToOneTake() async throws {
    try await RunnerStage.with { stage in
      let first = try await stage.confirm("a")
      let id = try #require(try await stage.take(first, in: .saved).videoID)
      let lost = try await stage.confirm("demo-lose")
      _ = try await stage.take(lost, in: .unsure)
      // What has the same id elsewhere, and is newer, is another film.
      let elsewhere = Take.Service(profile: "other", baseURL: "https://other.example/v1")
      let found = ImportedTake(videoID: id, order: stage.order(""))
      _ = try await stage.store.recordImport(found, service: elsewhere, now: stage.clock.now())
      guard case .failure(let problem) = await stage.runner.settle(lost, .id(id)) else {
        Issue.record("the ID of another take was taken")
        return
      }
      #expect(problem.detail.contains(first.description))
      #expect(problem.detail(.chinese) == "\(first) 已经是这个编号")
      #expect(await stage.runner.importTakes([id], for: stage.service).known.map(\.number) == [first])
      #expect(try await stage.store.take(lost)?.phase == .unsure)
    }
  }

  // MARK: Several programs

  @Test func aTransferOfAnotherProgramIsLeftAlone() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let number = try await stage.confirm("a")
      _ = try await stage.take(number, in: .ready)
      let other = try Store.open(folder: stage.folder + "/state", now: stage.clock.now())
      defer { other.close() }
      _ = try await other.change(number, now: stage.clock.now()) { $0.startSaving() }
      await stage.runner.save([number])
      let mine = try await stage.confirm("b")
      _ = try await stage.take(mine, in: .ready)
      await stage.runner.save([mine])
      _ = try await stage.take(mine, in: .saved)
      #expect(try await stage.store.take(number)?.phase == .saving)
      #expect(stage.server.counts.contentRequests == 1)
    }
  }

  @Test func whatAProgramThatIsGoneLeftBehindIsPutRightByTheOneThatWatches() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let ready = try await stage.confirm("a")
      _ = try await stage.take(ready, in: .ready)
      let gone = try stage.goneProgram()
      let now = stage.clock.now()
      let left = try await gone.recordIntents(
        [stage.order("b"), stage.order("c")], service: stage.service, leavesAt: now, now: now
      ).map(\.number)
      _ = try await gone.change(left[0], now: now) { $0.startSending(at: now) }
      _ = try await gone.change(ready, now: now) { $0.startSaving() }

      #expect(try await stage.take(left[0], in: .unsure).problem?.kind == .interrupted)
      #expect(try await stage.take(left[1], in: .held).heldReason == .interrupted)
      // Somebody wanted the film, though nothing is saved by itself.
      _ = try await stage.take(ready, in: .saved)
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func aProgramElsewhereIsSeenToBeThereWhileItsCountdownRuns() async throws {
    var owner = Owner.current()
    owner.place = "elsewhere"
    let clock = ManualClock()
    try await RunnerStage.with(owner: owner, clock: clock.source) { stage in
      let number = try #require(
        await stage.runner.confirm([stage.order("a")], for: stage.service, countdown: 600).first?.number)
      let other = try Store.open(folder: stage.folder + "/state", now: stage.clock.now())
      defer { other.close() }
      for _ in 1...5 {
        // The countdown sleeps, and the heartbeat once it is written.
        await clock.waitForSleepers(2)
        clock.advance(by: .seconds(5))
        #expect(try await other.recover(now: stage.clock.now()) == [])
      }
      #expect(try await other.take(number)?.phase == .leaving)
    }
  }

  @Test func aFilmGoesWhereItsOwnOrderSaysAndOthersGoWhereTheyAlwaysGo() async throws {
    try await RunnerStage.with { stage in
      let usual = try await stage.confirm("a")
      let out = stage.folder + "/out"
      let takes = await stage.runner.confirm(
        [stage.order("b")], for: stage.service, countdown: 0, savingIn: out)
      let special = try #require(takes.first?.number)
      #expect(try await stage.take(special, in: .saved).filePath?.hasPrefix(out + "/") == true)
      #expect(try await stage.take(usual, in: .saved).filePath?.hasPrefix(stage.folder + "/films/") == true)
    }
  }

  @Test func afterAnUncleanEndASoundStoreSaysNothing() async throws {
    try await RunnerStage.with { stage in
      _ = try stage.goneProgram()
      _ = try await stage.store.recover(now: stage.clock.now())
      await stage.runner.checkStore()
      let isWanted = try await stage.store.remembered("store.checkWanted", as: Bool.self)
      #expect(isWanted == nil)
      #expect(!stage.history.all.contains { if case .noted = $0 { true } else { false } })
    }
  }

  // MARK: Copies

  @Test func aCopyOfAFilmIsWholeAndWritesOverNothing() throws {
    let folder = NSTemporaryDirectory() + "copies-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
    let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try bytes.write(to: URL(filePath: folder + "/T001-a.mp4"))
    try Data("other".utf8).write(to: URL(filePath: folder + "/out/T001-a.mp4"))
    let copy = try FilmCopying.copy(folder + "/T001-a.mp4", to: folder + "/out")
    #expect(copy == folder + "/out/T001-a-2.mp4")
    #expect(try Data(contentsOf: URL(filePath: copy)) == bytes)
    #expect(try Data(contentsOf: URL(filePath: folder + "/out/T001-a.mp4")) == Data("other".utf8))
    let missing = Result { try FilmCopying.copy(folder + "/T002.mp4", to: folder + "/out") }
    #expect(throws: FileFault.self) { try missing.get() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out").count == 2)
  }
}

extension RunnerStage {
  fileprivate func confirm(_ prompt: String) async throws -> Take.Number {
    try #require(await runner.confirm([order(prompt)], for: service, countdown: 0).first?.number)
  }

  /// A program that was killed: its process cannot be found.
  fileprivate func goneProgram() throws -> Store {
    var owner = Owner.current()
    owner.started = "0"
    return try Store.open(folder: folder + "/state", owner: owner, now: clock.now())
  }

  fileprivate func hasNotLeftSinceItWasInterrupted(_ number: Take.Number) async throws {
    var isInterrupted = false
    for case .takeChanged(let take, _) in history.all where take.number == number {
      isInterrupted = isInterrupted || take.heldReason == .interrupted
      #expect(!isInterrupted || take.phase == .held, "\(number) is \(take.phase)")
    }
  }
}
