import DailiesCore
import DailiesStore
import GRDB
import Testing
import VideosAPI

@Suite struct RecordingTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  @Test func intentsGetNumbersInOrderAndWaitForTheirCountdown() async throws {
    let takes = try await store.recordIntents(
      [.sample("one"), .sample("two")], service: .sample, leavesAt: .second(5), now: .second(0))
    #expect(takes.map(\.number) == [Take.Number(1), Take.Number(2)])
    #expect(takes.map(\.order.prompt) == ["one", "two"])
    #expect(takes.allSatisfy { $0.phase == .leaving && $0.leavesAt == .second(5) && $0.recorded == .second(0) })
    #expect(try await store.unsent() == takes)
  }

  @Test func intentsWithoutACountdownWaitForTheirTurn() async throws {
    let takes = try await store.recordIntents([.sample()], service: .sample, leavesAt: nil, now: .second(0))
    #expect(takes.map(\.heldReason) == [.waitingTurn])
    #expect(takes.map(\.phase) == [.held])
  }

  @Test func everythingATakeHoldsComesBackAsItWas() async throws {
    let number = try await store.recordAccepted("灯笼 🏮\u{0}\n\"quoted\"", id: "video_1")
    let changed = try await store.change(number, now: .second(9)) { take in
      take.order.image = .file(path: "/home/me/图.png")
      take.percentComplete = 45
      take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8.04)
      take.problem = Problem(.rateLimited, detail: "slow down", raw: "{}", status: 429)
      take.expires = .second(99)
      take.billedCost = "0.40"
      return true
    }
    #expect(try await store.take(number) == changed)
    #expect(changed?.order.prompt == "灯笼 🏮\u{0}\n\"quoted\"")
  }

  @Test func aNumberIsNeverUsedAgain() async throws {
    _ = try await store.record()
    let raw = try workshop.raw()
    try await raw.write { db in
      try db.execute(sql: "DELETE FROM take_events; DELETE FROM take_texts; DELETE FROM takes")
    }
    #expect(try await store.record() == Take.Number(2))
  }

  @Test func newsForATakeThatHasMovedOnChangesNothing() async throws {
    let number = try await store.record()
    let events = try await store.events(of: number)
    let late = try await store.change(number, now: .second(1)) {
      $0.receive(Video(id: "video_1", statusWord: "completed"), at: .second(1))
    }
    #expect(late == nil)
    #expect(try await store.events(of: number) == events)
  }

  @Test func aTakeThatDoesNotExistIsNotChanged() async throws {
    let outcome = try await store.change(Take.Number(7), now: .second(1)) { _ in true }
    #expect(outcome == nil)
  }

  @Test func everyPhaseIsInTheHistoryWithItsTimeAndReason() async throws {
    let number = try await store.record(at: 1)
    _ = try await store.change(number, now: .second(2)) { $0.startSending(at: .second(2)) }
    let problem = Problem(.contentRefused, detail: "a crowd is not allowed", status: 400)
    _ = try await store.change(number, now: .second(3)) { $0.createEnded(.refused(problem), at: .second(3)) }
    #expect(
      try await store.events(of: number) == [
        TakeEvent(at: .second(1), phase: .leaving),
        TakeEvent(at: .second(2), phase: .sending),
        TakeEvent(at: .second(3), phase: .failed, problem: problem),
      ])
  }

  @Test func aChangeInsideAPhaseAddsNoHistory() async throws {
    let number = try await store.recordAccepted(id: "video_1")
    let events = try await store.events(of: number)
    let changed = try await store.change(number, now: .second(5)) {
      $0.receive(Video(id: "video_1", statusWord: "running", progress: 40), at: .second(5))
    }
    #expect(changed?.percentComplete == 40)
    #expect(try await store.events(of: number) == events)
  }

  @Test func anAnswerIsKeptWithTheChangeItCaused() async throws {
    let number = try await store.record()
    _ = try await store.change(number, now: .second(1)) { $0.startSending(at: .second(1)) }
    let answer = TakeAnswer(.create, at: .second(2), status: 200, body: "{\"id\":\"video_1\"}")
    _ = try await store.change(number, answer: answer, now: .second(2)) {
      $0.createEnded(.accepted(Video(id: "video_1", statusWord: "queued"), cost: "0.4"), at: .second(2))
    }
    #expect(try await store.answers(of: number) == [answer])
    #expect(try await store.take(videoID: "video_1")?.number == number)
  }

  @Test func anAnswerThatCameTooLateIsKeptAllTheSame() async throws {
    let number = try await store.record()
    let answer = TakeAnswer(.create, at: .second(2), status: 200, body: "{\"id\":\"video_1\"}")
    let outcome = try await store.change(number, answer: answer, now: .second(2)) { _ in false }
    #expect(outcome == nil)
    #expect(try await store.answers(of: number) == [answer])
  }

  @Test func everyCreateAnswerIsKeptButOnlyTheLastStateAnswer() async throws {
    let number = try await store.record()
    let creates = [429, 200].map { TakeAnswer(.create, at: .second(1), status: $0, body: "create") }
    let states = [1, 2, 3].map { TakeAnswer(.state, at: .second($0), status: 200, body: "state \($0)") }
    for answer in creates + states { try await store.recordAnswer(answer, of: number) }
    #expect(try await store.answers(of: number) == creates + [states[2]])
  }

  @Test func aLongAnswerIsCutBetweenCharacters() async throws {
    let number = try await store.record()
    let answer = TakeAnswer(.state, at: .second(1), status: nil, body: "a" + String(repeating: "灯", count: 40_000))
    #expect(answer.body.utf8.count <= TakeAnswer.bodyLimit)
    #expect(answer.body.utf8.count > TakeAnswer.bodyLimit - 4)
    #expect(!answer.body.unicodeScalars.contains("\u{FFFD}"))
    try await store.recordAnswer(answer, of: number)
    #expect(try await store.answers(of: number) == [answer])
  }

  @Test func anAnswerOfATakeThatDoesNotExistIsDropped() async throws {
    try await store.recordAnswer(TakeAnswer(.state, at: .second(1), status: 200, body: ""), of: Take.Number(5))
    #expect(try await store.answers(of: Take.Number(5)).isEmpty)
  }

  @Test func aVideoOrderedElsewhereIsBroughtInOnce() async throws {
    let found = ImportedTake(videoID: "video_x", order: .sample())
    let first = try await store.recordImport(found, service: .sample, now: .second(1))
    // The same id elsewhere is another film, and the newer take.
    let other = Take.Service(profile: "other", baseURL: "https://other.example/v1")
    let second = try await store.recordImport(found, service: other, now: .second(2))
    let again = try await store.recordImport(found, service: .sample, now: .second(3))
    #expect(first.take.phase == .queued)
    #expect(first.isNew && second.isNew && !again.isNew)
    #expect(first.take == again.take)
    #expect(try await store.watched() == [first.take, second.take])
  }

  @Test func anUnsureTakeIsNotSettledWithTheIDOfAnotherAtItsService() async throws {
    let found = ImportedTake(videoID: "video_x", order: .sample())
    let known = try await store.recordImport(found, service: .sample, now: .second(1)).take
    let other = Take.Service(profile: "other", baseURL: "https://other.example/v1")
    _ = try await store.recordImport(found, service: other, now: .second(2))
    let number = try await store.record()
    _ = try await store.change(number, now: .second(3)) { $0.startSending(at: .second(3)) }
    #expect(try await store.settle(number, .id("video_y"), now: .second(4)) == .movedOn)
    _ = try await store.change(number, now: .second(4)) {
      $0.createEnded(.unsure(Problem(.answerLost)), at: .second(4))
    }
    #expect(try await store.settle(number, .id("video_x"), now: .second(5)) == .idIsTaken(known))
    #expect(try await store.take(number)?.phase == .unsure)
    guard case .done(let settled) = try await store.settle(number, .id("video_y"), now: .second(6)) else {
      Issue.record("an id that nothing has was refused")
      return
    }
    #expect(settled.videoID == "video_y")
  }

  @Test func aChangeHappensAlsoWhenItsTaskWasCancelled() async throws {
    let number = try await store.record()
    let store = store
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await store.change(number, now: .second(1)) { $0.startSending(at: .second(1)) }
    }
    #expect(try await task.value?.phase == .sending)
    #expect(try await store.take(number)?.phase == .sending)
  }

  @Test func savedFilesAreListedWithTheirTake() async throws {
    let number = try await store.recordAccepted(id: "video_1")
    for (path, second) in [("/videos/T001.mp4", Int64(10)), ("/videos/T001 (2).mp4", 20)] {
      _ = try await store.change(number, now: .second(second)) { take in
        take.phase = .saving
        return take.saveEnded(path: path, bytes: 5, film: nil, at: .second(second))
      }
    }
    let raw = try workshop.raw()
    let paths = try await raw.read { try String.fetchAll($0, sql: "SELECT path FROM files ORDER BY at") }
    #expect(paths == ["/videos/T001.mp4", "/videos/T001 (2).mp4"])
  }

  @Test func whatIsReadyOrBeingSavedIsUnfinished() async throws {
    let ready = try await store.recordAccepted(id: "video_1")
    _ = try await store.recordAccepted(id: "video_2")
    _ = try await store.change(ready, now: .second(3)) {
      $0.receive(Video(id: "video_1", statusWord: "completed"), at: .second(3))
    }
    #expect(try await store.unfinished().map(\.number) == [ready])
    #expect(try await store.watched().map(\.videoID) == ["video_2"])
  }

  @Test func valuesAreRememberedByName() async throws {
    let shot = ShotSettings(model: "sora-2", seconds: 12, takes: 3)
    #expect(try store.rememberedNow("shot", as: ShotSettings.self) == nil)
    try await store.remember("shot", ShotSettings(model: "sora-2"))
    try await store.remember("shot", shot)
    #expect(try store.rememberedNow("shot") == shot)
    #expect(try await store.remembered("shot", as: ShotSettings.self) == shot)
    #expect(try await store.remembered("shot", as: [Int].self) == nil)
  }
}
