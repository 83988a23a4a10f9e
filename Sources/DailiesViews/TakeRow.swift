import DailiesCore
import TerminalCanvas
import VideosAPI

/// One row of the list.
struct TakeRow {
  let take: Take
  let state: State
  let theme: Theme
  let columns: TakeColumns
  /// Of the rows above and below, the next ones with another prompt.
  let neighbours: [Take]
  /// The selected row; it stands out only while the list takes the keys.
  let isSelected: Bool
  let isActive: Bool

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let ground: Ground = isSelected && isActive ? .selection : .screen
    if ground == .selection { canvas.fill(rect, style: theme.style(.text, on: .selection)) }
    func put(_ spans: [Span], in range: Range<Int>?, isRight: Bool = false) {
      guard let range, !range.isEmpty else { return }
      let start = rect.column + range.lowerBound
      if isRight {
        canvas.drawRight(
          spans, from: start, end: rect.column + range.upperBound, row: rect.row, theme: theme, on: ground)
      } else {
        canvas.draw(spans, column: start, row: rect.row, limit: range.count, theme: theme, on: ground)
      }
    }
    let progress = TakeProgress(take, in: state)
    let sign = take.phase.sign
    put(
      [Span(isSelected ? ">" : " ", isActive ? .accent : .dim), Span(sign, take.phase.role)], in: 0..<TakeColumns.marks)
    put([Span(take.number.description)], in: columns.number)
    if state.isMarked(take.number) {
      let end = columns.number.lowerBound + take.number.description.utf8.count
      put([Span(theme.mark, .attention)], in: end..<end + 1)
    }
    let marks = progress.marks
    // Where the word is long, no mark is lost for a blank.
    let hasRoom = progress.widths.width(of: progress.word.text) + marks.count < columns.state.count
    put([progress.word] + (marks.isEmpty || !hasRoom ? [] : [Span(" ")]) + marks, in: columns.state)
    if let range = columns.progress, columns.time == nil {
      let (text, time) = progress.joined(columns: range.count, theme: theme)
      put(text, in: range)
      put([time], in: range, isRight: true)
    } else if let range = columns.progress {
      put(progress.cell(columns: range.count, theme: theme), in: range)
      put([progress.time], in: columns.time, isRight: true)
    }
    put([progress.figure], in: columns.figure, isRight: true)
    put([Span(take.orderedSeconds.map { "\($0)s" } ?? "?", .dim)], in: columns.length, isRight: true)
    put([Span(take.sizeText, .dim)], in: columns.size)
    put([cost], in: columns.cost, isRight: true)
    drawPrompt(on: &canvas, in: rect, ground)
  }

  /// The prompt, and where there is room the tags at its end.
  private func drawPrompt(on canvas: inout Canvas, in rect: Rect, _ ground: Ground) {
    let range = columns.prompt
    guard !range.isEmpty else { return }
    let tags = range.count < Self.roomForTags ? "" : State.tagText(take.tags ?? [])
    let tagColumns = tags.isEmpty ? 0 : min(canvas.widths.width(of: tags), range.count / 3)
    let end = rect.column + range.upperBound
    canvas.draw(
      excerpt, column: rect.column + range.lowerBound, row: rect.row,
      limit: range.count - (tagColumns > 0 ? tagColumns + 2 : 0), theme: theme, on: ground)
    guard tagColumns > 0 else { return }
    canvas.drawRight([Span(tags, .accent)], from: end - tagColumns, end: end, row: rect.row, theme: theme, on: ground)
  }

  /// Columns of the prompt from which tags stand beside it.
  private static let roomForTags = 24

  /// What it costs; its currency stands in the head of the column, unless it is another one.
  private var cost: Span {
    guard let cost = take.cost else { return Span("") }
    guard let amount = cost.amount else { return Span(cost.certainty == .sure ? "" : "?", .attention) }
    let number = amount.currency == state.costCurrency ? amount.number : amount.text
    switch cost.certainty {
    case .sure: return Span(number, cost.source == .estimate ? .dim : .text)
    case .unsure, .failed: return Span(number + "?", .attention)
    }
  }

  /// As much of the prompt as a row can hold, in one line; while something is looked for, the part that
  /// holds it. Where it begins like its neighbour, as the prompts of a batch do, the part in which it differs.
  private var excerpt: [Span] {
    if take.order.prompt.isEmpty { return [Span(state.say(Strings.madeElsewhere), .dim)] }
    let search = SearchWords(state.list.search).words.joined(separator: " ")
    guard search.isEmpty else {
      return MatchedText(take.order.prompt, search: search).spans(
        columns: columns.prompt.count, widths: state.widths)
    }
    let prompt = take.order.prompt
    let head = prompt.prefix(columns.prompt.count + 1)
    if head.endIndex < prompt.endIndex, let difference, isHidden(difference) {
      // What is shown ends a line behind the difference, at most.
      return MatchedText(prompt, first: difference + columns.prompt.count + 10).spans(
        columns: columns.prompt.count, widths: state.widths, showing: difference)
    }
    return [Span(String(head.map { $0.isNewline ? " " : $0 }))]
  }

  /// Whether the first columns of the prompt do not show how it goes on from a character.
  private func isHidden(_ place: Int) -> Bool {
    guard let first = take.order.prompt.first, !first.isWhitespace else { return true }
    let start = take.order.prompt.prefix(place + MatchedText.behind)
    return state.widths.width(of: start) > columns.prompt.count || start.contains(where: \.isNewline)
  }

  /// Where the prompt first differs from the one above, or, where that begins otherwise, from the one below.
  private var difference: Int? {
    neighbours.lazy.map { MatchedText.shared(take.order.prompt, $0.order.prompt) }.first { $0 >= Self.sharedBeginning }
  }

  /// Characters with which prompts begin alike, not by chance.
  private static let sharedBeginning = 8
}
