import TextBreaks

extension PromptEditor {
  /// What one press, two and three take hold of.
  enum Unit: Equatable, Sendable {
    case character, word, line
  }

  /// What stands at a place on the screen: nothing wide for `.character`, else a word (where there is none, a cluster) or
  /// a paragraph without its line end.
  ///
  /// - Parameter row: A screen line of the whole text.
  func range(of unit: Unit, row: Int, column: Int) -> Range<Int> {
    let offset = offset(in: min(max(0, row), lines.count - 1), column: column)
    switch unit {
    case .character: return offset..<offset
    case .word: return word(at: offset)
    case .line: return paragraphStart(at: offset)..<paragraphEnd(at: offset)
    }
  }

  /// Selects a part of the text, the caret at its end.
  mutating func select(_ range: Range<Int>) {
    move(to: range.lowerBound)
    move(to: range.upperBound, extending: true)
  }

  /// Selects from one part of the text to another, both included, the caret at the far end of the other.
  mutating func extend(_ origin: Range<Int>, to reached: Range<Int>) {
    if reached.lowerBound < origin.lowerBound {
      move(to: origin.upperBound)
      move(to: reached.lowerBound, extending: true)
    } else {
      move(to: origin.lowerBound)
      move(to: max(origin.upperBound, reached.upperBound), extending: true)
    }
  }

  private func word(at offset: Int) -> Range<Int> {
    let line = paragraphStart(at: offset)..<paragraphEnd(at: offset)
    guard offset < line.upperBound else {
      return max(line.lowerBound, offset > line.lowerBound ? content.boundary(before: offset) : offset)..<offset
    }
    let end = wordEnd(after: offset)
    let start = wordStart(before: end)
    guard start <= offset, start >= line.lowerBound, end <= line.upperBound else {
      return offset..<content.boundary(after: offset)
    }
    return start..<end
  }
}
