extension String {
  /// The text with every API key in it masked: the given one, whatever looks like one, and what services repeat of one.
  ///
  /// Services repeat a key's last characters (`sk-...1234`, `Received API Key = …`) and its SHA-256 in a refusal.
  /// Keys are found as bytes and code points, so that a combining mark behind one does not hide it.
  public func redacting(_ key: String?) -> String {
    let mask = "•••"
    var text = self
    if let key, key.utf8.count >= 4 {
      text = text.replacingBytes(of: key, with: mask)
      if key.contains("/") { text = text.replacingBytes(of: key.replacing("/", with: "\\/"), with: mask) }
    }
    // Nearly no text has a place for a key, and to make the patterns takes as long as all else that is done with an answer.
    guard text.hasPlaceForKey else { return text }
    let patterns = [
      #/(^|[^A-Za-z0-9_])[sSpP][kK]-[A-Za-z0-9_.*•…\-]{4,}/#,
      #/(^|[^A-Za-z0-9])[0-9A-Fa-f]{64}(?![A-Za-z0-9])/#,
      #/([Bb]earer +)[A-Za-z0-9_.~+\/=*\-]{4,}/#,
      #/([Kk]ey(?: provided)?(?: is)? ?[=:] ?)[^\s,;"'}]{4,}/#,
    ]
    for pattern in patterns {
      text = text.replacing(pattern.matchingSemantics(.unicodeScalar)) { "\($0.output.1)\(mask)" }
    }
    return text
  }

  /// Whether one of the patterns may match: `sk-` or `pk-`, 64 hexadecimal digits in a row, `earer `, or `key` before a
  /// blank, `=` or `:`.
  private var hasPlaceForKey: Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      var digits = 0
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
          UInt8(ascii: "a")...UInt8(ascii: "f"):
          digits += 1
          if digits == 64 { return true }
          continue
        case UInt8(ascii: "-"):
          if bytes.ends(with: "sk", before: index) || bytes.ends(with: "pk", before: index) { return true }
        case UInt8(ascii: " "):
          if bytes.ends(with: "key", before: index) || bytes.ends(with: "earer", before: index) { return true }
        case UInt8(ascii: "="), UInt8(ascii: ":"):
          if bytes.ends(with: "key", before: index) { return true }
        default: break
        }
        digits = 0
      }
      return false
    }
  }

  private func replacingBytes(of part: String, with replacement: String) -> String {
    let wanted = Array(part.utf8)
    var copy = self
    return copy.withUTF8 { text in
      var bytes: [UInt8] = []
      // What stands before it is taken over; so is the whole text where the part does not occur.
      var taken = 0
      var index = 0
      while index + wanted.count <= text.count {
        if text[index] == wanted[0], text[index..<index + wanted.count].elementsEqual(wanted) {
          bytes += text[taken..<index]
          bytes += replacement.utf8
          index += wanted.count
          taken = index
        } else {
          index += 1
        }
      }
      guard taken > 0 else { return self }
      bytes += text[taken...]
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes before `end` end with that word, in capital or small letters.
  fileprivate func ends(with word: StaticString, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end >= count else { return false }
    return (0..<count).allSatisfy { self[end - count + $0] | 0x20 == word.utf8Start[$0] }
  }
}
