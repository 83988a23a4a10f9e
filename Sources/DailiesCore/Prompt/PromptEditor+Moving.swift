import TerminalCanvas
import TextBreaks

extension PromptEditor {
  /// To the cluster before; without `extending`, to the start of a selection.
  package mutating func moveLeft(extending: Bool = false) {
    let collapses = !extending && !selection.isEmpty
    move(to: collapses ? selection.range.lowerBound : content.boundary(before: caret), extending: extending)
  }

  /// To the cluster after; without `extending`, to the end of a selection.
  package mutating func moveRight(extending: Bool = false) {
    let collapses = !extending && !selection.isEmpty
    move(to: collapses ? selection.range.upperBound : content.boundary(after: caret), extending: extending)
  }

  package mutating func moveWordLeft(extending: Bool = false) {
    move(to: wordStart(before: caret), extending: extending)
  }

  package mutating func moveWordRight(extending: Bool = false) {
    move(to: wordEnd(after: caret), extending: extending)
  }

  /// By one screen line; on the first one, to the start of the text.
  package mutating func moveUp(extending: Bool = false) { moveRows(-1, extending: extending) }

  /// By one screen line; on the last one, to the end of the text.
  package mutating func moveDown(extending: Bool = false) { moveRows(1, extending: extending) }

  /// - Parameter rows: How many screen lines are shown.
  package mutating func pageUp(rows: Int, extending: Bool = false) {
    moveRows(-max(1, rows - 1), extending: extending)
  }

  /// - Parameter rows: How many screen lines are shown.
  package mutating func pageDown(rows: Int, extending: Bool = false) {
    moveRows(max(1, rows - 1), extending: extending)
  }

  /// To the start of the screen line; from there, to the start of the paragraph.
  package mutating func moveToLineStart(extending: Bool = false) {
    let start = lines[caretRow]
    move(to: start == caret ? paragraphStart(at: caret) : start, extending: extending)
  }

  /// To the end of the screen line; from there, to the end of the paragraph.
  package mutating func moveToLineEnd(extending: Bool = false) {
    let row = caretRow
    let end = textEnd(of: row)
    if end == caret { return move(to: paragraphEnd(at: caret), extending: extending) }
    move(to: end, affinity: endAffinity(of: row, at: end), extending: extending)
  }

  package mutating func moveToTextStart(extending: Bool = false) { move(to: 0, extending: extending) }

  package mutating func moveToTextEnd(extending: Bool = false) { move(to: content.byteCount, extending: extending) }

  /// To the start of the paragraph; from there, to the start of the one before.
  package mutating func moveParagraphUp(extending: Bool = false) {
    move(to: paragraphStart(at: max(0, caret - 1)), extending: extending)
  }

  /// To the end of the paragraph; from there, to the end of the one after.
  package mutating func moveParagraphDown(extending: Bool = false) {
    move(to: paragraphEnd(at: min(content.byteCount, caret + 1)), extending: extending)
  }

  package mutating func selectAll() {
    move(to: 0)
    move(to: content.byteCount, extending: true)
  }

  /// Lets go of the selection; the caret stays where it is.
  package mutating func dropSelection() { move(to: caret, affinity: affinity) }

  /// Puts the caret before the cluster at a place on the screen, or at the end of its line.
  ///
  /// - Parameter row: A screen line of the whole text: what is shown at the top is ``scrollTop``.
  package mutating func placeCaret(row: Int, column: Int, extending: Bool = false) {
    let row = min(max(0, row), lines.count - 1)
    let offset = offset(in: row, column: column)
    move(to: offset, affinity: endAffinity(of: row, at: offset), extending: extending)
  }

  /// Moves the caret; what is typed next begins a new undo step.
  mutating func move(to offset: Int, affinity: Affinity = .lineStart, extending: Bool = false) {
    putCaret(offset, affinity: affinity, extending: extending)
    history.close()
  }

  private mutating func moveRows(_ rows: Int, extending: Bool) {
    let position = caretPosition
    var goal = position.column
    if case .vertical(let column) = streak { goal = column }
    let last = lines.count - 1
    if rows < 0, position.row == 0 {
      move(to: 0, extending: extending)
    } else if rows > 0, position.row == last {
      move(to: content.byteCount, extending: extending)
    } else {
      placeCaret(row: min(max(0, position.row + rows), last), column: goal, extending: extending)
    }
    streak = .vertical(goal: goal)
  }

  func wordStart(before offset: Int) -> Int {
    content.boundary(atOrBefore: WordBreaks.wordStart(before: offset, in: text))
  }

  func wordEnd(after offset: Int) -> Int {
    content.boundary(atOrAfter: WordBreaks.wordEnd(after: offset, in: text))
  }

  func paragraphStart(at offset: Int) -> Int {
    var row = lines.row(at: offset)
    while !startsParagraph(row) { row -= 1 }
    return lines[row]
  }

  func paragraphEnd(at offset: Int) -> Int {
    var row = lines.row(at: offset)
    while row + 1 < lines.count, !startsParagraph(row + 1) { row += 1 }
    return textEnd(of: row)
  }
}
