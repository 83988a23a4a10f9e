import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct CanvasTests {
  private func line(_ text: String, columns: Int, limit: Int = .max, ellipsis: Bool = true) -> String {
    var canvas = Canvas(size: Size(columns: columns, rows: 1))
    canvas.draw(text, column: 0, row: 0, limit: limit, ellipsis: ellipsis)
    return canvas.text(row: 0)
  }

  @Test func textThatFitsIsDrawnWhole() {
    #expect(line("纸船 ok", columns: 7) == "纸船 ok")
  }

  @Test func textThatIsLongerIsCutAtAClusterWithAnEllipsis() {
    #expect(line("paper boat", columns: 6) == "paper…")
    #expect(line("纸船运河", columns: 6) == "纸船… ")
    #expect(line("纸船运河", columns: 5) == "纸船…")
    #expect(line("纸船", columns: 8, limit: 3) == "纸…     ")
    #expect(line("paper", columns: 8, limit: 3, ellipsis: false) == "pap     ")
    #expect(line("纸船", columns: 8, limit: 3, ellipsis: false) == "纸      ")
    #expect(line("纸", columns: 1) == "…")
  }

  @Test func drawingOverHalfAWideClusterBlanksItsOtherHalf() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.draw("纸船", column: 0, row: 0)
    canvas.draw("x", column: 1, row: 0)
    #expect(canvas.text(row: 0) == " x船")
    canvas.draw("纸", column: 1, row: 0)
    #expect(canvas.text(row: 0) == " 纸 ")
  }

  @Test func drawingReturnsWhereItStopped() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    #expect(canvas.draw("纸船", column: 1, row: 0) == 5)
    #expect(canvas.draw("outside", column: 3, row: 9) == 3)
    #expect(canvas.draw("outside", column: 12, row: 0) == 12)
  }

  @Test func aWideEllipsisTakesItsTwoColumns() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1), widths: DisplayWidth(ambiguousIsWide: true))
    #expect(canvas.draw("abcdefgh", column: 0, row: 0) == 6)
    #expect(canvas.text(row: 0) == "abcd…")
    #expect(canvas[4, 0].width == 2)
  }

  @Test func controlSequencesAreDrawnAsMarks() {
    #expect(line("\u{1B}[2J\n", columns: 6) == "␛[2J⏎ ")
  }

  @Test func fillingAndRestylingStayInside() {
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    canvas.draw("纸船", column: 0, row: 0)
    canvas.fill(Rect(column: 1, row: -3, columns: 2, rows: 9), style: Style(.reverse))
    #expect(canvas.text(row: 0) == "    ")
    canvas.restyle(Rect(column: -5, row: 1, columns: 7, rows: 40)) { $0.adding(.bold) }
    #expect(canvas[1, 1].style == Style([.reverse, .bold]))
    #expect(canvas[2, 1].style == Style(.reverse))
    #expect(canvas[3, 1].style == .plain)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func thereIsNeverHalfAGlyph(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var canvas = Canvas(size: Size(columns: 12, rows: 3))
    for _ in 0..<60 {
      canvas.draw(
        naughtyText(using: &generator), column: Int.random(in: -3...13, using: &generator),
        row: Int.random(in: -1...3, using: &generator), limit: Int.random(in: 0...14, using: &generator),
        ellipsis: Bool.random(using: &generator))
      let rect = Rect(
        column: Int.random(in: -1...11, using: &generator), row: Int.random(in: 0...2, using: &generator), columns: 1,
        rows: 1)
      canvas.fill(rect)
    }
    for row in 0..<3 {
      let cells = Array(canvas.row(row))
      #expect(cells.reduce(0) { $0 + Int($1.width) } == 12)
      for (index, cell) in cells.enumerated() {
        #expect((cell.width == 0) == (index > 0 && cells[index - 1].width == 2))
      }
    }
  }
}
