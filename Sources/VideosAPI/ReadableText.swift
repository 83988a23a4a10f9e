/// Turns text of a service into text that can be kept: no control characters, a bounded length, no key.
enum ReadableText {
  /// One line of at most 2,000 characters.
  static func line(_ text: String) -> String {
    if isLine(text) { return text }
    var scalars = String.UnicodeScalarView()
    var isAfterBlank = true
    for scalar in text.unicodeScalars.prefix(8000) {
      if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 {
        if !isAfterBlank { scalars.append(" ") }
        isAfterBlank = true
      } else if !isControl(scalar) {
        scalars.append(scalar)
        isAfterBlank = false
      }
    }
    let line = String(scalars).trimmed
    return line.count > 2000 ? line.prefix(1999) + "…" : line
  }

  /// Whether it is one as it stands: letters, digits and signs of ASCII, single blanks between them.
  private static func isLine(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20 && text.utf8.count <= 2000
  }

  /// The text of `body`, at most `limit` bytes of it; line ends and tabs stay.
  ///
  /// The key is masked before the text is cut, so that no part of it is left at the end.
  static func raw(_ body: [UInt8], limit: Int, masking key: String?) -> String {
    let isText = !body.prefix(limit).contains(0)
    guard isText else { return "(\(body.count) bytes that are not text)" }
    let start = String(decoding: body.prefix(limit + 4096), as: UTF8.self).redacting(key)
    if start.utf8.count <= limit, !holdsControls(start) { return start }
    var scalars = String.UnicodeScalarView()
    var length = 0
    for scalar in start.unicodeScalars where scalar == "\n" || scalar == "\t" || !isControl(scalar) {
      length += UTF8.width(scalar)
      if length > limit { return String(scalars) + "…" }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether there is a control character other than line end and tab.
  private static func holdsControls(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F { return true }
      if before == 0xC2, byte < 0xA0 { return true }
      before = byte
    }
    return false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
