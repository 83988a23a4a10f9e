import CNCurses
import TerminalCanvas

/// Brings ncurses' picture of the frame up to date, touching only what differs from the frame before.
enum FramePainter {
  static func paint(_ canvas: Canvas, over shown: Canvas?, size: Size, colors: inout ColorPairs) {
    let columns = min(canvas.size.columns, size.columns)
    let rows = min(canvas.size.rows, size.rows)
    let before = shown?.size == canvas.size ? shown : nil
    if before == nil { cn_blank() }
    for row in 0..<rows {
      let cells = canvas.row(row)
      let old = before?.row(row)
      for column in 0..<columns {
        let cell = cells[cells.startIndex + column]
        if let old {
          if old[old.startIndex + column] == cell { continue }
        } else if cell == .blank {
          continue
        }
        if cell.width == 0 || column + Int(cell.width) > columns { continue }
        put(cell, column: column, row: row, colors: &colors)
      }
    }
  }

  private static func put(_ cell: Cell, column: Int, row: Int, colors: inout ColorPairs) {
    let choice = colors.choice(for: cell.style)
    let attributes = Int32(cell.style.attributes.rawValue) | choice.attributes
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: DisplayWidth.marksPerCell + 1) { codePoints in
      var count = 0
      for scalar in cell.text.unicodeScalars where count < codePoints.count && !joinsCells(scalar, cell) {
        codePoints[count] = scalar.value
        count += 1
      }
      cn_put(Int32(row), Int32(column), codePoints.baseAddress, Int32(count), attributes, choice.pair)
    }
  }

  /// Whether a code point would make newer terminals draw two cells as one, or one as two, against our count of
  /// columns: the joiner between emoji, and the selector that makes a wide emoji of a narrow sign.
  private static func joinsCells(_ scalar: Unicode.Scalar, _ cell: Cell) -> Bool {
    switch scalar.value {
    case 0xFE0F: cell.width == 1
    case 0x200D: cell.text.unicodeScalars.first?.properties.isEmoji == true
    default: false
    }
  }
}
