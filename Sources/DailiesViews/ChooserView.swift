import DailiesCore
import TerminalCanvas

/// A box with a field that narrows a list, and the rows that match, the selected one in sight.
struct ChooserView {
  struct Row {
    var left: [Span]
    /// Facts at the right end; cut before the left is.
    var right: [Span] = []
    /// What does not fit at the right end, on lines of its own under the selected row.
    var below: [TextLine] = []
  }

  let chooser: Chooser
  let title: String
  /// Rows that match.
  let count: Int
  /// What is said when none does.
  let nothing: String
  let theme: Theme
  /// Columns of text wanted at most.
  var columns = 60
  var facts: [Box.Fact] = []
  /// Lines under the list.
  var foot: [TextLine] = []
  /// Rows of the list that lines under it, or in it, leave.
  var leastRows = 2

  /// - Parameter row: Makes the row of an index; asked for those that are shown only.
  func draw(on canvas: inout Canvas, in body: Rect, row: (Int) -> Row) {
    let box = LayerBox(title: title, facts: facts)
    let columns = LayerBox.textColumns(columns, in: body)
    var inside = box.draw(columns: columns, rows: LayerBox.textRows(in: body), on: &canvas, in: body, theme: theme)
    let field = inside.cutTop(1)
    if inside.rows > 6 { _ = inside.cutTop(1) }
    if !foot.isEmpty, inside.rows > foot.count + leastRows {
      canvas.draw(foot, in: inside.cutBottom(foot.count), theme: theme)
      _ = inside.cutBottom(1)
    }
    if count == 0 { canvas.draw([TextLine(nothing, .dim)], in: inside, theme: theme) }
    let isSelecting = (0..<count).contains(chooser.selected)
    let below = isSelecting ? row(chooser.selected).below.prefix(max(0, inside.rows - leastRows)) : []
    var line = inside.row
    for index in visible(inside.rows - below.count) {
      canvas.mark(Rect(column: inside.column, row: line, columns: inside.columns, rows: 1), as: index)
      draw(row(index), isSelected: index == chooser.selected, row: line, on: &canvas, in: inside)
      line += 1
      guard index == chooser.selected else { continue }
      canvas.draw(
        below, in: Rect(column: inside.column, row: line, columns: inside.columns, rows: below.count), theme: theme)
      line += below.count
    }
    Field(line: chooser.line).draw(on: &canvas, in: field, theme: theme)
  }

  /// The rows that `rows` lines show.
  private func visible(_ rows: Int) -> Range<Int> {
    let top = max(0, min(chooser.selected - rows / 2, count - rows))
    return top..<min(count, top + max(0, rows))
  }

  private func draw(_ content: Row, isSelected: Bool, row: Int, on canvas: inout Canvas, in rect: Rect) {
    let ground: Ground = isSelected ? .selection : .screen
    if isSelected {
      canvas.fill(
        Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: theme.style(.text, on: ground))
    }
    let left = [Span(isSelected ? "> " : "  ", .accent)] + content.left
    let end = canvas.draw(left, column: rect.column, row: row, limit: rect.columns, theme: theme, on: ground)
    canvas.drawRight(content.right, from: end + 1, end: rect.endColumn, row: row, theme: theme, on: ground)
  }
}
