import TerminalCanvas
import Testing

@testable import NCursesTerminal

/// Which pictures a frame writes text into.
@Suite struct PaintedTests {
  private let rect = Rect(column: 10, row: 1, columns: 5, rows: 2)
  private let before = Canvas(size: Size(columns: 30, rows: 6))

  private func damages(_ painted: FramePainter.Painted = .init(), _ change: (inout Canvas) -> Void) -> Bool {
    var canvas = before
    change(&canvas)
    return painted.damages(rect, canvas, over: before)
  }

  @Test func textBesideOrBelowDoesNot() {
    #expect(!damages { _ in })
    #expect(!damages { $0.draw("left", column: 2, row: 1) })
    #expect(!damages { $0.draw("right", column: 15, row: 2) })
    #expect(!damages { $0.draw(String(repeating: "x", count: 30), column: 0, row: 3) })
  }

  @Test func textInItAndOnBothSidesDoes() {
    #expect(damages { $0.draw("in", column: 12, row: 2) })
    #expect(
      damages {
        $0.draw("left", column: 2, row: 1)
        $0.draw("right", column: 20, row: 1)
      })
  }

  @Test func rowsThatAreSentWholeDo() {
    #expect(damages(.init(renewedRows: [2])) { _ in })
    #expect(damages(.init(uncertainRows: [1])) { _ in })
    #expect(!damages(.init(uncertainRows: [0], renewedRows: [3])) { _ in })
  }

  // MARK: Painted cells

  private func runs(_ before: Canvas?, _ text: Canvas, _ painted: FramePainter.Painted = .init()) -> [String] {
    var painted = painted
    painted.findRuns(
      text, text.withoutPaintedCells, over: before, before?.withoutPaintedCells, size: Size(columns: 30, rows: 6))
    return painted.runs.map { "\($0.row): \($0.columns)" }
  }

  /// A picture of two rows, its cells all of one colour.
  private func picture(_ red: UInt8, _ change: (inout Canvas) -> Void = { _ in }) -> Canvas {
    var canvas = before
    for row in 1...2 {
      for column in 10..<15 {
        let style = Style(foreground: .rgb(red, 0, 0), background: .rgb(0, 0, 0))
        canvas.put(Cell(text: "▀", width: 1, style: style), column: column, row: row)
      }
    }
    change(&canvas)
    return canvas
  }

  @Test func paintedCellsAreBlanksToNCurses() {
    let canvas = picture(9) { $0.draw("left", column: 2, row: 1) }
    #expect(canvas.withoutPaintedCells.text(row: 1).trimmingSuffix(" ") == "  left")
    #expect(canvas.withoutPaintedCells[12, 1] == .blank)
  }

  @Test func theyAreDrawnWhereTheyChangeAndNowhereElse() {
    #expect(runs(nil, picture(9)) == ["1: 10..<15", "2: 10..<15"])
    #expect(runs(picture(9), picture(9)).isEmpty)
    #expect(runs(picture(9), picture(8)) == ["1: 10..<15", "2: 10..<15"])
    let one = picture(9) { $0.put(Cell(text: "x", width: 1, style: .plain), column: 12, row: 2) }
    // The row has other text now: ncurses may have erased to its end.
    #expect(runs(picture(9), one) == ["2: 10..<15"])
    #expect(runs(one, one).isEmpty)
  }

  @Test func whatLayThereIsDrawnOverAndWhatNCursesWroteIntoIsDrawnAgain() {
    #expect(runs(picture(9), before) == ["1: 10..<15", "2: 10..<15"])
    #expect(runs(picture(9), picture(9) { $0.draw("beside", column: 20, row: 2) }) == ["2: 10..<15"])
    #expect(runs(picture(9), picture(9), .init(renewedRows: [1])) == ["1: 10..<15"])
    #expect(runs(picture(9), picture(9), .init(uncertainRows: [2])) == ["2: 10..<15"])
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
