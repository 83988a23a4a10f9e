extension PromptEditor {
  /// The length of the text in UTF-8 bytes.
  var byteCount: Int { content.byteCount }

  /// Selects a part of the text, which must begin and end between clusters; the caret goes to its end.
  mutating func selectSlot(_ range: Range<Int>) {
    move(to: content.boundary(atOrAfter: min(range.lowerBound, byteCount)))
    guard !range.isEmpty else { return }
    move(to: content.boundary(atOrAfter: min(range.upperBound, byteCount)), extending: true)
  }
}
