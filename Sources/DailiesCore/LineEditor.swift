import TextBreaks

/// A field of one line: text and caret, by grapheme cluster. Line ends in a paste become blanks.
package struct LineEditor: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// Clusters before the caret.
  package private(set) var caret: Int

  package init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  package mutating func insert(_ text: String) {
    let head = String(characters[..<caret]) + String(text.map { $0.isNewline ? " " : $0 })
    characters = Array(head + String(characters[caret...]))
    caret = min(head.count, characters.count)
  }

  /// Does what an editing key does to one line; false when the key is not an editing key.
  package mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .moveLeft: caret = max(0, caret - 1)
    case .moveRight: caret = min(characters.count, caret + 1)
    case .moveToLineStart, .moveToTextStart: caret = 0
    case .moveToLineEnd, .moveToTextEnd: caret = characters.count
    case .moveWordLeft: caret = wordStart(before: caret)
    case .moveWordRight: caret = wordEnd(after: caret)
    case .deleteBackward: remove(max(0, caret - 1)..<caret)
    case .deleteForward: remove(caret..<min(characters.count, caret + 1))
    case .deleteWordBackward: remove(wordStart(before: caret)..<caret)
    case .deleteWordForward: remove(caret..<wordEnd(after: caret))
    case .deleteToLineStart: remove(0..<caret)
    case .deleteToLineEnd: remove(caret..<characters.count)
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    caret = range.lowerBound
  }

  private func wordStart(before index: Int) -> Int {
    let start = WordBreaks.wordStart(before: offset(of: index), in: text)
    return characterCount(within: start)
  }

  private func wordEnd(after index: Int) -> Int {
    let end = WordBreaks.wordEnd(after: offset(of: index), in: text)
    let whole = characterCount(within: end)
    return offset(of: whole) < end ? whole + 1 : whole
  }

  /// In UTF-8 bytes, as word breaks are counted.
  private func offset(of index: Int) -> Int { characters[..<index].reduce(0) { $0 + $1.utf8.count } }

  /// Clusters that lie wholly before `offset`.
  private func characterCount(within offset: Int) -> Int {
    var end = 0
    return characters.firstIndex {
      end += $0.utf8.count
      return end > offset
    } ?? characters.count
  }
}
