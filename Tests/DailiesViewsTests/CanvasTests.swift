import DailiesCore
import TerminalCanvas
import Testing

@testable import DailiesViews

@Suite struct CanvasTests {
  /// Every screen and layer, at a size and in a language.
  private static func stages(_ columns: Int, _ rows: Int, _ language: Language) -> [Stage] {
    var draft = Stage(columns, rows, language: language)
    draft.paste(Scene.widePrompts.joined(separator: "\n"))
    var takes = draft
    takes.loadEveryState(Scene.widePrompts)
    takes.key(.function(3))
    var stages = [Stage(columns, rows, language: language), draft, takes]
    for keys: [Key] in [
      [.function(1)], [.function(12)], [.enter], [.character("y")], [.character("!")], [.character("/")],
      [.character("I")], [.character("a")], [.character("q")], [.end], [.function(6)], [.tab, .tab],
      [.down, .down, .down, .enter], [.end, .up, .up, .enter],
    ] {
      var stage = takes
      stage.key(keys[0])
      for key in keys.dropFirst() { stage.key(key) }
      stages.append(stage)
    }
    var unsure = takes
    for _ in 0..<8 { unsure.key(.down) }
    unsure.key(.enter)
    var setup = draft
    setup.openSetup()
    return stages + [unsure, setup]
  }

  static let sizes = [(80, 24), (120, 40), (40, 12), (60, 20), (160, 50), (59, 19), (110, 30), (300, 12), (41, 90)]

  @Test(arguments: sizes) func everyRowFillsItsColumnsAndHoldsNoHalfOfAGlyph(columns: Int, rows: Int) {
    for language in Language.allCases {
      for stage in Self.stages(columns, rows, language) {
        let canvas = stage.canvas()
        for row in 0..<rows {
          let cells = Array(canvas.row(row))
          #expect(cells.reduce(0) { $0 + Int($1.width) } == columns)
          for (column, cell) in cells.enumerated() {
            if cell.width == 2 { #expect(cells[column + 1].width == 0) }
            if cell.width == 0 { #expect(cells[column - 1].width == 2) }
          }
        }
        if let caret = canvas.caret { #expect(canvas.bounds.contains(caret)) }
      }
    }
  }

  @Test func equalStatesGiveEqualCanvases() {
    for (first, second) in zip(Self.stages(80, 24, .english), Self.stages(80, 24, .english)) {
      #expect(first.state == second.state)
      #expect(first.canvas() == second.canvas())
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (5, 2), (39, 12), (40, 11), (200, 3)])
  func aTerminalThatIsTooSmallIsToldSo(columns: Int, rows: Int) {
    let canvas = Stage(columns, rows).canvas()
    #expect(canvas.caret == nil)
    if columns >= 39, rows > 0 {
      #expect((0..<rows).contains { canvas.text(row: $0).contains("40x12 needed, \(columns)x\(rows) now") })
    }
  }

  @Test(arguments: [Theme.Palette.colors256, .colors16, .colors8, .mono])
  func stateIsNeverColourAlone(palette: Theme.Palette) {
    for stage in Self.stages(80, 24, .english) {
      let colored = stage.canvas(Theme(palette))
      let plain = stage.canvas(.mono)
      #expect(colored.cells.map(\.text) == plain.cells.map(\.text))
    }
  }

  @Test func aTerminalWithoutColoursGetsNone() {
    for stage in Self.stages(80, 24, .english) {
      for cell in stage.canvas(.mono).cells {
        #expect(cell.style.foreground == .standard)
        #expect(cell.style.background == .standard)
      }
    }
  }

  @Test func wideAmbiguousCharactersTurnTheLinesIntoPlainOnesAndKeepTheLayout() {
    var thin = Stage()
    var plain = Stage(widths: DisplayWidth(ambiguousIsWide: true))
    thin.type("dawn")
    plain.type("dawn")
    let canvas = plain.canvas()
    #expect(canvas[0, 1].text == "+")
    #expect(canvas[1, 1].text == "-")
    #expect(canvas.caret == thin.canvas().caret)
    #expect(!canvas.cells.contains { $0.text == "─" || $0.text == "│" })
  }

  @Test func aTypedCharacterChangesFewCells() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      var stage = Stage(columns, rows)
      stage.loadEveryState()
      stage.paste("Slow dolly")
      for character in " in on a lantern" {
        let before = stage.canvas()
        stage.type(String(character))
        let after = stage.canvas()
        let changed = zip(before.cells, after.cells).count { $0 != $1 }
        #expect(changed <= 3, "\(columns)x\(rows) after “\(character)”")
      }
    }
  }

  @Test func aSecondThatPassesChangesFiguresAlone() {
    var stage = Stage()
    stage.key(.function(3))
    stage.loadEveryState()
    let before = stage.canvas()
    stage.apply(.clockAdvanced(Stage.start + .seconds(1)))
    let after = stage.canvas()
    for (old, new) in zip(before.cells, after.cells) where old != new {
      #expect((old.text + new.text).allSatisfy { $0.isNumber || $0 == " " }, "\(old.text) became \(new.text)")
    }
    #expect(before != after)
  }

  @Test func theCursorStandsInWhatIsWrittenAndNowhereElse() {
    var stage = Stage()
    stage.type("灯笼a")
    #expect(stage.canvas().caret == Point(column: 2 + 5, row: 2))
    stage.key(.escape)
    #expect(stage.canvas().caret == nil)
    stage.key(.function(3))
    #expect(stage.canvas().caret == nil)
    stage.key(.character("/"))
    #expect(stage.canvas().caret != nil)
  }

  @Test func noByteOfAServerIsObeyed() {
    var stage = Stage()
    stage.key(.function(3))
    var take = Scene.take(1, .failed, "\u{1B}]0;owned\u{7}\u{202E}evil")
    take.problem = Problem(.contentRefused, detail: "\u{1B}[2J\u{9B}31m", raw: "\u{1B}c\u{0}\u{7F}")
    take.serviceWord = "\u{1B}[H"
    stage.load([take])
    stage.key(.enter)
    for cell in stage.canvas().cells {
      #expect(
        !cell.text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E }
      )
    }
  }
}
