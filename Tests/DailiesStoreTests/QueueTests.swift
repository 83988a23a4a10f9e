import DailiesCore
import DailiesStore
import Testing
import VideosAPI

@Suite struct QueueTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  private func start(_ number: Take.Number, _ limits: SendLimits, in store: Store) async throws -> SendStart {
    try await store.startSending(number, limits: limits, now: .second(1)) { $0.phase == .leaving }
  }

  private func record(_ prompts: String..., canary: Canary? = nil) async throws -> [Take] {
    try await store.recordIntents(
      Confirmation(prompts.map { .sample($0) }, canary: canary), service: .sample, leavesAt: .second(0), now: .second(0)
    )
  }

  @Test func twoProgramsTogetherSendNoMoreThanTheLimit() async throws {
    let other = try workshop.open(.elsewhere("other"))
    let mine = try await record("a", "b")
    let theirs = try await other.recordIntents(
      [.sample("c")], service: .sample, leavesAt: .second(0), now: .second(0))
    let limits = SendLimits(creates: 2, live: 2)
    guard case .started = try await start(mine[0].number, limits, in: store) else {
      Issue.record("the first did not start")
      return
    }
    guard case .started(let take) = try await start(theirs[0].number, limits, in: other) else {
      Issue.record("the second did not start")
      return
    }
    #expect(take.phase == .sending)
    #expect(try await start(mine[1].number, limits, in: store) == .full)
    let video = Video(id: "video_1", statusWord: "queued")
    _ = try await store.change(mine[0].number, now: .second(2)) {
      $0.createEnded(.accepted(video, cost: nil), at: .second(2))
    }
    #expect(try await start(mine[1].number, limits, in: store) == .full, "two are at the service")
    #expect(try await store.take(mine[1].number)?.phase == .leaving)
    guard case .started = try await start(mine[1].number, SendLimits(creates: 2), in: store) else {
      Issue.record("without the limit it starts")
      return
    }
    #expect(try await start(mine[1].number, limits, in: store) == .movedOn)
  }

  @Test func theLimitOfOneProfileLeavesAnotherAlone() async throws {
    let first = try await record("a")
    let elsewhere = Take.Service(profile: "studio", baseURL: "https://studio.example/v1")
    let second = try await store.recordIntents(
      [.sample("b")], service: elsewhere, leavesAt: .second(0), now: .second(0))
    for take in first + second {
      guard case .started = try await start(take.number, SendLimits(creates: 1, live: 1), in: store) else {
        Issue.record("\(take.number) did not start")
        continue
      }
    }
  }

  @Test func aPauseHoldsForEveryProgramAndOutlivesThem() async throws {
    let take = try await record("a")[0]
    try await store.pauseQueue(true)
    #expect(try await start(take.number, SendLimits(creates: 2), in: store) == .paused)
    store.close()
    let later = try workshop.open()
    #expect(try await later.isQueuePaused())
    try await later.pauseQueue(false)
    #expect(try await !later.isQueuePaused())
  }

  @Test func whatIsBeingSavedIsMovedAmongItsOwn() async throws {
    let takes = try await record("a", "b", "c")
    for take in takes.dropFirst() {
      _ = try await store.change(take.number, now: .second(1)) { $0.hold(.interrupted) }
      _ = try await store.change(take.number, now: .second(1)) { $0.startSending(at: .second(1)) }
      _ = try await store.change(take.number, now: .second(1)) {
        $0.createEnded(.accepted(Video(id: "video_\(take.number)", statusWord: "completed"), cost: nil), at: .second(1))
      }
      _ = try await store.change(take.number, now: .second(2)) { $0.startSaving() }
    }
    let moved = try await store.moveInQueue(takes[2].number, by: -1, now: .second(3))
    #expect(moved.map(\.number) == [takes[2].number, takes[1].number])
    #expect(moved.map(\.rank) == [takes[1].rank, takes[2].rank])
    #expect(try await store.moveInQueue(takes[2].number, by: -1, now: .second(3)).isEmpty, "it is the first one")
  }

  @Test func aCanaryGoesAheadAndTheOthersAreHeldInTheSameTransaction() async throws {
    let takes = try await record("a", "b", "c", canary: .accepted)
    #expect(takes.map(\.phase) == [.leaving, .held, .held])
    #expect(takes.map(\.heldReason) == [nil, .canary, .canary])
    #expect(takes.map(\.leavesAt) == [.second(0), nil, nil])
    #expect(takes.map(\.batch) == Array(repeating: Batch(first: takes[0].number, canary: .accepted), count: 3))
    #expect(try await record("d")[0].batch == nil, "one take is no batch")
  }

  @Test(arguments: Canary.allCases)
  func whatWaitedForACanaryNeverLeavesByItselfAfterACrash(canary: Canary) async throws {
    let gone = try workshop.open(.gone("gone"))
    let takes = try await gone.recordIntents(
      Confirmation([.sample("a"), .sample("b")], canary: canary), service: .sample, leavesAt: .second(0),
      now: .second(0))
    _ = try await store.recover(now: .second(60))
    #expect(try await store.take(takes[0].number)?.heldReason == .interrupted)
    let other = try #require(await store.take(takes[1].number))
    #expect(other.heldReason == (canary == .accepted ? .interrupted : .canary))
    #expect(!other.leavesByItself)
  }

  @Test func aBatchIsChangedAsAWhole() async throws {
    let takes = try await record("a", "b", "c", canary: .seen)
    let held = try await store.changeBatch(takes[0].number, now: .second(1)) {
      $0.heldReason == .canary && $0.hold(.canarySeen)
    }
    #expect(held.map(\.number) == takes.dropFirst().map(\.number))
    #expect(held.map(\.heldReason) == [.canarySeen, .canarySeen])
  }
}
