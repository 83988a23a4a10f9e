import Foundation

/// Finds `Phrase("…", "…")` in a source file. Knows as much of Swift's strings as these texts use: escapes, sums of
/// literals over several lines, and interpolations, which stay as they are written.
struct PhraseScanner {
  struct Literal {
    let english: String
    let chinese: String
    /// File and line.
    let place: String
  }

  let literals: [Literal]

  init(file: Checkout.File) {
    let text = Self.withoutComments(file)
    var found: [Literal] = []
    for call in text.ranges(of: "Phrase(") {
      var rest = text[call.upperBound...]
      guard let english = Self.sum(&rest), rest.first == "," else { continue }
      rest = rest.dropFirst()
      guard let chinese = Self.sum(&rest) else { continue }
      let line = text[..<call.lowerBound].count(where: \.isNewline) + 1
      found.append(Literal(english: english, chinese: chinese, place: "\(file.path):\(line)"))
    }
    literals = found
  }

  private static func withoutComments(_ file: Checkout.File) -> String {
    file.lines.map { line in
      line.drop(while: \.isWhitespace).hasPrefix("//") ? "" : String(line)
    }.joined(separator: "\n")
  }

  /// Literals joined by `+`, and the white space behind them.
  private static func sum(_ rest: inout Substring) -> String? {
    var text = ""
    repeat {
      if rest.first == "+" { rest = rest.dropFirst() }
      skipBlanks(&rest)
      guard let literal = literal(&rest) else { return nil }
      text += literal
      skipBlanks(&rest)
    } while rest.first == "+"
    return text
  }

  private static func skipBlanks(_ rest: inout Substring) {
    rest = rest.drop(while: \.isWhitespace)
  }

  private static func literal(_ rest: inout Substring) -> String? {
    guard rest.first == "\"", !rest.hasPrefix("\"\"\"") else { return nil }
    rest = rest.dropFirst()
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\": text += escape(&rest)
      default: text.append(character)
      }
    }
    return nil
  }

  private static func escape(_ rest: inout Substring) -> String {
    guard let character = rest.popFirst() else { return "" }
    switch character {
    case "n": return "\n"
    case "t": return "\t"
    case "u":
      let digits = rest.prefix { $0 != "}" }.dropFirst()
      rest = rest.dropFirst(digits.count + 2)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    case "(":
      var depth = 1
      var inside = "\\("
      while depth > 0, let next = rest.popFirst() {
        if next == "(" { depth += 1 }
        if next == ")" { depth -= 1 }
        inside.append(next)
      }
      return inside
    default: return String(character)
    }
  }
}
