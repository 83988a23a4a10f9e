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
}
