import DailiesCore
import TerminalCanvas
import Testing

@testable import DailiesViews

/// The fixed texts of both languages fit where they stand at 80 columns.
@Suite struct TextFitTests {
  private let widths = DisplayWidth.standard

  @Test(arguments: Language.allCases) func stateWordsFitTheirColumn(language: Language) {
    let columns = TakeColumns(width: 80, numberWidth: 4)
    for phase in TakePhase.allCases {
      #expect(widths.width(of: phase.word(language)) <= columns.state.count)
    }
    #expect(widths.width(of: TakePhase.saved.word(language) + " !") <= columns.state.count)
  }

  @Test(arguments: Language.allCases) func whatAListSaysOfATakeFitsItsColumn(language: Language) throws {
    let columns = TakeColumns(width: 80, numberWidth: 4)
    let progress = try #require(columns.progress).count
    for kind in [Problem.Kind](Problem.Kind.allCases) {
      #expect(widths.width(of: kind.brief(language)) <= progress, "\(kind)")
    }
    for reason in HeldReason.allCases { #expect(widths.width(of: reason.text(language)) <= progress, "\(reason)") }
    for text in [
      Strings.notSavedYet(language, Duration.seconds(3599).rough(language)), Strings.leavingIn(language, "30"),
      Strings.sentNoReply(language),
      Strings.outcomeUnknown(language), Strings.notReachedFor(language, Duration.seconds(3599).rough(language)),
      Strings.oldAndLeft(language, Duration.seconds(86_399).rough(language), Duration.seconds(3599).rough(language)),
      Strings.pastExpiry(language), Strings.orderedLength(language, "12", "10"),
      Strings.savingOf(language, "100%", "999 MB"),
      Strings.withElapsed(language, Strings.waitsForAnswer(language), "59:59"),
      Strings.withElapsed(language, Strings.noPercent(language), "59:59"),
      Strings.withElapsed(language, Strings.late(language), Duration.seconds(86_399).rough(language)),
      Strings.withElapsed(language, Strings.estimatedPercent(language, "99"), "59:59"),
    ] {
      #expect(widths.width(of: text) <= progress, "\(text)")
    }
    let time = try #require(columns.time).count
    for text in [Strings.savesKey(language), Strings.enterKey(language), "~59:59", "+59:59"] {
      #expect(widths.width(of: text) <= time, "\(text)")
    }
  }

  @Test(arguments: Language.allCases) func columnHeadsFitTheirColumns(language: Language) throws {
    for width in [60, 80, 120] {
      let columns = TakeColumns(width: width, numberWidth: 4)
      let heads: [(Phrase, Range<Int>?)] = [
        (Strings.columnTake, columns.number), (Strings.columnState, columns.state),
        (Strings.columnProgress, columns.progress), (Strings.columnTime, columns.time),
        (Strings.columnLength, columns.length), (Strings.columnSize, columns.size),
        (Strings.columnPrompt, columns.prompt),
      ]
      for case (let phrase, let range?) in heads { #expect(widths.width(of: phrase(language)) <= range.count) }
    }
  }

  /// Screens whose texts are all our own hold no cut text, except a prompt's excerpt in the list and a long path.
  @Test(arguments: Language.allCases) func noTextOfOursIsCut(language: Language) {
    var stages: [Stage] = []
    var stage = Stage(language: language)
    stages.append(stage)
    stage.paste("dawn")
    stage.key(.function(5))
    stages.append(stage)
    stage.key(.escape, .tab)
    stages.append(stage)
    stage.key(.function(6))
    stages.append(stage)
    stage.key(.escape, .function(12))
    stages.append(stage)
    stage.key(.escape, .function(3))
    stage.load([Scene.take(1, .unsure, "dawn"), Scene.take(2, .saving, "dusk")])
    stages.append(stage)
    for keys: [Key] in [[.enter], [.character("q")], [.character("I")], [.character("!")]] {
      var layer = stage
      for key in keys { layer.key(key) }
      stages.append(layer)
    }
    var setup = Stage(language: language, hasKey: false)
    setup.openSetup()
    for _ in 0..<5 {
      stages.append(setup)
      setup.key(.enter)
    }
    for stage in stages {
      let canvas = stage.canvas()
      for row in 0..<canvas.size.rows {
        let text = canvas.text(row: row).replacing("Reading …", with: "").replacing("读取中…", with: "")
        #expect(!text.contains("…") || text.contains("Copy …") || text.contains("复制…"), "\(text)")
      }
    }
  }

  @Test(arguments: Language.allCases) func everyPlaceKeepsItsHelpOrItsWayBackInTheFooter(language: Language) {
    for (columns, rows) in [(80, 24), (40, 12)] {
      for keys: [Key] in [
        [], [.escape], [.tab], [.function(3)], [.function(1)], [.function(12)], [.function(6)],
        [.character("a"), .function(5)],
      ] {
        var stage = Stage(columns, rows, language: language)
        for key in keys { stage.key(key) }
        let hints = Footer(stage.state).hints
        #expect(hints.contains { $0.command == .help || $0.command == .back })
        for hint in hints { #expect(hint.columns.upperBound < columns) }
      }
    }
  }
}
