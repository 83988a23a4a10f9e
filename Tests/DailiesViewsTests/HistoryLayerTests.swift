import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

@Suite struct HistoryLayerTests {
  private func stage(_ columns: Int, _ rows: Int, _ language: Language, _ search: String) -> Stage {
    var stage = Stage(columns, rows, language: language)
    stage.paste("dawn")
    stage.key(.control("r"))
    stage.type(search)
    return stage
  }

  private func fill(_ stage: inout Stage, _ texts: [String]) {
    guard case .history(let screen)? = stage.state.layers.last else { return }
    let entries = texts.enumerated().map { index, text in
      HistoryEntry(
        text: text, used: Stage.start + .seconds(-50 - 4000 * index), take: index == 1 ? nil : Take.Number(31 - index))
    }
    stage.apply(.historyLoaded(HistoryPage(query: screen.query, entries: entries)))
  }

  @Test(arguments: LayerScreenTests.sizes) func eachPromptShowsWhyItWasFoundAndTheSelectedOneMoreOfIt(
    columns: Int, rows: Int, language: Language
  ) {
    var stage = stage(columns, rows, language, language == .chinese ? "灯" : "in")
    fill(&stage, language == .chinese ? Scene.widePrompts : Scene.prompts)
    let suffix = language == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("history-\(columns)x\(rows)\(suffix)")
  }

  @Test func aMatchFarIntoAPromptIsInSight() {
    var stage = stage(80, 24, .english, "needle")
    fill(&stage, [String(repeating: "hay and more hay, ", count: 30) + "a NEEDLE at last"])
    let canvas = stage.canvas()
    let rows = (0..<24).filter { canvas.text(row: $0).contains("NEEDLE") }
    #expect(rows.count == 2, "in the list and in the preview")
  }

  @Test(arguments: [Language.english, .chinese]) func anEmptyHistorySaysWhatFillsIt(language: Language) {
    var stage = stage(80, 24, language, "")
    fill(&stage, [])
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains(stage.state.say(Strings.historyNone)) })
    stage.type("zzz")
    fill(&stage, [])
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains(stage.state.say(Strings.historyNoMatch)) })
  }

  @Test func promptsThatAreAlikeForALongWayShowWhereTheyDiffer() {
    var stage = stage(80, 24, .english, "")
    let begun = String(repeating: "Slow dolly in on a paper lantern workshop at dusk. ", count: 3)
    fill(&stage, [begun + "Wind moves the ribbons.", begun + "Wind moves the flame.", "Night market"])
    func list() -> String { (0..<12).map { stage.canvas().text(row: $0) }.joined(separator: "\n") }
    #expect(list().contains("the ribbons."))
    #expect(list().contains("the flame."))
    #expect(list().contains("Night market"))
  }
}
