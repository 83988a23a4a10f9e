import DailiesCore
import TerminalCanvas

/// The line in which one types what to look for in the prompt; it takes the place of the message.
struct FindInTextView {
  let find: FindInText
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect)
    let label = state.say(Strings.findLabel)
    let start = canvas.draw(label, column: rect.column + 1, row: rect.row, style: theme.style(.accent)) + 1
    // Where little fits, the field gets it.
    let whole = [turn, count].filter { !$0.isEmpty }.joined(separator: "  ")
    let isRoomy = rect.endColumn - start - canvas.widths.width(of: whole) > 20
    let count = isRoomy ? whole : count
    let end = max(start, rect.endColumn - canvas.widths.width(of: count) - 3)
    canvas.draw(
      count, column: end + 2, row: rect.row, limit: rect.endColumn - end - 2,
      style: theme.style(find.current == nil ? .attention : .dim))
    let field = Rect(column: start, row: rect.row, columns: end - start, rows: 1)
    Field(line: find.line).draw(on: &canvas, in: field, theme: theme)
  }

  private var count: String {
    guard let current = find.current else { return find.line.isEmpty ? "" : state.say(Strings.findNothing) }
    return state.say(Strings.findPlace, String(current + 1), String(find.matches.count))
  }

  private var turn: String {
    switch find.turn {
    case .fromTop: state.say(Strings.findFromTop)
    case .fromEnd: state.say(Strings.findFromEnd)
    case nil: ""
    }
  }
}
