import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesViews

/// Where room is short: what is cut, and what is not.
@Suite struct CutTextTests {
  private func lines(_ stage: Stage) -> [String] {
    let canvas = stage.canvas()
    return (0..<canvas.size.rows).map { canvas.text(row: $0) }
  }

  // MARK: The list

  @Test func variantsOfOnePromptShowWhereTheyDiffer() {
    let prompts = ["dusk", "noon", "dawn"].map {
      "A paper boat drifts down a quiet canal in the light of \($0), slow push in"
    }
    var stage = Stage(80, 24)
    stage.key(.function(3))
    stage.load(
      [Scene.take(5, .saved, "Something else altogether, with a long text as well")]
        + prompts.enumerated().map { Scene.take(4 - $0, .saved, $1) }
        + [Scene.take(1, .saved, prompts[2])])
    let rows = lines(stage)[3...7].map { $0 }
    #expect(rows[0].contains("Something else"))
    for (row, word) in zip(rows.dropFirst(), ["dusk", "noon", "dawn", "dawn"]) {
      #expect(row.contains(word), "\(row)")
    }
    #expect(rows[1].contains("…"), "what is left out before it is marked")
  }

  @Test func whatIsLeftOutOfAPromptIsNoMoreThanMustBeAndNoHalfWord() {
    func shown(_ text: String, _ place: Int) -> String {
      MatchedText(text, search: "").spans(columns: 28, widths: .standard, showing: place).map(\.text).joined()
    }
    #expect(shown("A paper boat on a canal in dusk light", 27) == "…on a canal in dusk light")
    #expect(shown("A paper boat", 8) == "A paper boat")
    #expect(shown("纸灯笼作坊黄昏慢推镜头左侧暖色", 13) == "…笼作坊黄昏慢推镜头左侧暖色")
  }

  @Test(arguments: Language.allCases) func besideTheDraftTheTimeLeftStandsWithTheProgress(language: Language) {
    var stage = Stage(120, 40, language: language)
    stage.key(.function(3))
    stage.loadEveryState(language == .chinese ? Scene.widePrompts : Scene.prompts)
    ScreenSnapshot(stage.canvas()).expect("list-joined-120x40" + (language == .chinese ? "-zh" : ""))
  }

  // MARK: A note

  @Test(arguments: [(80, 24), (40, 12)]) func aLongNoteIsThereInFullInTheDetail(columns: Int, rows: Int) {
    let note = (1...30).map { "word\($0)" }.joined(separator: " ")
    var take = Scene.take(1, .saved, "dawn")
    take.comment = note
    var stage = Stage(columns, rows)
    stage.key(.function(3))
    stage.load([take])
    stage.key(.enter)
    var seen = ""
    for _ in 0..<12 {
      seen += lines(stage).joined(separator: " ")
      stage.key(.down)
    }
    for number in 1...30 { #expect(seen.contains("word\(number)")) }
  }

  // MARK: Money

  @Test(arguments: Language.allCases, [true, false]) func whatADraftCostsIsNeverCut(language: Language, isDemo: Bool) {
    for columns in [60, 80, 110, 120] {
      var stage = Stage(columns, 40, language: language, isDemo: isDemo)
      stage.paste("a {fox|owl|cat|dog|bee|ant} in {rain|snow|fog|wind|sun} at {dusk|dawn|noon|night}")
      let line = lines(stage)[(stage.state.layout.draft?.willSend.row ?? 0)].prefix(columns)
      let end = isDemo ? Strings.willSendFilmDemo : Strings.willSendFilm
      let words = end(language).split(separator: language == .chinese ? "，" : ",").last.map(String.init) ?? ""
      #expect(line.contains(words), "\(columns): \(line)")
    }
  }

  // MARK: Messages

  private static let long = Note(
    Strings.hasProblem, "T001",
    "mpv: not found; xdg-open: not found. Set DAILIES_PLAYER or player in the settings to one.")

  @Test func aLongMessageTakesASecondLineBesideTheTotals() {
    var stage = Stage(80, 24)
    stage.key(.function(3))
    stage.loadEveryState()
    let before = lines(stage)
    stage.apply(.noted(Self.long))
    let after = lines(stage)
    #expect(after[21].hasPrefix(" T001: mpv: not found;"))
    #expect(!(after[21] + after[22]).contains("…"))
    #expect(after[22].contains("to one.") && after[22].contains("live"))
    #expect(before.prefix(21) == after.prefix(21))
    ScreenSnapshot(stage.canvas()).expect("message-long-80x24")
  }

  @Test func overALayerItIsThereAsWell() {
    var stage = Stage(80, 24)
    stage.key(.function(3))
    stage.loadEveryState()
    stage.key(.right)
    stage.apply(.noted(Self.long))
    #expect(lines(stage)[21].hasPrefix(" T001: mpv: not found;"))
  }

  @Test func whatIsLeavingIsNotCoveredByIt() {
    var stage = Stage(80, 24)
    stage.loadEveryState()
    let live = lines(stage)[21]
    #expect(live.contains("leaving"))
    stage.apply(.noted(Self.long))
    #expect(lines(stage)[21] == live)
  }

  @Test func onALowScreenItNamesTheKeyThatShowsAll() {
    var stage = Stage(40, 12)
    stage.key(.function(3))
    stage.loadEveryState()
    stage.apply(.noted(Self.long))
    #expect(lines(stage)[10].trimming.hasSuffix("… (!)"))
  }

  // MARK: Layers at 40x12

  @Test(arguments: Language.allCases) func theCopyMenuShowsWhatWouldBeCopied(language: Language) {
    var stage = Stage(40, 12, language: language)
    stage.key(.function(3))
    stage.load([Scene.take(1, .saved, "dawn on the river")])
    stage.key(.character("y"))
    let text = lines(stage).joined()
    #expect(text.contains("dawn on the river"))
    #expect(text.contains(Strings.none(language)), "a saved take has no error to come")
    ScreenSnapshot(stage.canvas()).expect("copy-saved-40x12" + (language == .chinese ? "-zh" : ""))
  }

  @Test func theReasonOfTheSelectedCommandIsWrappedBelowIt() {
    var stage = Stage(40, 12)
    stage.key(.function(12))
    stage.type("Undo: hiding")
    ScreenSnapshot(stage.canvas()).expect("palette-reason-40x12")
    stage.key(.escape, .function(12))
    stage.type("Save every")
    ScreenSnapshot(stage.canvas()).expect("palette-reason-save-40x12")
  }

  @Test(arguments: Language.allCases) func theHelpOfASettingIsWrapped(language: Language) {
    var stage = Stage(40, 12, language: language)
    stage.key(.escape, .character(","))
    ScreenSnapshot(stage.canvas()).expect("settings-40x12-wrapped" + (language == .chinese ? "-zh" : ""))
  }
}
