import DailiesCore
import DailiesRuntime
import DailiesStore
import Foundation
import Logging
import Testing

/// The end of a session: nothing holds it up, and the last words are on disk.
@Suite(.timeLimit(.minutes(1)))
struct EffectRunnerEndTests {
  private static func record(_ text: String) -> DraftRecord {
    DraftRecord(prompt: PromptEditor(text).snapshot, shot: ShotSettings(model: "m"))
  }

  private static func effects(_ stage: RunnerStage, player: String? = nil) -> EffectRunner {
    EffectRunner(
      store: stage.store, runner: stage.runner, clock: stage.clock,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, service: { stage.service },
      saveSetup: { _ in .ending }, saveSetting: { _ in .ending }, useProfile: { _ in .ending }, player: { player },
      report: { stage.history.add($0) })
  }

  @Test func aPlayerThatGoesOnDoesNotHoldUpTheEnd() async throws {
    try await RunnerStage.with { stage in
      let effects = Self.effects(stage, player: "tail -f")
      let path = stage.folder + "/state/dailies.sqlite"
      effects.perform(.play(path: path))
      effects.perform(.loadLiveTakes)
      effects.finish()
      await effects.run()
      #expect(stage.history.all.contains { if case .liveTakesLoaded = $0 { true } else { false } })
    }
  }

  @Test func theLastDraftIsWrittenWhenTheSessionEnds() async throws {
    try await RunnerStage.with { stage in
      let effects = Self.effects(stage)
      effects.perform(.saveDraft(Self.record("one"), revision: 1))
      effects.perform(.beginDraft(Self.record(""), revision: 2))
      effects.perform(.saveDraft(Self.record("two"), revision: 3))
      effects.finish()
      async let run: Void = effects.run()
      #expect(await effects.drafts.waitForEnd() == [])
      await run
      let rows = try await stage.store.drafts(DraftQuery(range: 0..<9)).rows
      #expect(try await stage.store.latestDraft()?.record == Self.record("two"))
      #expect(Set(rows.map(\.head)) == ["one", "two"])
    }
  }

  @Test func draftsThatTheStoreDoesNotTakeAreHandedBackEachAsItWasLast() async throws {
    try await RunnerStage.with { stage in
      let effects = Self.effects(stage)
      stage.store.close()
      effects.perform(.saveDraft(Self.record("wor"), revision: 6))
      effects.perform(.saveDraft(Self.record("words"), revision: 7))
      effects.perform(.beginDraft(Self.record("more"), revision: 8))
      effects.finish()
      async let run: Void = effects.run()
      #expect(await effects.drafts.waitForEnd() == [Self.record("words"), Self.record("more")])
      await run
      #expect(stage.history.all.contains { if case .draftNotSaved = $0 { true } else { false } })
    }
  }
}
