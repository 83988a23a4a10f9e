import CNCurses
import TerminalCanvas

extension Size {
  /// What the driver says of the terminal.
  static func ofTerminal() -> Size {
    var columns: Int32 = 80
    var rows: Int32 = 24
    _ = cn_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}

extension DisplayWidth {
  /// Lets ncurses count as the canvas does.
  static func countInNCurses() {
    cn_use_widths { codePoint, ambiguousIsWide, linesAreWide in
      let widths = DisplayWidth(ambiguousIsWide: ambiguousIsWide, linesAreWide: linesAreWide)
      return Int32(Unicode.Scalar(codePoint).map { widths.width(of: $0) } ?? 1)
    }
    cn_change_widths(false, false)
  }
}

extension CellPixels {
  /// What the driver says of a cell; nil: nothing.
  static func ofDriver() -> CellPixels? {
    var width: Int32 = 0
    var height: Int32 = 0
    return cn_cell_size(&width, &height) ? CellPixels(width: Int(width), height: Int(height)) : nil
  }
}
