/// One cell of the screen.
///
/// A cluster of two columns is a lead cell (`width` 2) and a continuation cell after it (`width` 0, empty text).
/// `text` is what the terminal is sent: one base with at most four zero-width marks (what a cell of ncurses holds), or a
/// longer cluster that this terminal draws as one.
package struct Cell: Hashable, Sendable {
  private var held: CellText
  package var width: UInt8
  package var style: Style

  package var text: String {
    get { held.string }
    set { held = CellText(newValue) }
  }

  package init(text: String, width: UInt8, style: Style) {
    held = CellText(text)
    self.width = width
    self.style = style
  }

  init(_ glyph: Glyph, style: Style) {
    (held, width) = (glyph.held, glyph.width)
    self.style = style
  }

  /// - Parameter byte: A printable ASCII character.
  init(ascii byte: UInt8, style: Style) {
    held = CellText(ascii: byte)
    width = 1
    self.style = style
  }

  /// Whether another cell has the same text, in whatever style.
  package func hasText(of other: Cell) -> Bool { held == other.held }

  /// The ASCII character that it shows; nil for all else.
  var ascii: UInt8? { held.ascii }

  func forEachScalar(_ body: (Unicode.Scalar) -> Void) { held.forEachScalar(body) }

  package static let blank = Cell(text: " ", width: 1, style: .plain)

  package static func continuation(style: Style) -> Cell { Cell(text: "", width: 0, style: style) }
}
