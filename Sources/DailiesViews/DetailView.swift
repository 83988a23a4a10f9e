import DailiesCore
import TerminalCanvas

/// The pane under the list: the selected take, facts first, then as much of its prompt as there is room for.
struct DetailView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty, let take = state.list.selected else { return }
    let facts = TakeFacts(take: take, state: state)
    Box(title: facts.title, facts: [Box.Fact(text: facts.order, leastColumns: 20)]).draw(
      on: &canvas, in: rect, theme: theme)
    var inside = rect.inset(columns: 2, rows: 1)
    if let strip = state.paneStrip {
      let rows = FilmStripView.rows(strip, in: state)
      FilmStripView(strip: strip, state: state, theme: theme).draw(on: &canvas, in: inside.cutBottom(rows))
    }
    var lines = facts.lines(columns: inside.columns, widths: canvas.widths)
    let isRoomy = inside.rows > 8
    if isRoomy { lines.append(.blank) }
    let left = inside.rows - lines.count
    if left > 0 {
      let prompt = WrappedText(take.order.prompt, columns: inside.columns, limit: left, widths: canvas.widths)
      lines += prompt.textLines()
    }
    canvas.draw(lines, in: inside, theme: theme)
  }
}
