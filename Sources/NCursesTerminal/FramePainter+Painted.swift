import TerminalCanvas

extension FramePainter {
  /// What of a frame is written anew.
  struct Painted {
    /// The rows that ``RowPainter`` must draw once ncurses has sent its own.
    var uncertainRows: [Int] = []
    /// The rows that ncurses sends whole.
    var renewedRows: Set<Int> = []
    /// The painted cells (``Cell/isPainted``) that must be drawn, or drawn over, once ncurses has sent its own.
    var runs: [(row: Int, columns: Range<Int>)] = []

    /// - Parameters:
    ///   - base: `text` as ncurses was given it.
    ///   - before: What was on the screen, of the same size; nil: nothing. `baseBefore` is what ncurses had of it.
    mutating func findRuns(
      _ text: Canvas, _ base: Canvas, over before: Canvas?, _ baseBefore: Canvas?, size: Size
    ) {
      for row in 0..<min(text.size.rows, size.rows) {
        let isWritten = uncertainRows.contains(row) || renewedRows.contains(row)
        if !isWritten, let before, text.hasRow(row, of: before) { continue }
        // Erasing to either end of a row ncurses may reach beyond what differs.
        let isWhole = isWritten || baseBefore.map { !base.hasRow(row, of: $0) } ?? true
        var run: Range<Int>?
        for column in 0..<min(text.size.columns, size.columns) {
          let (cell, old) = (text[column, row], before?[column, row] ?? .blank)
          guard cell.isPainted && isWhole || cell != old && (cell.isPainted || old.isPainted) else { continue }
          if let known = run, known.upperBound == column {
            run = known.lowerBound..<column + 1
          } else {
            if let run { runs.append((row, run)) }
            run = column..<column + 1
          }
        }
        if let run { runs.append((row, run)) }
      }
    }

    /// Whether text is written in a rectangle whose cells may have stayed the same. ncurses writes from the first cell of
    /// a row that differs to the last, and may write what lies between.
    func damages(_ rect: Rect, _ canvas: Canvas, over before: Canvas) -> Bool {
      (rect.row..<rect.endRow).contains { row in
        if renewedRows.contains(row) || uncertainRows.contains(row) { return true }
        let (new, old) = (canvas.row(row), before.row(row))
        guard new != old, let first = zip(new, old).enumerated().first(where: { $1.0 != $1.1 })?.offset,
          let last = zip(new, old).enumerated().reversed().first(where: { $1.0 != $1.1 })?.offset
        else { return false }
        return first < rect.endColumn && last >= rect.column
      }
    }
  }
}
