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

  /// Whether ncurses alone makes a frame of the one before.
  static func isPlain(_ text: Canvas, over shown: Canvas, size: Size) -> Bool {
    text.size == size && shown.size == size && !text.hasPaintedCells && !shown.hasPaintedCells
      && (0..<size.rows).allSatisfy { text.isCertain(row: $0) || text.hasRow($0, of: shown) }
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
    painted.uncertainRows = changed.filter { !canvas.isCertain(row: $0) }
    if let before {
      // What was drawn beside ncurses is not where it would look for it.
      painted.renewedRows = Set(painted.uncertainRows + changed.filter { !before.isCertain(row: $0) })
      painted.renewedRows.formUnion(
        movedRows(changed, of: canvas, over: before, without: painted.renewedRows, by: canScroll ? 2 : 1))
      for row in painted.renewedRows { cn_renew_row(Int32(row)) }
    }
    for row in changed {
      canvas.forEachChange(inRow: row, over: before, columns: columns) { run in
        let choice = colors.choice(for: run.style)
        cn_put(
          Int32(row), Int32(run.column), run.codePoints, run.counts, Int32(run.counts.count),
          Int32(run.style.attributes.rawValue) | choice.attributes, choice.pair)
      }
    }
    return painted
  }

  /// Rows that ncurses would take for moved by `least` lines or more, to be drawn anew: it scrolls by several lines at once
  /// where rows have moved (`indn`), which some terminals do not know. It finds them by their characters, whatever colour
  /// they have, and begins with those that are there once before and once after; what else it moves follows these.
  ///
  /// Source: `_nc_hash_map` and `grow_hunks` in ncurses' hashmap.c.
  ///
  /// - Parameter renewed: Rows that are drawn anew as it is. ncurses does not count them among those that were there before,
  ///   and so of two that were alike one may be left.
  private static func movedRows(
    _ changed: [Int], of canvas: Canvas, over before: Canvas, without renewed: Set<Int>, by least: Int
  ) -> Set<Int> {
    // Where each row was that is there once, and was somewhere else: a row that did not change is still there, so only a
    // changed one can have become another.
    let places = changed.filter { row in
      changed.contains { abs($0 - row) >= least && before.hasText(inRow: $0, of: canvas, row) }
        && canvas.rows(withTextOf: row, of: canvas, atMost: 2).count == 1
    }.map { row in (row, before.rows(withTextOf: row, of: canvas)) }
    var moved: Set<Int> = []
    while true {
      let found = places.compactMap { row, places -> Int? in
        let left = places.filter { !renewed.contains($0) && !moved.contains($0) }
        return left.count == 1 && abs(left[0] - row) >= least ? left[0] : nil
      }
      if found.isEmpty { return moved }
      moved.formUnion(found)
    }
  }
}

extension Canvas {
  fileprivate func rows(withTextOf row: Int, of other: Canvas, atMost count: Int = .max) -> [Int] {
    Array((0..<size.rows).lazy.filter { hasText(inRow: $0, of: other, row) }.prefix(count))
  }
}
