/// One line of a laid out prompt, ready to be drawn.
package struct ScreenLine: Equatable, Sendable {
  /// What the line holds of the text, in UTF-8 offsets, without its line end.
  package var range: Range<Int>
  /// The part of it that fits; blanks that hang over the edge are left out. Control characters are still in it.
  package var text: String
  /// The columns of `text`.
  package var width: Int
  /// The selected columns. A selected line end counts as one column more, which may be the one after the last.
  package var selectedColumns: Range<Int>?
  /// Whether the line begins a paragraph; false after a soft wrap.
  package var startsParagraph: Bool
}
