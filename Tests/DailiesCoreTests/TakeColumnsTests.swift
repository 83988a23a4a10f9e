import DailiesCore
import TerminalCanvas
import Testing

/// Takes are told apart by their prompts: other columns give way to them.
struct TakeColumnsTests {
  private func columns(_ size: Size, hasCosts: Bool, numberWidth: Int = 4) throws -> TakeColumns {
    let list = try #require(Layout(size: size, focus: .takes).takes?.list)
    return TakeColumns(width: list.columns, numberWidth: numberWidth, hasCosts: hasCosts)
  }

  @Test(arguments: [false, true], [4, 5]) func at80ColumnsAPromptHas24(hasCosts: Bool, numberWidth: Int) throws {
    let columns = try columns(Size(columns: 80, rows: 24), hasCosts: hasCosts, numberWidth: numberWidth)
    #expect(columns.prompt.count >= 24)
    #expect(columns.time != nil && columns.size == nil)
    #expect((columns.cost != nil) == hasCosts)
  }

  @Test(arguments: [false, true], [4, 5]) func besideTheDraftAPromptHas30(hasCosts: Bool, numberWidth: Int) throws {
    let columns = try columns(Size(columns: 120, rows: 40), hasCosts: hasCosts, numberWidth: numberWidth)
    #expect(columns.prompt.count >= 30)
    #expect(columns.progress != nil)
  }

  @Test func noColumnReachesIntoAnother() {
    for width in 40...220 {
      for hasCosts in [false, true] {
        let columns = TakeColumns(width: width, numberWidth: 5, hasCosts: hasCosts)
        let all = [
          columns.number, columns.state, columns.progress, columns.time, columns.figure, columns.length, columns.size,
          columns.cost, columns.prompt,
        ].compactMap { $0 }
        for (left, right) in zip(all, all.dropFirst()) { #expect(left.upperBound < right.lowerBound) }
        #expect(columns.prompt.upperBound < width && columns.prompt.count >= 9, "\(width)")
      }
    }
  }

  @Test func theColumnOfNumbersHasRoomForTheLargestThereIs() {
    var counts = TakeCounts(byPhase: [.saved: 990], hidden: 12)
    var desk = Desk(takes: [])
    func show() {
      let rows = [Desk.take(12, .saved), Desk.take(11, .saved)]
      desk.apply(.rowsLoaded(TakeRows(query: desk.state.list.query, rows: rows, total: 2, counts: counts)))
    }
    show()
    let list = desk.state.layout.takes?.list ?? Rect(column: 0, row: 0, columns: 80, rows: 9)
    #expect(TakeColumns(desk.state, in: list).number.count == 5)
    counts.hidden = 9
    show()
    #expect(TakeColumns(desk.state, in: list).number.count == 4)
  }
}
