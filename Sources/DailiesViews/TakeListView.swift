import DailiesCore
import TerminalCanvas

/// The rows of the takes with their header, or what would fill the list.
struct TakeListView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in layout: Layout.Takes) {
    let list = state.list
    guard list.isLoaded else { return say(Strings.loading(state.language), on: &canvas, in: layout.list) }
    guard list.total > 0 else { return say(emptyText, on: &canvas, in: layout.list) }
    let numberWidth = list.rows.reduce(0) { max($0, $1.number.description.utf8.count) }
    let columns = TakeColumns(
      width: layout.list.columns, numberWidth: numberWidth, hasCosts: state.costCurrency != nil)
    drawHeader(columns, on: &canvas, in: layout.header)
    let isActive = state.isActive(.takes)
    for (line, row) in list.visible(layout.list.rows).enumerated() {
      let rect = Rect(
        column: layout.list.column, row: layout.list.row + line, columns: layout.list.columns, rows: 1)
      guard let take = row.take else {
        canvas.draw("…", column: rect.column + TakeColumns.marks, row: rect.row, style: theme.style(.dim))
        continue
      }
      TakeRow(
        take: take, state: state, theme: theme, columns: columns, isSelected: row.index == list.selectedIndex,
        isActive: isActive
      ).draw(on: &canvas, in: rect)
    }
  }

  private func drawHeader(_ columns: TakeColumns, on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let left = [
      (columns.number, Strings.columnTake), (columns.state, Strings.columnState),
      (columns.progress, Strings.columnProgress), (columns.size, Strings.columnSize),
      (columns.prompt, Strings.columnPrompt),
    ]
    for case (let range?, let title) in left where !range.isEmpty {
      canvas.draw(
        state.say(title), column: rect.column + range.lowerBound, row: rect.row, limit: range.count,
        style: theme.style(.dim))
    }
    let right = [
      (columns.time, state.say(Strings.columnTime)), (columns.length, state.say(Strings.columnLength)),
      (columns.cost, state.costCurrency ?? state.say(Strings.columnCost)),
    ]
    for case (let range?, let title) in right {
      canvas.drawRight(
        [Span(title, .dim)], from: rect.column + range.lowerBound, end: rect.column + range.upperBound,
        row: rect.row, theme: theme)
    }
  }

  private var emptyText: String {
    let list = state.list
    let isHere = state.focus == .takes
    if !list.search.isEmpty {
      return state.say(isHere ? Strings.nothingFound : Strings.nothingFoundFromDraft, list.search)
    }
    if list.view == .all, list.counts[.hidden] > 0 {
      return state.say(isHere ? Strings.allHidden : Strings.allHiddenFromDraft)
    }
    if list.view == .all { return state.say(isHere ? Strings.noTakes : Strings.noTakesFromDraft) }
    return state.say(
      isHere ? Strings.emptyView : Strings.emptyViewFromDraft, list.view.title(state.language),
      String(list.counts[.all]))
  }

  private func say(_ text: String, on canvas: inout Canvas, in rect: Rect) {
    var rest = rect.inset(columns: 2, rows: 0)
    _ = rest.cutTop(1)
    let lines = WrappedText(text, columns: rest.columns, limit: rest.rows, widths: canvas.widths)
    canvas.draw(lines.textLines(.dim), in: rest, theme: theme)
  }
}

extension State {
  /// The currency of the costs in the list; nil where there are none to show. In the demo nothing is paid.
  var costCurrency: String? {
    guard !service.isDemo else { return nil }
    let costs = list.rows.compactMap { $0.cost?.amount?.currency }
    return rules.limits.currency ?? prices.prices.last { $0.profile == service.profile }?.perSecond.currency
      ?? costs.first
  }
}
