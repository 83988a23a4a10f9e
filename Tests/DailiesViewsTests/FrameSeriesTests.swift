import DailiesCore
import DailiesViews
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

@Suite struct FrameSeriesTests {
  private static let keys: [Key] = [
    .enter, .backspace, .backspace, .delete, .left, .right, .up, .down, .home, .end, .tab, .escape, .pageDown,
    .control("u"), .control("w"), .control("z"), .control("a"), .control("e"), .control("o"), .control("n"),
    .control("f"),
    .control("r"), .control("c"), .function(1), .function(2), .function(3), .function(4), .function(6), .function(12),
  ]

  private func isWhole(_ frame: Canvas, _ stage: Stage, _ step: Int) -> Bool {
    let isWhole = frame == stage.canvas()
    #expect(isWhole, "step \(step)")
    return isWhole
  }

  /// A walk through the program, mostly typing: what is drawn of a letter alone is what all panes anew would be.
  @Test(arguments: [(80, 24, Language.english), (120, 40, .chinese), (40, 12, .chinese), (170, 50, .english)])
  func aFrameOfALetterIsTheWholeFrame(columns: Int, rows: Int, language: Language) {
    var random = SeededGenerator(seed: UInt64(columns))
    var stage = Stage(columns, rows, language: language, isDemo: columns == 120) { $0.promptLimit = 60 }
    if columns > 40 { stage.loadEveryState() }
    var series = FrameSeries()
    for step in 0..<150 {
      var isTyping = true
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<80: stage.key(.character("fox {a|b}_ 霓虹雨夜🌧️é?".randomElement(using: &random) ?? " "))
      case 80..<92: stage.key(Self.keys.randomElement(using: &random) ?? .enter)
      case 92..<94: stage.paste("a dolly in {x|y\nthrough 雨")
      case 94: stage.key(.escape, .function(2))
      case 95:
        let standing = stage.state.draftStanding
        stage.apply(.draftSaved(revision: stage.state.draft.revision))
        isTyping = stage.state.draftStanding == standing
      case 96:
        isTyping = false
        stage.saveDraft()
      case 97:
        isTyping = false
        stage.apply(.takeAsked(Take.Number(34), at: stage.state.now))
      default:
        isTyping = false
        stage.apply(.clockAdvanced(stage.state.now + .milliseconds(900)))
      }
      guard isWhole(series.frame(of: stage.state, theme: .colors16, isTyping: isTyping), stage, step) else { return }
    }
  }

  /// What lies below a layer is not drawn anew when it closes, unless something happened meanwhile.
  @Test(arguments: [(80, 24, Language.english), (120, 40, .chinese), (40, 12, .chinese), (170, 50, .english)])
  func aFrameBelowALayerIsTheWholeFrame(columns: Int, rows: Int, language: Language) {
    var random = SeededGenerator(seed: UInt64(columns))
    var stage = Stage(columns, rows, language: language)
    if columns > 40 { stage.loadEveryState() }
    var series = FrameSeries()
    let layers: [Key] = [.function(1), .control("o"), .control("r"), .control("f"), .function(6), .character(",")]
    for step in 0..<200 {
      var isTyping = true
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4: stage.key(layers.randomElement(using: &random) ?? .enter)
      case 4..<7: stage.key(.escape)
      case 7: stage.key([.down, .function(2), .function(3), .enter].randomElement(using: &random) ?? .down)
      case 8: stage.key(.character("a"))
      default:
        isTyping = false
        stage.apply(.clockAdvanced(stage.state.now + .milliseconds(900)))
      }
      guard isWhole(series.frame(of: stage.state, theme: .colors16, isTyping: isTyping), stage, step) else { return }
    }
  }

  /// A terminal may draw letters before their frame where the frame before says that there is room: they stand there then, and the
  /// caret behind them.
  @Test(arguments: [(80, 24, Language.english), (120, 40, .chinese), (40, 12, .chinese)])
  func aLetterStandsWhereItWasForeseen(columns: Int, rows: Int, language: Language) {
    var random = SeededGenerator(seed: UInt64(columns))
    var stage = Stage(columns, rows, language: language)
    var foreseen = 0
    for step in 0..<600 {
      guard Int.random(in: 0..<100, using: &random) < 92 else {
        stage.key(Self.keys.randomElement(using: &random) ?? .enter)
        if Int.random(in: 0..<3, using: &random) == 0 { stage.key(.escape, .function(2), .enter) }
        continue
      }
      var canvas = stage.canvas()
      let (room, caret) = (canvas.letterRoom, canvas.caret)
      var column = 0
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        let letter: Unicode.Scalar =
          "the fox, “runs” (so) 100% — é! 霓虹，雨夜。《狐》".unicodeScalars.randomElement(using: &random) ?? "a"
        let width = canvas.widths.width(of: letter)
        stage.key(.character(Character(letter)))
        guard let caret, column + width <= room else {
          column = 0
          break
        }
        canvas.draw(
          String(Character(letter)), column: caret.column + column, row: caret.row, limit: width, ellipsis: false)
        column += width
      }
      guard let caret, column > 0 else { continue }
      let frame = stage.canvas()
      #expect(frame.caret == Point(column: caret.column + column, row: caret.row), "step \(step)")
      #expect(frame.row(caret.row) == canvas.row(caret.row), "step \(step)")
      foreseen += 1
    }
    #expect(foreseen > 50)
  }

  @Test func noLetterIsForeseenWhereItMovesOthersOrIsNoText() {
    var stage = Stage()
    func room() -> Int { stage.canvas().letterRoom }
    #expect(room() == 0)  // The advice of an empty prompt goes with the first letter.
    stage.type("a fox")
    #expect(room() > 0)
    stage.key(.left)
    #expect(room() == 0)
    stage.key(.end, .function(1))
    #expect(room() == 0)
    stage.key(.escape, .escape)
    #expect(room() == 0)
    stage.key(.enter)
    #expect(room() > 0)
    stage.key(.enter)
    #expect(room() > 0)  // The first of a new paragraph stands at its start.
    stage.key(.home, .up, .home)
    #expect(room() == 0)
  }

  /// The same of steps through the list, its window moving or not, with rows that are loaded and rows that are not.
  @Test(arguments: [(80, 24, Language.english), (120, 40, .chinese), (40, 12, .chinese), (170, 50, .english)])
  func aFrameOfAStepIsTheWholeFrame(columns: Int, rows: Int, language: Language) {
    var random = SeededGenerator(seed: UInt64(columns))
    var stage = Stage(columns, rows, language: language)
    stage.key(.function(3))
    stage.load(
      (0..<200).reversed().map { Scene.take(100 + $0, $0 % 7 == 0 ? .failed : .saved, "一只狐狸 in the rain, take \($0)") })
    var series = FrameSeries()
    let steps: [Key] = [
      .down, .down, .down, .up, .up, .pageDown, .pageUp, .home, .end, .character("j"), .character("j"), .character("k"),
    ]
    let others: [Key] = [.character(" "), .tab, .character("f"), .enter, .escape, .function(3), .character("+")]
    for step in 0..<200 {
      let isOther = Int.random(in: 0..<10, using: &random) == 0
      stage.key((isOther ? others : steps).randomElement(using: &random) ?? .down)
      guard isWhole(series.frame(of: stage.state, theme: .colors16, isTyping: true), stage, step) else { return }
    }
  }

  @Test func figuresStandStillWhileSomebodyTypes() {
    var stage = Stage()
    func row() -> String { stage.canvas().text(row: 1) }
    stage.type("A")
    #expect(row().contains("1 ch"))
    stage.type(" fox in the rain")
    #expect(row().contains("1 ch"))
    #expect(stage.state.deadline == stage.state.now + .milliseconds(600))
    stage.apply(.clockAdvanced(stage.state.now + .milliseconds(600)))
    for case .saveDraft(_, let revision) in stage.effects { stage.apply(.draftSaved(revision: revision)) }
    #expect(row().contains("1 ch"))
    stage.apply(.clockAdvanced(stage.state.now + .milliseconds(100)))
    #expect(row().contains("17 ch") && row().contains("saved"))
    stage.apply(.clockAdvanced(stage.state.now + .milliseconds(1300)))
    #expect(stage.state.deadline == nil)
  }

  @Test func thatThePromptHasGrownPastItsLimitIsSeenAtOnce() {
    var stage = Stage { $0.promptLimit = 3 }
    stage.type("fox")
    #expect(stage.canvas().text(row: 1).contains("1/3"))
    stage.type("e")
    #expect(stage.canvas().text(row: 1).contains("4/3"))
  }
}
