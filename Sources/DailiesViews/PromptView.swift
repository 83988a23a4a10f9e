import DailiesCore
import TerminalCanvas

/// What stands in the pane of the prompt, before it is drawn.
struct PromptPicture: Equatable {
  let box: Box
  let lines: [ScreenLine]
  let isEmpty: Bool

  init(of state: State, in layout: Layout.Draft) {
    box = state.layout.mode == .compact ? Box(title: []) : Box(of: state, in: layout)
    let top = state.prompt.scrollTop
    lines = layout.text.isEmpty ? [] : state.prompt.screenLines(top..<top + layout.text.rows)
    isEmpty = state.prompt.isEmpty
  }
}

/// The prompt as it is written: soft-wrapped lines, selection, and the hardware cursor at the caret.
struct PromptView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in layout: Layout.Draft) {
    guard !layout.text.isEmpty else { return }
    let picture = PromptPicture(of: state, in: layout)
    if state.layout.mode != .compact { picture.box.draw(on: &canvas, in: layout.prompt, theme: theme) }
    for (index, line) in picture.lines.enumerated() { draw(line, at: index, on: &canvas, in: layout.text) }
    finish(on: &canvas, in: layout.text)
  }

  /// Draws what differs from a picture of the pane, which is on the canvas.
  func draw(_ picture: PromptPicture, over before: PromptPicture, on canvas: inout Canvas, in layout: Layout.Draft) {
    guard !layout.text.isEmpty else { return }
    if picture.box != before.box || picture.isEmpty != before.isEmpty {
      canvas.fill(layout.prompt)
      return draw(on: &canvas, in: layout)
    }
    let text = layout.text
    for index in 0..<max(picture.lines.count, before.lines.count) {
      let line = picture.lines.indices.contains(index) ? picture.lines[index] : nil
      if before.lines.indices.contains(index), line == before.lines[index] { continue }
      canvas.fill(Rect(column: text.column, row: text.row + index, columns: text.columns, rows: 1))
      if let line { draw(line, at: index, on: &canvas, in: text) }
    }
    finish(on: &canvas, in: text)
  }

  private func draw(_ line: ScreenLine, at index: Int, on canvas: inout Canvas, in text: Rect) {
    let row = text.row + index
    canvas.draw(line.text, column: text.column, row: row, limit: text.columns, ellipsis: false)
    for part in state.prompt.columns(of: found, in: state.prompt.scrollTop + index) {
      canvas.restyle(Rect(column: text.column + part.lowerBound, row: row, columns: part.count, rows: 1)) { _ in
        theme.style(.attention).adding(.underline)
      }
    }
    if let selected = line.selectedColumns {
      canvas.restyle(Rect(column: text.column + selected.lowerBound, row: row, columns: selected.count, rows: 1)) { _ in
        theme.selectedText
      }
    }
  }

  private func finish(on canvas: inout Canvas, in text: Rect) {
    if state.prompt.isEmpty { drawAdvice(on: &canvas, in: text) }
    guard state.isActive(.prompt) else { return }
    let place = state.prompt.caretPosition
    let row = place.row - state.prompt.scrollTop
    guard (0..<text.rows).contains(row) else { return }
    canvas.caret = Point(column: min(text.column + place.column, state.size.columns - 1), row: text.row + row)
    canvas.letterRoom = state.letterRoom(from: place.column)
  }

  /// The places of what is being looked for.
  private var found: [Range<Int>] {
    if case .findText(let find)? = state.layers.last { find.matches } else { [] }
  }

  private func drawAdvice(on canvas: inout Canvas, in rect: Rect) {
    let advice = [Strings.emptyPrompt1, Strings.emptyPrompt2, Strings.emptyPrompt3]
    canvas.draw(advice.map { TextLine(state.say($0), .dim) }, in: rect, theme: theme)
  }
}

extension Box {
  /// The frame of the prompt.
  fileprivate init(of state: State, in layout: Layout.Draft) {
    let status = DraftStatus(state)
    let count = Fact(
      text: status.count, role: status.isOverLimit ? .attention : .dim,
      field: state.widths.width(of: state.say(Strings.characters, "99999")))
    let isActive = state.isActive(.prompt, .promptPane)
    // With the name of the draft, or the take it began with, where it has one.
    let about = state.card.name ?? state.card.parent.map { state.say(Strings.fromTake, $0.description) }
    self.init(
      title: [Span(state.say(Strings.prompt), isActive ? .accent : .text)] + (about.map { [Span("  " + $0)] } ?? []),
      facts: [count, Fact(text: status.saving.text, role: status.saving.role)],
      bottomFacts: [
        Fact(text: Self.more(state, layout.text)),
        // After Esc: how to go on writing.
        Fact(text: state.isActive(.promptPane) ? state.say(Strings.writeHere) : "", role: .accent),
      ],
      isFocused: isActive)
  }

  private static func more(_ state: State, _ text: Rect) -> String {
    let isMoreAbove = state.prompt.scrollTop > 0
    let isMoreBelow = state.prompt.scrollTop + text.rows < state.prompt.lineCount
    switch (isMoreAbove, isMoreBelow) {
    case (true, true): return state.say(Strings.moreText)
    case (true, false): return state.say(Strings.moreTextAbove)
    case (false, true): return state.say(Strings.moreTextBelow)
    case (false, false): return ""
    }
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
