extension ReferenceImage {
  private static let endings = [".png", ".jpg", ".jpeg", ".webp"]
  /// What a path, a quoted or an escaped one, and `file:` begin with.
  private static let beginnings = Array("/~'\"\\f".utf8)

  /// A picture named by a typed, pasted or dropped text: a path (quoted, escaped or `file:`) of a PNG, JPEG or WebP
  /// file, or an https address. Nil for anything else.
  package init?(reading text: String) {
    let text = text.trimming
    if text.hasPrefix("https://") {
      guard let first = text.dropFirst("https://".count).first, first != "/", !text.contains(where: \.isWhitespace)
      else {
        return nil
      }
      self = .address(text)
      return
    }
    // A long text that was pasted is not worth being undone: most are told by their first byte, or have lines.
    guard let first = text.utf8.first, Self.beginnings.contains(first), !text.utf8.contains(where: { $0 < 0x20 }) else {
      return nil
    }
    let path = text.hasPrefix("file:") ? Self.path(ofFileAddress: text) : Self.withoutShellMarks(text)
    let lower = path.lowercased()
    guard path.hasPrefix("/") || path.hasPrefix("~/"), Self.endings.contains(where: lower.hasSuffix),
      !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return nil }
    self = .file(path: path)
  }

  /// Source: RFC 8089 (`file:/path`, `file:///path`, `file://localhost/path`).
  private static func path(ofFileAddress text: String) -> String {
    let rest = text.dropFirst("file:".count)
    return percentDecoded(rest.hasPrefix("//") ? rest.dropFirst(2).drop { $0 != "/" } : rest)
  }

  /// Undoes the quotes and backslashes that terminals write when a file is dropped. Quotes count only in a text that
  /// begins with one: elsewhere they belong to the name.
  ///
  /// Source: POSIX, Shell Command Language, section 2.2 (Quoting).
  private static func withoutShellMarks(_ text: String) -> String {
    let hasQuotes = text.first == "'" || text.first == "\""
    var result = ""
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == quote {
        quote = nil
      } else if quote == nil, hasQuotes, character == "'" || character == "\"" {
        quote = character
      } else if character == "\\", quote != "'", let next = rest.first, quote == nil || "\"\\$`".contains(next) {
        result.append(next)
        rest.removeFirst()
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Percent-encoded bytes as what they stand for; what is none stays.
  static func percentDecoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).map { Character(UnicodeScalar($0)) }
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(String(digits), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
