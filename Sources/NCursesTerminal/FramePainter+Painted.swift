import TerminalCanvas

extension FramePainter {
  /// What of a frame is written anew.
  struct Painted {
    /// The rows that ``RowPainter`` must draw once ncurses has sent its own.
    var uncertainRows: [Int] = []
    /// The rows that ncurses sends whole.
    var renewedRows: Set<Int> = []

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
