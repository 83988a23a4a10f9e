import TerminalCanvas

/// What is selected while the left button is held in the prompt.
struct PromptDrag: Equatable, Sendable {
  var unit: PromptEditor.Unit
  /// What was pressed on; it stays selected whichever way the pointer goes.
  var origin: Range<Int>
}

/// The last press in the prompt: two on one place within half a second are a double click.
struct PromptClick: Equatable, Sendable {
  var at: Point
  var time: Timestamp
  var count: Int

  static let longestPause: Int64 = 500

  func followed(at point: Point, time: Timestamp) -> PromptClick {
    let pause = time.milliseconds - self.time.milliseconds
    let isNext = point == at && (0...Self.longestPause).contains(pause)
    return PromptClick(at: point, time: time, count: isNext ? count % 3 + 1 : 1)
  }
}

extension State {
  /// A press places the caret, twice selects the word, three times the line; with Shift it selects up to there.
  mutating func pressInPrompt(_ mouse: Mouse, _ text: Rect) -> [Effect] {
    let click = lastClick?.followed(at: mouse.at, time: now) ?? PromptClick(at: mouse.at, time: now, count: 1)
    lastClick = click
    let row = prompt.scrollTop + mouse.at.row - text.row
    let column = max(0, mouse.at.column - text.column)
    let unit: PromptEditor.Unit = click.count == 1 ? .character : click.count == 2 ? .word : .line
    if mouse.modifiers.contains(.shift) {
      promptDrag = PromptDrag(unit: .character, origin: prompt.selection.anchor..<prompt.selection.anchor)
      prompt.placeCaret(row: row, column: column, extending: true)
    } else {
      let origin = prompt.range(of: unit, row: row, column: column)
      promptDrag = PromptDrag(unit: unit, origin: origin)
      if unit == .character {
        prompt.placeCaret(row: row, column: column)
      } else {
        prompt.select(origin)
      }
    }
    draft.moved(at: now)
    // Only now: with the focus the text may be laid out anew, around the caret.
    return setFocus(.prompt)
  }

  /// Selects up to the pointer; above or below the text it scrolls on by a line.
  mutating func dragInPrompt(to point: Point) -> [Effect] {
    guard let drag = promptDrag, layers.isEmpty, let text = layout.draft?.text, !text.isEmpty else { return [] }
    let line = max(-1, min(text.rows, point.row - text.row))
    let row = prompt.scrollTop + line
    let column = line < 0 ? 0 : max(0, point.column - text.column)
    return editPrompt { prompt in
      prompt.extend(drag.origin, to: prompt.range(of: drag.unit, row: max(0, row), column: column))
    }
  }
}
