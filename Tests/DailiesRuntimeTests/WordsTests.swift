import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Testing

@Suite(.timeLimit(.minutes(2)))
struct WordsTests {
  @Test func anActOnManyTakesIsToldOnceAndTakenBack() async throws {
    try await RunnerStage.with { stage in
      let orders = (1...12).map { stage.order("prompt \($0)") }
      let takes = await stage.runner.confirm(Confirmation(orders), for: stage.service, countdown: 600)
      let numbers = takes.map(\.number)
      await stage.runner.edit(numbers, .tags(.set(["night"])))
      let edited = try await stage.history.wait { if case .takesEdited(let edited) = $0 { edited } else { nil } }
      #expect(edited.way == .done)
      #expect(edited.takes.map(\.number) == numbers)
      await stage.runner.replay(edited.act, .undone)
      let undone = try await stage.history.wait {
        if case .takesEdited(let edited) = $0, edited.way == .undone { edited } else { nil }
      }
      #expect(undone.act == edited.act)
      #expect(try await stage.store.takes(numbers).allSatisfy { $0.tags == nil })
      await stage.runner.takeBack(numbers)
    }
  }

  @Test func aTakeThatIsTaggedWhileItIsMadeKeepsItsTagsAndComesToItsEnd() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.take(number, in: .queued, .running)
      await stage.runner.edit([number], .tags(.set(["night"])))
      let saved = try await stage.take(number, in: .saved)
      #expect(saved.tags == ["night"])
    }
  }

  @Test func everyQuestionToTheServiceIsCountedThoughNoneIsWrittenByItself() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      _ = try await stage.take(number, in: .saved)
      let asked = stage.history.all.count { if case .takeAsked(number, _) = $0 { true } else { false } }
      #expect(asked > 0)
      await stage.runner.tellChecks(of: number)
      let told = try await stage.history.wait { if case .checksLoaded(number, let checks) = $0 { checks } else { nil } }
      #expect(told.times == asked)
      #expect(try await stage.store.checks(of: number)?.times == asked, "kept with the answer that was final")
    }
  }
}
