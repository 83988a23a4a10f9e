import DailiesCore

/// In which line of a TOML document a name gets its value. The parser keeps no positions, so this looks for itself: good
/// enough to point a person to the place, and without an answer where it is not sure.
struct TOMLLines {
  private var lines: [[String]: Int] = [:]

  init(_ text: String) {
    var table: [String] = []
    var openString: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let wasOpen = openString != nil
      openString = Self.openString(after: line, before: openString)
      let line = line.drop(while: \.isWhitespace)
      guard !wasOpen, let first = line.first, first != "#" else { continue }
      if first == "[" {
        table = Self.path(line.drop { $0 == "[" }, until: "]") ?? []
        note(table, index + 1)
      } else if let path = Self.path(line, until: "=") {
        note(table + path, index + 1)
      }
    }
  }

  /// The line (from 1) of `path`, or of the innermost table around it that could be found.
  subscript(path: [String]) -> Int? {
    var path = path[...]
    while !path.isEmpty {
      if let line = lines[Array(path)] { return line }
      path = path.dropLast()
    }
    return nil
  }

  /// The lines (from 1) of the headings `[[name]]`, in their order.
  static func headings(of name: String, in text: String) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let heading = line.filter { !$0.isWhitespace }
      return heading.hasPrefix("[[\(name)]]") || heading.hasPrefix("[[\"\(name)\"]]") ? index + 1 : nil
    }
  }

  private mutating func note(_ path: [String], _ line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  /// The quotes of a string of several lines that is open at the end of the line.
  private static func openString(after line: Substring, before: String?) -> String? {
    var open = before
    var rest = line
    while !rest.isEmpty {
      if let quotes = open {
        guard let end = rest.firstRange(of: quotes) else { return open }
        rest = rest[end.upperBound...]
        open = nil
      } else {
        let starts = ["\"\"\"", "'''"].compactMap { quotes in rest.firstRange(of: quotes).map { (quotes, $0) } }
        guard let start = starts.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else { return nil }
        rest = rest[start.1.upperBound...]
        open = start.0
      }
    }
    return open
  }

  /// The parts of a dotted name, which may be quoted; nil when the line ends before `end`.
  private static func path(_ text: Substring, until end: Character) -> [String]? {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." || character == end {
        parts.append(part.trimming)
        part = ""
        if character == end { return parts }
      } else {
        part.append(character)
      }
    }
    return nil
  }
}
