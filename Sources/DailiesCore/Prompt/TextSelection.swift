/// The caret and, if something is selected, the other end of the selection. Offsets count UTF-8 bytes of the whole text
/// and lie between grapheme clusters.
package struct TextSelection: Hashable, Codable, Sendable {
  package var anchor: Int
  package var caret: Int

  package init(anchor: Int, caret: Int) {
    self.anchor = anchor
    self.caret = caret
  }

  package init(_ caret: Int) {
    self.init(anchor: caret, caret: caret)
  }

  package var isEmpty: Bool { anchor == caret }
  package var range: Range<Int> { min(anchor, caret)..<max(anchor, caret) }
}
