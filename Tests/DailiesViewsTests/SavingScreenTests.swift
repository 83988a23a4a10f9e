import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

/// Saving in all its forms: under way, in line, paused, and without room on the disk.
@Suite struct SavingScreenTests {
  private func stage(_ columns: Int, _ rows: Int, _ language: Language) -> Stage {
    var stage = Stage(columns, rows, language: language)
    stage.key(.function(3))
    var takes = (26...30).reversed().map { Scene.take($0, .saving, Scene.prompts[$0 % 5], seconds: 4, sentBefore: 140) }
    var paused = Scene.take(25, .ready, Scene.lantern, sentBefore: 400)
    paused.savePause = Take.SavePause(received: 4_100_000, expected: 6_700_000)
    var unknown = Scene.take(24, .ready, Scene.lantern, sentBefore: 500)
    unknown.savePause = Take.SavePause()
    takes += [paused, unknown]
    stage.load(takes)
    for number in 26...27 {
      stage.apply(
        .transferProgressed(
          Take.Number(number),
          TakeActivity.Transfer(bytesReceived: 4_100_000, bytesExpected: 6_700_000, bytesPerSecond: 870_000)))
    }
    return stage
  }

  static let sizes: [(Int, Int, Language)] = [(80, 24), (120, 40), (40, 12)].flatMap { columns, rows in
    Language.allCases.map { (columns, rows, $0) }
  }

  @Test(arguments: sizes) func rowsSayWhatTheyWaitFor(columns: Int, rows: Int, language: Language) {
    let name = "\(columns)x\(rows)" + (language == .chinese ? "-zh" : "")
    var stage = stage(columns, rows, language)
    ScreenSnapshot(stage.canvas()).expect("saving-\(name)")
    stage.apply(
      .spaceChanged(
        SpaceShortage(takes: [Take.Number(28), Take.Number(29), Take.Number(30)], folder: "/films", free: 512_000_000)))
    for _ in 0..<5 { stage.key(.down) }
    ScreenSnapshot(stage.canvas()).expect("saving-full-\(name)")
  }

  @Test(arguments: sizes) func theFileIsAskedForInOneLine(columns: Int, rows: Int, language: Language) {
    let name = "\(columns)x\(rows)" + (language == .chinese ? "-zh" : "")
    var stage = stage(columns, rows, language)
    stage.key(.character(" "), .character(" "), .character("W"))
    ScreenSnapshot(stage.canvas()).expect("export-\(name)")
    stage.key(.enter)
    guard case .exportTakes(let order)? = stage.effects.first else { return #expect(Bool(false), "\(stage.effects)") }
    stage.apply(
      .takesNotExported(order, Note(Strings.exportOver, order.path, tone: .attention), isTaken: true))
    ScreenSnapshot(stage.canvas()).expect("export-over-\(name)")
  }
}
