import DailiesCore
import TerminalCanvas

/// A long text on one line, such that the first of the words that were looked for is in sight, and all are marked.
struct MatchedText {
  /// Characters that are looked at; a match farther on is not shown.
  private static let most = 2_000

  /// Characters in sight from the one that is to be in sight.
  static let behind = 8

  private let characters: [Character]
  /// Which characters belong to a match.
  private let isMatch: [Bool]

  init(_ text: String, search: String) {
    self.init(Array(Self.line(text)), search)
  }

  /// Nothing is looked for.
  ///
  /// - Parameter count: Characters of which something may be shown.
  init(_ text: String, first count: Int) {
    self.init(Array(Self.line(text).prefix(count)), "")
  }

  /// A long text as the one line it becomes.
  private static func line(_ text: String) -> some Sequence<Character> {
    text.drop(while: \.isWhitespace).prefix(most).lazy.map { $0.isNewline ? " " : $0 }
  }

  /// How many characters two texts share at their beginning, as the lines they become.
  static func shared(_ text: String, _ other: String) -> Int {
    let (text, other) = (text.drop(while: \.isWhitespace), other.drop(while: \.isWhitespace))
    var alike = 0
    for (byte, twin) in zip(text.utf8, other.utf8) {
      guard byte == twin, alike < most else { break }
      alike += 1
    }
    let end = text.utf8.index(text.startIndex, offsetBy: alike)
    var (at, count) = (text.startIndex, 0)
    while at < end {
      text.formIndex(after: &at)
      if at <= end { count += 1 }
    }
    return count
  }

  /// A line as it is, with the words marked.
  static func inPlace(_ line: String, search: String) -> [Span] {
    Self(Array(line), search).spans(from: 0, count: .max)
  }

  private init(_ characters: [Character], _ search: String) {
    self.characters = characters
    var isMatch = [Bool](repeating: false, count: characters.count)
    let words = search.split(whereSeparator: \.isWhitespace)
    let folded = words.isEmpty ? [] : characters.map { $0.lowercased() }
    for word in words {
      let word = word.map { $0.lowercased() }
      for start in folded.indices where folded[start...].starts(with: word) {
        for index in start..<start + word.count { isMatch[index] = true }
      }
    }
    self.isMatch = isMatch
  }

  /// Spans that fill the columns, and a character more when there is more; `…` where something is left out before them.
  ///
  /// - Parameter place: A character that is to be in sight where nothing was looked for.
  func spans(columns: Int, widths: DisplayWidth, showing place: Int? = nil) -> [Span] {
    var start = 0
    let match = isMatch.firstIndex(of: true)
    if let wanted = match ?? place.flatMap({ characters.indices.contains($0) ? $0 : nil }) {
      let end =
        match == nil
        ? min(wanted + Self.behind, characters.count) : isMatch[wanted...].firstIndex(of: false) ?? isMatch.count
      let width = characters[..<end].reduce(0) { $0 + widths.width(of: $1) }
      if width > columns {
        // A third of the line shows what comes before it.
        var room = columns / 3
        start = wanted
        while start > 0, room > 0 {
          start -= 1
          room -= widths.width(of: characters[start])
        }
        // What would stay empty behind a short end shows more of what comes before.
        var left = columns - 1 - characters[start...].prefix(columns).reduce(0) { $0 + widths.width(of: $1) }
        while start > 0, left >= widths.width(of: characters[start - 1]) {
          start -= 1
          left -= widths.width(of: characters[start])
        }
        // No word is cut in two at the beginning, where words have blanks between them.
        if start > 0, !characters[start - 1].isWhitespace,
          let blank = characters[start..<wanted].firstIndex(where: \.isWhitespace)
        {
          start = blank + 1
        }
      }
    }
    return (start > 0 ? [Span("…", .dim)] : []) + self.spans(from: start, count: columns + 1)
  }

  private func spans(from start: Int, count: Int) -> [Span] {
    var spans: [Span] = []
    for index in characters.indices.dropFirst(start).prefix(count) {
      let role: Role = isMatch[index] ? .accent : .text
      if index > start, spans.last?.role == role {
        spans[spans.count - 1].text.append(characters[index])
      } else {
        spans.append(Span(String(characters[index]), role))
      }
    }
    return spans
  }
}
