import DailiesCore
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

@Suite struct DraftsLayerTests {
  private static func rows(_ language: Language) -> [DraftRow] {
    let heads =
      language == .chinese
      ? ["黄昏的纸灯笼作坊，慢推镜头。祖母系上最后一条丝带；左侧暖色钨丝灯，窗外冷光。", "夜市 neon，水洼里的霓虹", "전등 아래 종이 등불 👩‍👩‍👧"]
      : [
        "Slow dolly in on a paper lantern workshop at dusk. A grandmother ties the last ribbon; warm tungsten key",
        "Night market, neon in puddles", "Grandmother laughs at the window",
      ]
    return heads.enumerated().map { index, head in
      var row = DraftRow(
        id: DraftID(index + 1), head: head, characters: head.count * 3,
        shot: ShotSettings(model: "m", seconds: 4 + 4 * index),
        updated: Stage.start + .seconds(-40 - 5000 * index))
      if index == 0 { row.sent = DraftRow.Sent(at: Stage.start + .seconds(-30), take: Take.Number(31)) }
      if index == 1 { row.name = language == .chinese ? "夜市" : "market" }
      return row
    }
  }

  private func stage(_ columns: Int, _ rows: Int, _ language: Language) -> Stage {
    var stage = Stage(columns, rows, language: language)
    stage.paste(language == .chinese ? Scene.widePrompts[0] : Scene.lantern)
    stage.apply(.draftSaved(revision: 1, id: DraftID(1)))
    stage.key(.control("o"))
    return stage
  }

  private func fill(_ stage: inout Stage, _ rows: [DraftRow]) {
    guard case .drafts(let screen)? = stage.state.layers.last else { return }
    stage.apply(.draftsLoaded(DraftRows(query: screen.query, rows: rows, total: rows.count)))
  }

  @Test(arguments: LayerScreenTests.sizes) func theDrawerTellsDraftsApart(columns: Int, rows: Int, language: Language) {
    var stage = stage(columns, rows, language)
    fill(&stage, Self.rows(language))
    stage.key(.down)
    ScreenSnapshot(stage.canvas()).expect("drafts-\(columns)x\(rows)" + (language == .chinese ? "-zh" : ""))
  }

  @Test(arguments: [Language.english, .chinese]) func anEmptyDrawerSaysWhatFillsIt(language: Language) {
    var stage = stage(80, 24, language)
    fill(&stage, [])
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains(stage.state.say(Strings.draftsNone)) })
    stage.key(.tab)
    fill(&stage, [])
    ScreenSnapshot(stage.canvas()).expect("drafts-none-deleted-80x24" + (language == .chinese ? "-zh" : ""))
  }

  @Test func theNameOfADraftStandsOverItsWords() {
    var stage = stage(80, 24, .english)
    fill(&stage, Self.rows(.english))
    stage.key(.control("r"))
    stage.paste("lantern")
    stage.key(.enter, .escape)
    #expect(stage.canvas().text(row: 1).contains("Prompt  lantern"))
  }
}
