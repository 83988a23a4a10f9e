import DailiesCore
import DailiesViews
import TerminalCanvas
import TestSupport
import Testing

/// Takes that were ordered elsewhere: how their ids are asked for, and how they stand in the list.
@Suite struct ImportScreenTests {
  private func stage(_ place: (Int, Int, Language)) -> Stage {
    var stage = Stage(place.0, place.1, language: place.2)
    stage.key(.function(3))
    stage.load(Array(Scene.takes(place.2 == .chinese ? Scene.widePrompts : Scene.prompts).suffix(4)))
    return stage
  }

  private func expect(_ stage: Stage, _ name: String, _ place: (Int, Int, Language)) {
    let suffix = place.2 == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas()).expect("\(name)-\(place.0)x\(place.1)\(suffix)")
  }

  @Test(arguments: LayerScreenTests.sizes)
  func severalIDsArePastedIntoOneField(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    stage.key(.character("I"))
    stage.paste("video_bGl0ZWxsbTo1MjYw\nvideo_bGl0ZWxsbTo1MjYx\n")
    expect(stage, "import", (columns, rows, language))
  }

  @Test(arguments: LayerScreenTests.sizes)
  func whatNobodyToldOfAnOrderIsShownAsUnknown(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    var take = Scene.take(38, .running, "", sentBefore: 20)
    take.sent = nil
    take.unknownParts = [.seconds, .size]
    var result = TakeImport()
    result.brought = [take]
    stage.apply(.takesImported(result))
    stage.load([take] + Scene.takes(language == .chinese ? Scene.widePrompts : Scene.prompts).suffix(4))
    expect(stage, "imported", (columns, rows, language))
  }

  @Test(arguments: LayerScreenTests.sizes)
  func aSettledTakeSaysWhatStaysInTheLedger(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    var take = Scene.take(38, .unsure, language == .chinese ? Scene.widePrompts[0] : Scene.lantern, sentBefore: 20)
    take.price = TakePrice(perSecond: Money(millionths: 500_000, "CNY"), since: Day(Stage.start, utcOffset: 0))
    let others = Array(Scene.takes(language == .chinese ? Scene.widePrompts : Scene.prompts).suffix(4))
    stage.load([take] + others)
    _ = take.settle(.id("video_bGl0ZWxsbTo1MjYw"), at: Stage.start)
    stage.apply(.takeChanged(take, TakeCounts(byPhase: [.queued: 1, .saved: 2, .failed: 1, .gone: 1])))
    expect(stage, "settled", (columns, rows, language))
  }
}
