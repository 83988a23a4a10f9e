/// The characters most prompts consist of, told by their bytes alone: each is one code point, and two of them side by side
/// are two clusters. Only what is none of them (a mark, a joiner) can make one cluster of them.
///
/// Source: UAX #29 rules GB999 and GB11 (their property Grapheme_Cluster_Break is Other, Control, LV or LVT).
package enum PlainScalar {
  /// Whether a code point from U+0080 on is one: Latin letters and signs, dashes and quotation marks, lines and blocks,
  /// Chinese punctuation, Kana, Han, Hangul syllables, full-width forms, signs and emoji (no flags, no skin tones).
  @inlinable @inline(__always)
  package static func isPlain(beyondASCII value: UInt32) -> Bool {
    switch value {
    // Latin letters and signs.
    case 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2500...0x259F, 0x2600...0x27BF,
      // East Asian ones.
      0x2E80...0x3029, 0x3030...0x3098, 0x309B...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9D,
      // Emoji.
      0x1F300...0x1F3FA, 0x1F400...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF:
      true
    default: false
    }
  }

  /// How many bytes the one at `offset` takes; 0 when it is none of them, or when there is nothing.
  @inlinable @inline(__always)
  package static func length(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard offset < bytes.count else { return 0 }
    let first = bytes[offset]
    switch first {
    case ..<0x80: return first == 0x0D ? 0 : 1
    // Han from U+4000 on.
    case 0xE4...0xE9: return 3
    case 0xC2...0xCB:
      return isPlain(beyondASCII: UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)) ? 2 : 0
    case 0xE2...0xEF:
      let value = UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      return isPlain(beyondASCII: value) ? 3 : 0
    case 0xF0:
      guard bytes[offset + 1] == 0x9F else { return 0 }
      let value = 0x1F000 | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F)
      return isPlain(beyondASCII: value) ? 4 : 0
    default: return 0
    }
  }

  /// Whether eight bytes are one plain character each.
  @inlinable @inline(__always)
  package static func areEightOfASCII(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let eight = EightBytes(at: offset, in: bytes)
    return eight.areASCII && !eight.contain(0x0D)
  }

  /// How many bytes the one at `offset` takes when it is a cluster of its own: what follows is one of them too, or nothing.
  @inlinable @inline(__always)
  package static func loneLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let length = length(at: offset, in: bytes)
    guard length > 0 else { return 0 }
    let end = offset + length
    return end == bytes.count || bytes[end] < 0x80 || self.length(at: end, in: bytes) > 0 ? length : 0
  }

  /// The code point of `length` bytes at `offset`.
  @inlinable @inline(__always)
  package static func scalar(at offset: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    var value = length == 1 ? UInt32(bytes[offset]) : UInt32(bytes[offset]) & (0x7F >> UInt32(length))
    for byte in bytes[offset + 1..<offset + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The printable one of at most three bytes that `bytes` are; nil when they are anything else, well-formed or not, or one of
  /// U+2600 to U+27BF, which terminals draw each in its way.
  package static func alone(in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard let first = bytes.first, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return nil }
    switch (first, bytes.count) {
    case (0x20...0x7E, 1), (0xC2...0xDF, 2), (0xE2...0xEF, 3): break
    default: return nil
    }
    let length = length(at: 0, in: bytes)
    guard length > 0 else { return nil }
    let scalar = scalar(at: 0, length: length, in: bytes)
    return (0x2600...0x27BF).contains(scalar.value) ? nil : scalar
  }
}
