import DailiesCore
import TerminalCanvas

/// Every command by name: a field to narrow them, and those that match with their keys.
struct PaletteView {
  let palette: PaletteScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(60, in: body)
    let rows = LayerBox.textRows(in: body)
    let box = LayerBox(title: state.say(Strings.paletteTitle))
    var inside = box.draw(columns: columns, rows: rows, on: &canvas, in: body, theme: theme)
    let field = inside.cutTop(1)
    if inside.rows > 6 { _ = inside.cutTop(1) }
    drawMatches(on: &canvas, in: inside)
    Field(line: palette.line).draw(on: &canvas, in: field, theme: theme)
  }

  private func drawMatches(on canvas: inout Canvas, in rect: Rect) {
    let matches = palette.matches(state.keymap)
    if matches.isEmpty {
      canvas.draw([TextLine(state.say(Strings.nothingMatches), .dim)], in: rect, theme: theme)
    }
    let top = max(0, min(palette.selected - rect.rows / 2, matches.count - rect.rows))
    for (line, index) in (top..<min(matches.count, top + rect.rows)).enumerated() {
      let command = matches[index]
      let row = rect.row + line
      let isSelected = index == palette.selected
      let ground: Ground = isSelected ? .selection : .screen
      if isSelected {
        canvas.fill(
          Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: theme.style(.text, on: ground))
      }
      let title = [Span(isSelected ? "> " : "  ", .accent), Span(state.say(command.title))]
      let end = canvas.draw(title, column: rect.column, row: row, limit: rect.columns, theme: theme, on: ground)
      let key = state.keymap.keys(for: command, in: palette.context).first?.name(in: state.language) ?? ""
      canvas.drawRight([Span(key, .dim)], from: end + 1, end: rect.endColumn, row: row, theme: theme, on: ground)
    }
  }
}
