/// Cells side by side that share a style, as a terminal's library is given them.
package struct CellRun {
  package fileprivate(set) var column = 0
  package fileprivate(set) var style = Style.plain
  /// The code points of all cells, one cell's after the other's.
  package fileprivate(set) var codePoints: [UInt32] = []
  /// How many of them each cell has; what is two columns wide counts as one cell.
  package fileprivate(set) var counts: [UInt8] = []
  /// The column after its last cell.
  fileprivate var end = 0

  fileprivate mutating func reserve(_ columns: Int) {
    codePoints.reserveCapacity(columns)
    counts.reserveCapacity(columns)
  }

  fileprivate mutating func begin(at column: Int, _ style: Style) {
    (self.column, self.style, end) = (column, style, column)
    codePoints.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// Where a cell is not certain (``Cell/isCertain``), blanks stand for it.
  fileprivate mutating func append(_ cell: Cell) {
    end += Int(cell.width)
    if let byte = cell.ascii {
      codePoints.append(UInt32(byte))
      counts.append(1)
      return
    }
    guard cell.isCertain else {
      for _ in 0..<cell.width {
        codePoints.append(0x20)
        counts.append(1)
      }
      return
    }
    let before = codePoints.count
    cell.forEachScalar { codePoints.append($0.value) }
    counts.append(UInt8(codePoints.count - before))
  }
}

extension Canvas {
  /// Whether a row is the same in another canvas of this size.
  package func hasRow(_ row: Int, of other: Canvas) -> Bool { rows[row] == other.rows[row] }

  /// Whether every cell of a row is certain (``Cell/isCertain``).
  package func isCertain(row: Int) -> Bool {
    rows[row].withUnsafeBufferPointer { cells in
      for column in cells.indices where cells[column].ascii == nil && !cells[column].isCertain { return false }
      return true
    }
  }

  /// Whether a row has the text of a row of another canvas, in whatever style.
  package func hasText(inRow row: Int, of other: Canvas, _ otherRow: Int) -> Bool {
    let (cells, others) = (rows[row], other.rows[otherRow])
    return cells.count == others.count && cells.indices.allSatisfy { cells[$0].hasText(of: others[$0]) }
  }

  /// Gives `body` what differs in the first `columns` cells of a row from a canvas of this size; nil: from blanks.
  package func forEachChange(inRow row: Int, over before: Canvas?, columns: Int, _ body: (CellRun) -> Void) {
    var run = CellRun()
    run.reserve(columns)
    rows[row].withUnsafeBufferPointer { cells in
      (before?.rows[row] ?? Array(repeating: .blank, count: columns)).withUnsafeBufferPointer { old in
        for column in 0..<columns where cells[column] != old[column] {
          let cell = cells[column]
          if cell.width == 0 || column + Int(cell.width) > columns { continue }
          if column != run.end || cell.style != run.style {
            if !run.counts.isEmpty { body(run) }
            run.begin(at: column, cell.style)
          }
          run.append(cell)
        }
      }
    }
    if !run.counts.isEmpty { body(run) }
  }
}
