import CNCurses
import TerminalCanvas

/// Draws rows by bytes of our own over what ncurses drew: each uncertain cell at its address, and at its own address
/// again what stands right of it, whatever the terminal made of the cluster.
enum RowPainter {
  /// - Parameter wanted: The columns to draw, whatever is in them; nil: from the first uncertain cell on.
  static func gather(
    _ row: Int, of canvas: Canvas, size: Size, columns wanted: Range<Int>? = nil, colors: inout ColorPairs
  ) {
    let columns = min(canvas.size.columns, size.columns)
    let cells = canvas.row(row)
    guard
      var first = wanted?.lowerBound ?? cells.firstIndex(where: { !$0.isCertain })
    else { return }
    if first > 0, cells[first].width == 0 { first -= 1 }
    var style: Style?
    var isAddressed = false
    for column in first..<max(first, min(columns, wanted?.upperBound ?? columns)) {
      let cell = cells[column]
      guard cell.width > 0, column + Int(cell.width) <= columns else { continue }
      if !isAddressed || !cell.isCertain { cn_beside_move(Int32(row), Int32(column)) }
      if cell.style != style {
        let choice = colors.choice(for: cell.style)
        cn_beside_style(Int32(cell.style.attributes.rawValue) | choice.attributes, choice.pair)
        style = cell.style
      }
      gather(cell)
      isAddressed = cell.isCertain
    }
  }

  /// Gathers the text of a cell. What would make newer terminals draw two cells as one, or one as two, is left out: a
  /// joiner at its end, and in a narrow cell the selector that makes a wide emoji of a sign.
  private static func gather(_ cell: Cell) {
    var scalars = cell.text.unicodeScalars
    if scalars.last?.value == 0x200D, scalars.first?.properties.isEmoji == true { scalars.removeLast() }
    if cell.width == 1 { scalars.removeAll { $0.value == 0xFE0F } }
    var text = String(scalars)
    text.withUTF8 { cn_beside_text($0.baseAddress, $0.count) }
  }

  static func gather(_ text: String) {
    var text = text
    text.withUTF8 { cn_beside_text($0.baseAddress, $0.count) }
  }
}
