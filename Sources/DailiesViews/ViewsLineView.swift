import DailiesCore
import TerminalCanvas

/// The views with their counts, the shown one in brackets; at the right what the list is searched for, else where the
/// limit of the day stands.
struct ViewsLineView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let bar = ViewBar(state, in: rect)
    if let search = bar.search {
      canvas.draw(
        search.text, column: search.columns.lowerBound, row: rect.row, limit: search.columns.count,
        style: theme.style(.attention))
    }
    if let paused = bar.paused {
      canvas.draw(
        paused.text, column: paused.columns.lowerBound, row: rect.row, limit: paused.columns.count,
        style: theme.style(.attention))
    }
    if let label = bar.label {
      canvas.draw(label.text, column: label.columns.lowerBound, row: rect.row, style: theme.style(.dim))
    }
    if let sort = bar.sort {
      canvas.draw(
        sort.text, column: sort.columns.lowerBound, row: rect.row, limit: sort.columns.count,
        style: theme.style(.dim))
    }
    if let shown = bar.shown {
      canvas.draw(
        shown.text, column: shown.columns.lowerBound, row: rect.row,
        style: theme.style(state.isActive(.takes) ? .accent : .text))
    }
    for entry in bar.entries {
      let role: Role =
        bar.shown == nil && entry.view == state.list.view
        ? (state.isActive(.takes) ? .accent : .text) : .dim
      canvas.draw(
        entry.text, column: entry.columns.lowerBound, row: rect.row, style: theme.style(role))
    }
    let forecast = state.forecast([])
    guard bar.search == nil, bar.sort == nil,
      let standing = forecast.standings(state.language).first
    else { return }
    let end = bar.entries.last?.columns.upperBound ?? rect.column
    guard end + 2 + canvas.widths.width(of: standing) < rect.endColumn else { return }
    canvas.drawRight(
      [Span(standing, forecast.isNearLimit ? .attention : .dim)], from: end + 2, end: rect.endColumn - 1, row: rect.row,
      theme: theme)
  }
}
