import DailiesCore
import DailiesRuntime
import DailiesStore
import Foundation
import Logging
import Testing

/// Takes written into a file by the screens.
@Suite(.timeLimit(.minutes(2)))
struct ExportEffectTests {
  /// Performs one effect to its end.
  private func perform(_ effect: Effect, on stage: RunnerStage) async {
    let effects = EffectRunner(
      store: stage.store, runner: stage.runner, clock: stage.clock,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, service: { stage.service },
      saveSetup: { _ in .ending }, saveSetting: { _ in .ending }, useProfile: { _ in .ending },
      report: { stage.history.add($0) })
    effects.perform(effect)
    effects.finish()
    await effects.run()
  }

  /// What was told of an export last, among all that goes on.
  private func answer(on stage: RunnerStage) -> Action? {
    stage.history.all.last {
      switch $0 {
      case .takesNotExported: true
      case .noted(let note): note.phrase == Strings.exportedTakes
      default: false
      }
    }
  }

  private func order(_ path: String, _ format: ExportFormat, marked: Set<Take.Number> = [], replaces: Bool = false)
    -> Effect
  {
    let selection = TakeExportOrder.Selection(scope: TakeScope(), marked: marked)
    return .exportTakes(
      TakeExportOrder(selection, path: path, format: format, options: ExportOptions(), replaces: replaces))
  }

  @Test func takesAreWrittenAndItIsSaidHowManyWentWhereAndNeverOverAFileUnasked() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm(
        [stage.order("a lantern"), stage.order("a boat")], for: stage.service, countdown: 0)
      for take in takes { _ = try await stage.take(take.number, in: .saved) }
      let path = stage.folder + "/list.csv"
      func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

      await perform(order(path, .csv), on: stage)
      #expect(answer(on: stage) == .noted(Note(Strings.exportedTakes, path, "2", tone: .good)))
      let written = try text()
      #expect(written.contains("a lantern") && written.contains("a boat"))

      await perform(order(path, .csv, marked: [takes[0].number]), on: stage)
      guard case .takesNotExported(_, let why, isTaken: true)? = answer(on: stage) else {
        return #expect(Bool(false), "\(stage.history.all.suffix(3))")
      }
      #expect(why.phrase == Strings.exportOver)
      #expect(try text() == written)

      await perform(order(path, .csv, marked: [takes[0].number], replaces: true), on: stage)
      #expect(answer(on: stage) == .noted(Note(Strings.exportedTakes, path, "1", tone: .good)))
      #expect(try !text().contains("a boat"))

      await perform(order(stage.folder + "/none/list.csv", .csv), on: stage)
      guard case .takesNotExported(_, let reason, isTaken: false)? = answer(on: stage) else {
        return #expect(Bool(false), "\(stage.history.all.suffix(3))")
      }
      #expect(reason.text(.english).contains("was not written"))
      #expect(reason.text(.chinese).contains("没有该文件或文件夹"))
    }
  }

  @Test func whereNoTakeHasAFilmAListOfFilmsIsNotWritten() async throws {
    try await RunnerStage.with(autosave: false) { stage in
      let takes = await stage.runner.confirm([stage.order("a lantern")], for: stage.service, countdown: 0)
      _ = try await stage.take(takes[0].number, in: .ready)
      let path = stage.folder + "/cut.edl"
      await perform(order(path, .edl), on: stage)
      guard case .takesNotExported(_, let why, isTaken: false)? = answer(on: stage) else {
        return #expect(Bool(false), "\(stage.history.all.suffix(3))")
      }
      #expect(why.phrase == Strings.exportNothing)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
