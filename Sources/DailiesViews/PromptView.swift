import DailiesCore
import TerminalCanvas

/// The prompt as it is written: soft-wrapped lines, selection, and the hardware cursor at the caret.
struct PromptView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in layout: Layout.Draft) {
    guard !layout.text.isEmpty else { return }
    if state.layout.mode != .compact { drawFrame(on: &canvas, in: layout) }
    let text = layout.text
    let rows = state.prompt.scrollTop..<state.prompt.scrollTop + text.rows
    for (index, line) in state.prompt.screenLines(rows).enumerated() {
      canvas.draw(line.text, column: text.column, row: text.row + index, limit: text.columns, ellipsis: false)
      for part in state.prompt.columns(of: found, in: rows.lowerBound + index) {
        canvas.restyle(Rect(column: text.column + part.lowerBound, row: text.row + index, columns: part.count, rows: 1))
        {
          _ in theme.style(.attention).adding(.underline)
        }
      }
      if let selected = line.selectedColumns {
        canvas.restyle(
          Rect(column: text.column + selected.lowerBound, row: text.row + index, columns: selected.count, rows: 1)
        ) { _ in theme.selectedText }
      }
    }
    if state.prompt.isEmpty { drawAdvice(on: &canvas, in: text) }
    if state.isActive(.prompt) { canvas.caret = caret(in: text) }
  }

  /// The places of what is being looked for.
  private var found: [Range<Int>] {
    if case .findText(let find)? = state.layers.last { find.matches } else { [] }
  }

  private func drawFrame(on canvas: inout Canvas, in layout: Layout.Draft) {
    let status = DraftStatus(state)
    let count = Box.Fact(
      text: status.count, role: status.isOverLimit ? .attention : .dim,
      field: canvas.widths.width(of: state.say(Strings.characters, "99999")))
    Box(
      title: title,
      facts: [count, Box.Fact(text: status.saving.text, role: status.saving.role)],
      bottomFacts: [Box.Fact(text: more(in: layout.text)), Box.Fact(text: writing, role: .accent)],
      isFocused: state.isActive(.prompt, .promptPane)
    ).draw(on: &canvas, in: layout.prompt, theme: theme)
  }

  /// With the name of the draft, or the take it began with, where it has one.
  private var title: [Span] {
    let role: Role = state.isActive(.prompt, .promptPane) ? .accent : .text
    let about = state.card.name ?? state.card.parent.map { state.say(Strings.fromTake, $0.description) }
    return [Span(state.say(Strings.prompt), role)] + (about.map { [Span("  " + $0)] } ?? [])
  }

  private func more(in rect: Rect) -> String {
    let isMoreAbove = state.prompt.scrollTop > 0
    let isMoreBelow = state.prompt.scrollTop + rect.rows < state.prompt.lineCount
    switch (isMoreAbove, isMoreBelow) {
    case (true, true): return state.say(Strings.moreText)
    case (true, false): return state.say(Strings.moreTextAbove)
    case (false, true): return state.say(Strings.moreTextBelow)
    case (false, false): return ""
    }
  }

  /// After Esc: how to go on writing.
  private var writing: String { state.isActive(.promptPane) ? state.say(Strings.writeHere) : "" }

  private func drawAdvice(on canvas: inout Canvas, in rect: Rect) {
    let advice = [Strings.emptyPrompt1, Strings.emptyPrompt2, Strings.emptyPrompt3]
    canvas.draw(advice.map { TextLine(state.say($0), .dim) }, in: rect, theme: theme)
  }

  private func caret(in rect: Rect) -> Point? {
    let place = state.prompt.caretPosition
    let row = place.row - state.prompt.scrollTop
    guard (0..<rect.rows).contains(row) else { return nil }
    return Point(column: min(rect.column + place.column, state.size.columns - 1), row: rect.row + row)
  }
}

/// How long the draft is, and whether it is on disk.
struct DraftStatus {
  let count: String
  let saving: Span
  let isOverLimit: Bool

  init(_ state: State) {
    let characters = state.figures.characters
    let limit = state.settings.chosenProfile.promptLimit
    isOverLimit = limit.map { characters > $0 } ?? false
    count =
      limit.map { state.say(Strings.charactersOfLimit, String(characters), String($0)) }
      ?? state.say(Strings.characters, String(characters))
    if state.draft.hasFailed {
      saving = Span(state.say(Strings.draftNotSaved), .bad)
    } else if state.prompt.isEmpty, state.figures.isSaved {
      saving = Span("")
    } else {
      saving = Span(state.say(state.figures.isSaved ? Strings.draftSaved : Strings.draftUnsaved), .dim)
    }
  }
}
