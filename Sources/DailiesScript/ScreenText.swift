package import TerminalCanvas

/// A frame as plain text: its rows, without blanks at their ends.
package enum ScreenText {
  package static func text(of canvas: Canvas) -> String {
    (0..<canvas.size.rows).map { row in
      var text = canvas.text(row: row)
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
