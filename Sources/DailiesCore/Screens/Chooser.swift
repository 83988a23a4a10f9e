/// A field that narrows a list as one types, and the selected row: what every layer with a searchable list has. Whose rows
/// they are is the layer's business.
package struct Chooser: Hashable, Sendable {
  package var line: LineEditor
  package private(set) var selected = 0

  package init(_ text: String = "") { line = LineEditor(text) }

  /// What was typed, without the blanks at its ends.
  package var text: String { line.text.trimming }

  package mutating func insert(_ text: String) {
    line.insert(text)
    selected = 0
  }

  package mutating func select(_ index: Int, of count: Int) { selected = max(0, min(index, count - 1)) }

  /// Does what a key asks for; false when it is neither an editing nor a choosing key.
  ///
  /// - Parameters:
  ///   - count: Rows that match.
  ///   - page: Rows of a page.
  package mutating func perform(_ command: Command, count: Int, page: Int = 10) -> Bool {
    switch command {
    case .previousRow: select(selected - 1, of: count)
    case .nextRow: select(selected + 1, of: count)
    case .pageUp: select(selected - page, of: count)
    case .pageDown: select(selected + page, of: count)
    // With nothing typed there is no line to go to the ends of.
    case .moveToLineStart where line.isEmpty: select(0, of: count)
    case .moveToLineEnd where line.isEmpty: select(count - 1, of: count)
    default:
      let before = line.characters
      guard line.perform(command) else { return false }
      if line.characters != before { selected = 0 }
    }
    return true
  }
}
