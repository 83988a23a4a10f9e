import TerminalCanvas

/// The thin frame of a pane or a layer: its title in the top line at the left, facts at the right.
struct Box: Equatable, Sendable {
  /// A fact in the frame. Its text ends at the same column however long it is, so that a figure that grows moves
  /// nothing but its own digits.
  struct Fact: Equatable, Sendable {
    var text: String
    var role = Role.dim
    /// Columns kept for it; the text stands at their right end.
    var field = 0
    /// Cut at its end rather than left out, as long as so many columns of it are seen.
    var leastColumns: Int?
  }

  var title: [Span]
  /// From the right. Those that find no room are left out, the last ones first.
  var facts: [Fact] = []
  /// Facts in the bottom line, from the right.
  var bottomFacts: [Fact] = []
  var isFocused = false

  func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.columns >= 4, rect.rows >= 2 else { return }
    let style = theme.style(isFocused ? .accent : .dim)
    let line = Cell(text: theme.horizontal, width: 1, style: style)
    let side = Cell(text: theme.vertical, width: 1, style: style)
    for column in rect.column + 1..<rect.endColumn - 1 {
      canvas.put(line, column: column, row: rect.row)
      canvas.put(line, column: column, row: rect.endRow - 1)
    }
    for row in rect.row + 1..<max(rect.row + 1, rect.endRow - 1) {
      canvas.put(side, column: rect.column, row: row)
      canvas.put(side, column: rect.endColumn - 1, row: row)
    }
    let places = [
      (rect.column, rect.row), (rect.endColumn - 1, rect.row), (rect.endColumn - 1, rect.endRow - 1),
      (rect.column, rect.endRow - 1),
    ]
    for (corner, (column, row)) in zip(theme.corners, places) {
      canvas.put(Cell(text: corner, width: 1, style: style), column: column, row: row)
    }
    let titleEnd = drawTitle(on: &canvas, in: rect, theme: theme)
    draw(facts, from: titleEnd, row: rect.row, on: &canvas, in: rect, theme: theme)
    draw(bottomFacts, from: rect.column + 1, row: rect.endRow - 1, on: &canvas, in: rect, theme: theme)
  }

  private func drawTitle(on canvas: inout Canvas, in rect: Rect, theme: Theme) -> Int {
    let start = rect.column + 2
    guard !title.isEmpty else { return start }
    return canvas.draw(
      [Span(" ")] + title + [Span(" ")], column: start, row: rect.row, limit: rect.columns - 4, theme: theme)
  }

  private func draw(
    _ facts: [Fact], from start: Int, row: Int, on canvas: inout Canvas, in rect: Rect, theme: Theme
  ) {
    var end = rect.endColumn - 2
    for fact in facts where !fact.text.isEmpty {
      var width = canvas.widths.width(of: fact.text)
      if let least = fact.leastColumns, end - 2 - start >= least { width = min(width, end - 2 - start) }
      guard end - max(width, fact.field) - 2 >= start else { return }
      let column = end - width - 2
      canvas.draw([Span(" " + fact.text, fact.role)], column: column, row: row, limit: width + 1, theme: theme)
      canvas.draw([Span(" ", fact.role)], column: end - 1, row: row, theme: theme)
      end -= max(width, fact.field) + 2
    }
  }
}
