/// The text of a snippet without its marks, and where its slots are.
///
/// A slot is `${1:default}` or `${1}`; `\$`, `\}` and `\\` stand for the signs themselves. What is no slot stays as it is.
package struct SnippetText: Equatable, Sendable {
  package struct Slot: Equatable, Sendable {
    package var number: Int
    /// The default in ``plain``, in UTF-8 offsets.
    package var range: Range<Int>
  }

  package private(set) var plain = ""
  /// In the order in which Tab walks them: by number, equal ones by place.
  package private(set) var slots: [Slot] = []

  package init(_ text: String) {
    var rest = text[...]
    while let character = rest.first {
      if character == "\\", let next = rest.dropFirst().first, "\\$}".contains(next) {
        plain.append(next)
        rest = rest.dropFirst(2)
      } else if character == "$", let (number, content, end) = Self.slot(rest) {
        let start = plain.utf8.count
        plain += content
        slots.append(Slot(number: number, range: start..<plain.utf8.count))
        rest = end
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    slots.sort { ($0.number, $0.range.lowerBound) < ($1.number, $1.range.lowerBound) }
  }

  /// The slot at the start of `text`, and what follows it; nil when there is none.
  private static func slot(_ text: Substring) -> (number: Int, content: String, rest: Substring)? {
    guard text.hasPrefix("${") else { return nil }
    let digits = text.dropFirst(2).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), digits.count < 4 else { return nil }
    var rest = text[digits.endIndex...]
    var content = ""
    if rest.first == ":" {
      rest = rest.dropFirst()
      while let character = rest.first, character != "}" {
        let isEscape = character == "\\" && rest.dropFirst().first.map { "\\$}".contains($0) } == true
        if isEscape { rest = rest.dropFirst() }
        guard let taken = rest.popFirst() else { return nil }
        content.append(taken)
      }
    }
    guard rest.first == "}" else { return nil }
    return (number, content, rest.dropFirst())
  }
}
