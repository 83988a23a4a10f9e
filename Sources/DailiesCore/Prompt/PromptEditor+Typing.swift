import TextBreaks

extension PromptEditor {
  /// Inserts what was typed, in place of the selection; grows the undo step at hand.
  package mutating func insert(_ text: String) {
    edit(selection.range, with: Self.withPlainLineEnds(text), as: .typing)
  }

  package mutating func insert(_ character: Character) { insert(String(character)) }

  package mutating func newLine() { insert("\n") }

  /// Inserts a paste, in place of the selection, as one undo step.
  package mutating func paste(_ text: String) {
    edit(selection.range, with: Self.withPlainLineEnds(text), as: .whole)
  }

  /// Deletes the selection, or the cluster before the caret.
  package mutating func deleteBackward() {
    if deleteSelection() { return }
    edit(content.boundary(before: caret)..<caret, with: "", as: .deletingBackward)
  }

  /// Deletes the selection, or the cluster after the caret.
  package mutating func deleteForward() {
    if deleteSelection() { return }
    edit(caret..<content.boundary(after: caret), with: "", as: .deletingForward)
  }

  package mutating func deleteWordBackward() {
    if deleteSelection() { return }
    keepAndDelete(wordStart(before: caret)..<caret)
  }

  package mutating func deleteWordForward() {
    if deleteSelection() { return }
    keepAndDelete(caret..<wordEnd(after: caret))
  }

  /// Deletes back to the start of the paragraph; from there, the line end before it.
  package mutating func deleteToLineStart() {
    if deleteSelection() { return }
    let start = paragraphStart(at: caret)
    keepAndDelete((start == caret ? content.boundary(before: caret) : start)..<caret)
  }

  /// Deletes to the end of the paragraph; from there, the line end after it.
  package mutating func deleteToLineEnd() {
    if deleteSelection() { return }
    let end = paragraphEnd(at: caret)
    keepAndDelete(caret..<(end == caret ? content.boundary(after: caret) : end))
  }

  /// Inserts what the last deletions by word or line removed together; with nothing to bring back, a selection stays.
  package mutating func bringBack() {
    if !deleted.isEmpty { paste(deleted) }
  }

  /// Swaps the clusters on both sides of the caret and moves on; at a line's end, the two before the caret.
  package mutating func transpose() {
    let start = paragraphStart(at: caret)
    let end = paragraphEnd(at: caret)
    let middle = caret == end ? content.boundary(before: caret) : caret
    guard middle > start, middle < end else { return }
    let range = content.boundary(before: middle)..<content.boundary(after: middle)
    let swapped = content.slice(middle..<range.upperBound) + content.slice(range.lowerBound..<middle)
    edit(range, with: String(swapped), as: .whole)
  }

  /// Removes the selection and returns it; nil when there is none.
  package mutating func cut() -> String? {
    guard let selected = copySelection() else { return nil }
    deleteSelection()
    return selected
  }

  /// Returns the selection and keeps it for ``insertCut()``; nil when there is none.
  package mutating func copySelection() -> String? {
    guard let selectedText else { return nil }
    cutText = selectedText
    return selectedText
  }

  /// Inserts what was cut or copied; with nothing to insert, a selection stays.
  package mutating func insertCut() {
    if !cutText.isEmpty { paste(cutText) }
  }

  @discardableResult
  private mutating func deleteSelection() -> Bool {
    guard !selection.isEmpty else { return false }
    edit(selection.range, with: "", as: .whole)
    return true
  }

  /// Deletes text that can be brought back; with nothing but such deletions between, it joins what was deleted.
  private mutating func keepAndDelete(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let piece = String(content.slice(range))
    switch streak {
    case .deleting: deleted = range.upperBound == caret ? piece + deleted : deleted + piece
    case .none, .vertical: deleted = piece
    }
    edit(range, with: "", as: .whole)
    streak = .deleting
  }
}
