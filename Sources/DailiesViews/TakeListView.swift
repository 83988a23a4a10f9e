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
    let columns = TakeColumns(state, in: layout.list)
    drawHeader(columns, on: &canvas, in: layout.header)
    for (offset, line) in list.lines(layout.list.rows).enumerated() {
      let rect = layout.list.line(offset)
      switch line {
      case .heading(let counts): ShotHeading(counts: counts, state: state, theme: theme).draw(on: &canvas, in: rect)
      case .row(let index, let take?):
        // Who clicks means what was painted there, whatever has moved there since.
        canvas.mark(rect, as: take.number.value)
        draw(take, at: index, columns, on: &canvas, in: rect)
      case .row(_, nil):
        canvas.draw("…", column: rect.column + TakeColumns.marks, row: rect.row, style: theme.style(.dim))
      }
    }
  }

  /// Draws what a step of the selection has changed, where nothing else differs from a frame: rows that were on it move.
  ///
  /// - Parameter place: Where the selection stood on `frame`, which is on the canvas.
  /// - Returns: Whether that can be done; nothing was drawn if not.
  func draw(
    on canvas: inout Canvas, in layout: Layout.Takes, over frame: Canvas, from place: TakeList.Place
  ) -> Bool {
    let (list, area) = (state.list, layout.list)
    let shown = list.top..<min(list.total, list.top + area.rows)
    guard list.isLoaded, !list.isGrouped, place.top + shown.count <= list.total,
      shown.allSatisfy({ list.row(at: $0) != nil })
    else { return false }
    let columns = TakeColumns(state, in: area)
    let before = place.top..<place.top + shown.count
    for index in shown {
      guard let take = list.row(at: index) else { continue }
      let rect = area.line(index - list.top)
      canvas.remark(rect, as: take.number.value)
      if before.contains(index), index != place.index, index != list.selectedIndex {
        if list.top != place.top { canvas.copy(area.line(index - place.top), of: frame, toRow: rect.row) }
      } else {
        canvas.fill(rect)
        draw(take, at: index, columns, on: &canvas, in: rect)
      }
    }
    return true
  }

  private func draw(_ take: Take, at index: Int, _ columns: TakeColumns, on canvas: inout Canvas, in rect: Rect) {
    TakeRow(
      take: take, state: state, theme: theme, columns: columns,
      neighbours: [-1, 1].compactMap { Self.neighbour(of: take, at: index, step: $0, in: state.list) },
      isSelected: index == state.list.selectedIndex, isActive: state.isActive(.takes)
    ).draw(on: &canvas, in: rect)
  }

  /// The next row with another prompt; takes of one prompt stand together.
  private static func neighbour(of take: Take, at index: Int, step: Int, in list: TakeList) -> Take? {
    (1...8).lazy.compactMap { list.row(at: index + step * $0) }.first { $0.order.prompt != take.order.prompt }
  }

  private func drawHeader(_ columns: TakeColumns, on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let left: [(Range<Int>?, Phrase, TakeSort.Key?)] = [
      (columns.number, Strings.columnTake, .number), (columns.state, Strings.columnState, .state),
      (columns.progress, Strings.columnProgress, nil), (columns.size, Strings.columnSize, .size),
      (columns.prompt, Strings.columnPrompt, .prompt),
    ]
    for case (let range?, let title, let key) in left where !range.isEmpty {
      canvas.draw(
        head(state.say(title), key, columns: range.count, canvas.widths),
        column: rect.column + range.lowerBound,
        row: rect.row, limit: range.count, theme: theme)
    }
    let right: [(Range<Int>?, String, TakeSort.Key?)] = [
      (columns.time, state.say(Strings.columnTime), nil),
      (columns.length, state.say(Strings.columnLength), .length),
      (columns.cost, state.costCurrency ?? state.say(Strings.columnCost), .cost),
    ]
    for case (let range?, let title, let key) in right {
      canvas.drawRight(
        head(title, key, columns: range.count, canvas.widths), from: rect.column + range.lowerBound,
        end: rect.column + range.upperBound, row: rect.row, theme: theme)
    }
  }

  /// The title of a column, with a sign where the list is sorted by it; where both do not fit, the sign takes the place of
  /// the last letter.
  private func head(_ title: String, _ key: TakeSort.Key?, columns: Int, _ widths: DisplayWidth)
    -> [Span]
  {
    let sort = state.list.scope.sort
    guard key == sort.key, sort != .newest else { return [Span(title, .dim)] }
    let sign = sort.isReversed ? theme.ascending : theme.descending
    var title = title
    while widths.width(of: title + sign) > columns, !title.isEmpty { title.removeLast() }
    return [Span(title + sign, .text)]
  }

  private var emptyText: String {
    let list = state.list
    let isHere = state.focus == .takes
    if !list.search.isEmpty, list.scope.judgement == nil {
      return state.say(isHere ? Strings.nothingFound : Strings.nothingFoundFromDraft, list.search)
    }
    if list.scope.isWhole {
      if list.counts[.hidden] > 0 { return state.say(isHere ? Strings.allHidden : Strings.allHiddenFromDraft) }
      return state.say(isHere ? Strings.noTakes : Strings.noTakesFromDraft)
    }
    return state.say(
      isHere ? Strings.emptyView : Strings.emptyViewFromDraft, state.scopeTitle, String(list.counts[.all]))
  }

  private func say(_ text: String, on canvas: inout Canvas, in rect: Rect) {
    var rest = rect.inset(columns: 2, rows: 0)
    _ = rest.cutTop(1)
    let lines = WrappedText(text, columns: rest.columns, limit: rest.rows, widths: canvas.widths)
    canvas.draw(lines.textLines(.dim), in: rest, theme: theme)
  }
}
