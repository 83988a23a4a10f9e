import TerminalCanvas

/// What a terminal is sent to show a frame, in the sequences that all of them know (ECMA-48). For recordings only: on a
/// real terminal ncurses sees to this.
enum TerminalBytes {
  /// The rows that differ, each drawn whole; everything when there was no frame before or its size was another.
  static func change(from before: Canvas?, to canvas: Canvas) -> String {
    let known = before?.size == canvas.size ? before : nil
    var text = "\u{1B}[?25l" + (known == nil ? "\u{1B}[0m\u{1B}[2J" : "")
    for row in 0..<canvas.size.rows where known?.row(row) != canvas.row(row) {
      text += "\u{1B}[\(row + 1);1H"
      var style: Style?
      for cell in canvas.row(row) where cell.width > 0 {
        if cell.style != style {
          text += select(cell.style)
          style = cell.style
        }
        text += cell.text
      }
    }
    text += "\u{1B}[0m"
    if let caret = canvas.caret { text += "\u{1B}[\(caret.row + 1);\(caret.column + 1)H\u{1B}[?25h" }
    return text
  }

  /// Selects a style, from whatever was selected before (SGR).
  private static func select(_ style: Style) -> String {
    var codes = ["0"]
    codes += style.attributes.codes
    if style.foreground != .standard { codes.append(style.foreground.code(from: 30)) }
    if style.background != .standard { codes.append(style.background.code(from: 40)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}
