/// Which characters and pairs of characters may stand in a text: a few whole numbers that rule most texts out of a search
/// before they are read. Trigrams would not do, since one or two Chinese characters are a word.
///
/// A text may hold a searched one only if it has all its bits; the text itself has the last word.
struct PromptSignature: Equatable {
  static let words = 8

  /// A bit for each letter and digit, shared bits for the rest of ASCII.
  private(set) var singles: UInt64 = 0
  /// 512 bits: every pair of neighbours, and every single character beyond ASCII, by its hash.
  private(set) var grams = [UInt64](repeating: 0, count: words)

  /// - Parameter folded: As `foldedForSearch` makes it.
  init(folded: String) {
    var before: UInt32?
    for scalar in folded.unicodeScalars {
      let value = scalar.value
      if value < 128 { singles |= 1 << Self.bit(ofASCII: value) } else { add(value, 0) }
      if let before { add(before, value) }
      before = value
    }
  }

  /// Takes in one more text that must be found as well.
  mutating func formUnion(_ other: Self) {
    singles |= other.singles
    for index in grams.indices { grams[index] |= other.grams[index] }
  }

  private mutating func add(_ first: UInt32, _ second: UInt32) {
    // Fibonacci hashing (Knuth, TAOCP 6.4): the high bits of the product are well mixed.
    let hash = ((UInt64(first) << 21 ^ UInt64(second)) &* 0x9E37_79B9_7F4A_7C15) >> 55
    grams[Int(hash >> 6)] |= 1 << (hash & 63)
  }

  private static func bit(ofASCII value: UInt32) -> UInt64 {
    switch value {
    case 0x61...0x7A: UInt64(value - 0x61)
    case 0x30...0x39: UInt64(value - 0x30 + 26)
    default: UInt64(36 + value % 28)
    }
  }
}
