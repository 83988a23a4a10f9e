import CNCurses
import TerminalCanvas

/// Brings ncurses' picture of the frame up to date, touching only what differs from the frame before.
///
/// Where a cell is not certain (``Cell/isCertain``) ncurses is given blanks, which it can count; the cluster itself is
/// drawn over them afterwards by ``RowPainter``, with everything right of it in the row. Painted cells (``Cell/isPainted``) are
/// blanks to ncurses as well, and drawn alone.
enum FramePainter {
  /// - Parameter hasPictures: Pixels are on the screen, which terminals move with the text when it scrolls.
  static func paint(
    _ text: Canvas, over shown: Canvas?, size: Size, hasPictures: Bool, colors: inout ColorPairs
  ) -> Painted {
    let (canvas, before) = (text.withoutPaintedCells, shown?.size == text.size ? shown?.withoutPaintedCells : nil)
    let isPainting = text.hasPaintedCells || shown?.hasPaintedCells == true
    var painted = paint(
      canvas, over: before, size: size, canScroll: !hasPictures && !isPainting, colors: &colors)
    if isPainting { painted.findRuns(text, canvas, over: before == nil ? nil : shown, before, size: size) }
    return painted
  }

  /// - Parameter before: Of the same size.
  private static func paint(
    _ canvas: Canvas, over before: Canvas?, size: Size, canScroll: Bool, colors: inout ColorPairs
  ) -> Painted {
    let columns = min(canvas.size.columns, size.columns)
    let rows = min(canvas.size.rows, size.rows)
    if before == nil { cn_blank() }
    let changed = before.map { before in (0..<rows).filter { !canvas.hasRow($0, of: before) } } ?? Array(0..<rows)
    var painted = Painted()
    if let before {
      painted.renewedRows = movedRows(changed, of: canvas, over: before, by: canScroll ? 2 : 1)
      for row in painted.renewedRows { cn_renew_row(Int32(row)) }
    }
    for row in changed {
      let cells = canvas.row(row)
      let old = before?.row(row)
      let isUncertain = cells.contains { !$0.isCertain }
      if isUncertain { painted.uncertainRows.append(row) }
      // What was drawn beside ncurses is not where it would look for it.
      if let old, isUncertain || old.contains(where: { !$0.isCertain }) {
        cn_renew_row(Int32(row))
        painted.renewedRows.insert(row)
      }
      for column in 0..<columns {
        let cell = cells[column]
        if let old {
          if old[column] == cell { continue }
        } else if cell == .blank {
          continue
        }
        if cell.width == 0 || column + Int(cell.width) > columns { continue }
        put(cell, column: column, row: row, colors: &colors)
      }
    }
    return painted
  }

  /// Rows that moved by `least` lines or more, to be drawn anew: ncurses scrolls by several lines at once where rows have
  /// moved (`indn`), which some terminals do not know. It finds them by their characters, whatever colour they have, and
  /// begins with those that are there once before and once after; others follow these.
  ///
  /// Source: `_nc_hash_map` and `grow_hunks` in ncurses' hashmap.c.
  private static func movedRows(_ changed: [Int], of canvas: Canvas, over before: Canvas, by least: Int) -> Set<Int> {
    guard changed.count > 1 else { return [] }
    var moves: [(from: Int, to: Int)] = []
    for row in changed {
      let cells = canvas.row(row)
      guard cells.contains(where: { !$0.hasText(of: .blank) }) else { continue }
      for from in changed where abs(from - row) >= least && before.row(from, hasTextOf: cells) {
        moves.append((from, row))
      }
    }
    let distances = Set(
      moves.filter { move in
        let cells = canvas.row(move.to)
        return [canvas, before].allSatisfy { $0.countRows(withTextOf: cells) == 1 }
      }.map { $0.to - $0.from })
    return Set(moves.filter { distances.contains($0.to - $0.from) }.map(\.from))
  }

  private static func put(_ cell: Cell, column: Int, row: Int, colors: inout ColorPairs) {
    let choice = colors.choice(for: cell.style)
    let attributes = Int32(cell.style.attributes.rawValue) | choice.attributes
    guard cell.isCertain else {
      for column in column..<column + Int(cell.width) {
        cn_put(Int32(row), Int32(column), [0x20], 1, attributes, choice.pair)
      }
      return
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: DisplayWidth.marksPerCell + 1) { codePoints in
      var count = 0
      for scalar in cell.text.unicodeScalars where count < codePoints.count {
        codePoints[count] = scalar.value
        count += 1
      }
      cn_put(Int32(row), Int32(column), codePoints.baseAddress, Int32(count), attributes, choice.pair)
    }
  }
}

extension Canvas {
  fileprivate func row(_ row: Int, hasTextOf cells: [Cell]) -> Bool {
    zip(self.row(row), cells).allSatisfy { $0.hasText(of: $1) }
  }

  fileprivate func countRows(withTextOf cells: [Cell]) -> Int {
    (0..<size.rows).count { row($0, hasTextOf: cells) }
  }
}
