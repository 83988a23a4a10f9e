import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import TerminalCanvas
import Testing

@Suite(.timeLimit(.minutes(3)))
struct BatchTests {
  private func orders(_ stage: RunnerStage, _ prompts: String...) -> [Order] { prompts.map { stage.order($0) } }

  private func phases(_ stage: RunnerStage, _ takes: [Take]) async throws -> [TakePhase] {
    var phases: [TakePhase] = []
    for take in takes { phases.append(try #require(await stage.store.take(take.number)).phase) }
    return phases
  }

  private func reasons(_ stage: RunnerStage, _ takes: some Sequence<Take>) async throws -> [HeldReason?] {
    var reasons: [HeldReason?] = []
    for take in takes { reasons.append(try #require(await stage.store.take(take.number)).heldReason) }
    return reasons
  }

  @Test func theOthersLeaveByThemselvesWhenTheCanaryIsAccepted() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "a", "b", "c"), canary: .accepted), for: stage.service, countdown: 1)
      #expect(takes.map(\.phase) == [.leaving, .held, .held])
      #expect(takes.map(\.heldReason) == [nil, .canary, .canary])
      for take in takes { _ = try await stage.take(take.number, in: .ready) }
      #expect(stage.server.counts.createsAccepted == 3)
    }
  }

  @Test func theOthersWaitForAKeyWhenTheCanaryIsToBeSeen() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "a", "b", "c"), canary: .seen), for: stage.service, countdown: 0)
      let asked = try await stage.history.wait { action -> Note? in
        if case .noted(let note) = action, note.phrase == Strings.batchToSee { note } else { nil }
      }
      #expect(asked.arguments == [takes[0].number.description, "2"])
      #expect(try await reasons(stage, takes.dropFirst()) == [.canarySeen, .canarySeen])
      #expect(stage.server.counts.createsReceived == 1)
      await stage.runner.release(takes.dropFirst().map(\.number), countdown: 0)
      for take in takes { _ = try await stage.take(take.number, in: .ready) }
      #expect(stage.server.counts.createsAccepted == 3)
    }
  }

  @Test(arguments: ["demo-refuse", "demo-lose"]) func theOthersStayWhenTheCanaryComesToNothing(word: String)
    async throws
  {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, word, "b", "c"), canary: .accepted), for: stage.service, countdown: 0)
      _ = try await stage.take(takes[0].number, in: .failed, .unsure)
      for take in takes.dropFirst() {
        let held = try await stage.history.wait { action -> Take? in
          guard case .takeChanged(let changed, _) = action, changed.number == take.number else { return nil }
          return changed.heldReason == .canaryFailed ? changed : nil
        }
        #expect(held.phase == .held)
        #expect(held.problem != nil)
      }
      #expect(stage.server.counts.createsReceived == 1)
    }
  }

  @Test func twoRefusalsInARowHoldTheRestOfTheBatch() async throws {
    try await RunnerStage.with(creates: 1) { stage in
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "demo-refuse 1", "demo-refuse 2", "c", "d")), for: stage.service, countdown: 0)
      _ = try await stage.history.wait { action -> Bool? in
        if case .noted(let note) = action, note.text(.english).hasPrefix("Stopped: two refused") { true } else { nil }
      }
      #expect(try await phases(stage, takes) == [.failed, .failed, .held, .held])
      #expect(try await reasons(stage, takes.dropFirst(2)) == [.refusedTwice, .refusedTwice])
      #expect(stage.server.counts.createsReceived == 2)
    }
  }

  @Test func aRunThatEndsHoldsWhatWaitedForItsCanary() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "a", "b"), canary: .accepted), for: stage.service, countdown: 300)
      await stage.runner.stop(within: .zero)
      stage.store.close()
      let second = try stage.another()
      try await second.play { second in
        let held = try await second.history.wait { action -> Take? in
          if case .takeChanged(let take, _) = action, take.number == takes[1].number { take } else { nil }
        }
        #expect(held.heldReason == .interrupted)
        await second.runner.release([takes[0].number], countdown: 0)
        _ = try await second.take(takes[0].number, in: .saved)
        #expect(try await second.store.take(takes[1].number)?.phase == .held)
        #expect(second.server.counts.createsReceived == 1)
      }
    }
  }

  // MARK: The queue

  @Test func aPausedQueueSendsNothingUntilItGoesOn() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      await stage.runner.pauseQueue(true)
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "a", "b")), for: stage.service, countdown: 0)
      for take in takes { #expect(try await stage.take(take.number, in: .held).heldReason == .paused) }
      let second = try stage.another()
      try await second.play { second in
        _ = try await second.history.wait { $0 == .queuePaused(true) ? true : nil }
        let other = await second.runner.confirm([second.order("c")], for: second.service, countdown: 0)
        #expect(try await second.take(other[0].number, in: .held).heldReason == .paused)
        #expect(second.server.counts.createsReceived == 0)
        await second.runner.pauseQueue(false)
        for take in takes + other { _ = try await second.take(take.number, in: .ready) }
        #expect(second.server.counts.createsReceived == 3)
      }
    }
  }

  @Test func noMoreTakesAreAtTheServiceThanTheProfileAllows() async throws {
    try await RunnerStage.with(autosave: false, live: 1) { stage in
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "a", "b", "c")), for: stage.service, countdown: 0)
      for take in takes { _ = try await stage.take(take.number, in: .ready) }
      var live: Set<Take.Number> = []
      for case .takeChanged(let take, _) in stage.history.all {
        if [.sending, .queued, .running].contains(take.phase) {
          live.insert(take.number)
        } else {
          live.remove(take.number)
        }
        #expect(live.count <= 1)
      }
      #expect(stage.server.counts.createsAccepted == 3)
    }
  }

  @Test func aTakeThatWasMovedUpLeavesBeforeTheOthers() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      await stage.runner.pauseQueue(true)
      let takes = await stage.runner.confirm(
        Confirmation(orders(stage, "a", "b", "c")), for: stage.service, countdown: 0)
      for take in takes { _ = try await stage.take(take.number, in: .held) }
      await stage.runner.moveInQueue(takes[2].number, by: -1)
      await stage.runner.moveInQueue(takes[2].number, by: -1)
      await stage.runner.moveInQueue(takes[2].number, by: -1)
      let ranks = try await stage.store.unsent().sorted { $0.rank < $1.rank }.map(\.number)
      #expect(ranks == [takes[2].number, takes[0].number, takes[1].number])
    }
  }

  // MARK: The sum

  /// A way to fill in a review sheet.
  struct Choice: CustomTestStringConvertible, Sendable {
    var prompt: String
    var keys: [Key]
    var canary: Canary?
    var testDescription: String { "\(prompt) \(keys.map(\.name)) \(canary?.rawValue ?? "-")" }
  }

  static let prompts = ["plain", "a {b|c|d}", "{a|b}{|x}", "x {a|b"]
  static let keys: [[Key]] = [
    [], [.character("+"), .character("+")], [.down, .character(" ")],
    [.character("n"), .down, .character(" "), .character("+")], [.character("["), .character("+")], [.character("t")],
    [.character("n")], [.character("n"), .character("a"), .character("-")],
  ]

  static let choices = prompts.flatMap { prompt in
    keys.flatMap { keys in
      [nil, Canary.accepted, .seen].map { Choice(prompt: prompt, keys: keys, canary: $0) }
    }
  }

  @Test func theSumOfTheSheetIsWhatTheServiceCountsAsOrdered() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      for choice in Self.choices { try await order(choice, stage) }
    }
  }

  private func order(_ choice: Choice, _ stage: RunnerStage) async throws {
    let reading = PromptPattern.read(choice.prompt, wildcards: Wildcards())
    var sheet = ReviewSheet(stage.order(choice.prompt), takes: 1, reading: reading, ceiling: 50, seed: 1)
    for key in choice.keys {
      let command = try #require(Keymap.standard.command(for: key, in: .review))
      _ = sheet.perform(command)
    }
    sheet.canary = choice.canary
    let before = stage.server.counts
    let confirmation = sheet.confirmation
    #expect(confirmation.orders.count == sheet.takes, "\(choice)")
    guard !confirmation.orders.isEmpty else { return #expect(sheet.seconds == 0) }
    let takes = await stage.runner.confirm(confirmation, for: stage.service, countdown: 0)
    if confirmation.canary == .seen {
      _ = try await stage.take(takes[0].number, in: .ready)
      for take in takes.dropFirst() {
        _ = try await stage.history.wait { action -> Bool? in
          guard case .takeChanged(let changed, _) = action, changed.number == take.number else { return nil }
          return changed.heldReason == .canarySeen ? true : nil
        }
      }
      await stage.runner.release(takes.dropFirst().map(\.number), countdown: 0)
    }
    for take in takes { _ = try await stage.take(take.number, in: .queued, .running, .ready) }
    let after = stage.server.counts
    #expect(after.secondsOrdered - before.secondsOrdered == sheet.seconds, "\(choice)")
    #expect(after.createsAccepted - before.createsAccepted == sheet.takes, "\(choice)")
    #expect(after.createsReceived - before.createsReceived == sheet.takes, "\(choice)")
  }
}
