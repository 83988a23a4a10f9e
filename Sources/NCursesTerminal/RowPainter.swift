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
        select(cell, after: style, colors: &colors)
        style = cell.style
      }
      gather(cell)
      isAddressed = cell.isCertain
    }
    if style?.isPainted == true { gather(plain) }
  }

  private static let plain = "\u{1B}[m"

  /// Gathers what selects the style of a cell; ncurses believes in plain while it is one that it does not know.
  private static func select(_ cell: Cell, after style: Style?, colors: inout ColorPairs) {
    guard cell.isPainted else {
      if style?.isPainted == true { gather(plain) }
      let choice = colors.choice(for: cell.style)
      return cn_beside_style(Int32(cell.style.attributes.rawValue) | choice.attributes, choice.pair)
    }
    var before = style?.isPainted == true ? style : nil
    if before == nil { cn_beside_style(0, 0) }
    var codes: [String] = []
    // Colours alone need no new beginning.
    if let known = before, known.attributes != cell.style.attributes {
      codes.append("0")
      before = nil
    }
    if before?.attributes ?? [] != cell.style.attributes { codes += cell.style.attributes.codes }
    if before?.foreground ?? .standard != cell.style.foreground { codes.append(cell.style.foreground.code(from: 30)) }
    if before?.background ?? .standard != cell.style.background { codes.append(cell.style.background.code(from: 40)) }
    gather("\u{1B}[" + codes.joined(separator: ";") + "m")
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
