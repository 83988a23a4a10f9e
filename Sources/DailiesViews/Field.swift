import DailiesCore
import TerminalCanvas

/// A field of one line with the caret in sight, whatever its length.
struct Field {
  let line: LineEditor
  /// Draws a bullet for each character.
  var isSecret = false

  /// Draws the field and puts the hardware cursor at its caret.
  func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let style = theme.style(.text).adding(.underline)
    let row = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    canvas.fill(row, style: style)
    let characters = isSecret ? line.characters.map { _ in theme.bullet.first ?? "*" } : line.characters
    var start = line.caret
    var before = 0
    while start > 0 {
      let width = canvas.widths.width(of: characters[start - 1])
      if before + width >= rect.columns { break }
      before += width
      start -= 1
    }
    canvas.draw(
      String(characters[start...]), column: rect.column, row: rect.row, limit: rect.columns, style: style,
      ellipsis: false)
    canvas.caret = Point(column: rect.column + before, row: rect.row)
  }
}
