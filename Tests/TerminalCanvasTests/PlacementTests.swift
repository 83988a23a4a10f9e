import Testing

@testable import TerminalCanvas

/// Where pictures lie on a canvas, and what hides them.
@Suite struct PlacementTests {
  private let picture = Picture(width: 1, height: 1, rgb: [1, 2, 3])

  private func canvas(_ graphics: Graphics? = Graphics(.kitty, cell: .standard)) throws -> Canvas {
    var canvas = Canvas(size: Size(columns: 20, rows: 10), graphics: graphics)
    canvas.place(try #require(picture), in: Rect(column: 4, row: 2, columns: 6, rows: 3))
    return canvas
  }

  @Test func onlyATerminalThatShowsPixelsHasAny() throws {
    #expect(try canvas().placements.count == 1)
    #expect(try canvas(nil).placements.isEmpty)
  }

  @Test func whatIsDrawnOnItHidesItAndWhatIsBesideDoesNot() throws {
    var canvas = try canvas()
    canvas.draw("beside", column: 10, row: 2)
    canvas.draw("left", column: 0, row: 4)
    canvas.fill(Rect(column: 0, row: 5, columns: 20, rows: 5))
    #expect(canvas.placements.count == 1)
    var covered = canvas
    covered.draw("纸", column: 3, row: 3)
    #expect(covered.placements.isEmpty)
    canvas.fill(Rect(column: 9, row: 4, columns: 1, rows: 1))
    #expect(canvas.placements.isEmpty)
  }

  @Test func theLastOfTwoStaysAndNoneReachesBeyondTheScreen() throws {
    var canvas = try canvas()
    let other = try #require(Picture(width: 1, height: 1, rgb: [4, 5, 6]))
    canvas.place(other, in: Rect(column: 9, row: 4, columns: 2, rows: 2))
    #expect(canvas.placements.map(\.picture) == [other])
    canvas.place(other, in: Rect(column: 15, row: 0, columns: 6, rows: 2))
    #expect(canvas.placements.count == 1)
  }
}
