extension PromptEditor {
  /// A word ends right before the selection and `text` begins with one, in a script that parts words by blanks.
  func needsBlank(before text: String) -> Bool {
    let start = selection.range.lowerBound
    guard start > 0, let first = text.first else { return false }
    let last = content.cluster(at: content.boundary(before: start))
    func isInWord(_ character: Character) -> Bool {
      guard let scalar = character.unicodeScalars.first else { return false }
      return (character.isLetter || character.isNumber) && scalar.value < 0x1100
    }
    return isInWord(first) && (isInWord(last) || ",.;:!?".contains(last))
  }

  /// The length of the text in UTF-8 bytes.
  var byteCount: Int { content.byteCount }

  /// Selects a part of the text, which must begin and end between clusters; the caret goes to its end.
  mutating func selectSlot(_ range: Range<Int>) {
    move(to: content.boundary(atOrAfter: min(range.lowerBound, byteCount)))
    guard !range.isEmpty else { return }
    move(to: content.boundary(atOrAfter: min(range.upperBound, byteCount)), extending: true)
  }
}
