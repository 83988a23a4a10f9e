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

extension CellPixels {
  /// What the driver says of a cell; nil: nothing.
  static func ofDriver() -> CellPixels? {
    var width: Int32 = 0
    var height: Int32 = 0
    return cn_cell_size(&width, &height) ? CellPixels(width: Int(width), height: Int(height)) : nil
  }
}
