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
      let isUncertain = !canvas.isCertain(row: row)
      if isUncertain { painted.uncertainRows.append(row) }
      // What was drawn beside ncurses is not where it would look for it.
      if let before, isUncertain || !before.isCertain(row: row) {
        cn_renew_row(Int32(row))
        painted.renewedRows.insert(row)
      }
      canvas.forEachChange(inRow: row, over: before, columns: columns) { run in
        let choice = colors.choice(for: run.style)
        cn_put(
          Int32(row), Int32(run.column), run.codePoints, run.counts, Int32(run.counts.count),
          Int32(run.style.attributes.rawValue) | choice.attributes, choice.pair)
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
    for row in changed where !canvas.isBlank(row: row) {
      for from in changed where abs(from - row) >= least && before.hasText(inRow: from, of: canvas, row) {
        moves.append((from, row))
      }
    }
    let distances = Set(
      moves.filter { move in
        [canvas, before].allSatisfy { $0.countRows(withTextOf: move.to, of: canvas) == 1 }
      }.map { $0.to - $0.from })
    return Set(moves.filter { distances.contains($0.to - $0.from) }.map(\.from))
  }
}

extension Canvas {
  fileprivate func countRows(withTextOf row: Int, of other: Canvas) -> Int {
    (0..<size.rows).count { hasText(inRow: $0, of: other, row) }
  }
}
