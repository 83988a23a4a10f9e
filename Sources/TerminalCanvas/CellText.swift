/// The text of one cell, held in place: cells are copied and compared by the thousand with every frame, and none of them
/// counts references.
///
/// Up to ``capacity`` bytes of UTF-8; of what is longer, the code points that fit. The longest cluster that a cell of
/// ncurses holds takes 20, the longest emoji that Unicode recommends for interchange 35.
struct CellText: Hashable, Sendable {
  static let capacity = 39

  // Their first byte in memory is the count of those that follow.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0
  private var fifth: UInt64 = 0

  /// - Parameter byte: ASCII.
  init(ascii byte: UInt8) { first = UInt64(littleEndian: UInt64(byte) << 8 | 1) }

  init(_ scalar: Unicode.Scalar) {
    var (bytes, count) = (UInt64(0), UInt64(0))
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      count += 1
      bytes |= UInt64(byte) << (8 * count)
    }
    first = UInt64(littleEndian: bytes | count)
  }

  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var count = min(bytes.count, Self.capacity)
      while count < bytes.count, count > 0, bytes[count] & 0xC0 == 0x80 { count -= 1 }
      withUnsafeMutableBytes(of: &self) { own in
        own[0] = UInt8(count)
        own[1...].copyBytes(from: bytes.prefix(count))
      }
    }
  }

  var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Gives `body` the UTF-8.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: self) { body(UnsafeRawBufferPointer(rebasing: $0[1..<1 + Int($0[0])])) }
  }

  static func == (one: CellText, other: CellText) -> Bool {
    // What is short is whole in the first eight bytes, the count among them.
    one.first == other.first
      && (one.count < 8
        || one.second == other.second && one.third == other.third && one.fourth == other.fourth
          && one.fifth == other.fifth)
  }

  private var count: UInt8 { UInt8(truncatingIfNeeded: UInt64(littleEndian: first)) }

  /// The one byte that it is, if it is that; nil for all else.
  var ascii: UInt8? {
    let bytes = UInt64(littleEndian: first)
    return bytes & 0xFF == 1 ? UInt8(truncatingIfNeeded: bytes >> 8) : nil
  }

  func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    withBytes { bytes in
      var (decoder, rest) = (UTF8(), bytes.makeIterator())
      while case .scalarValue(let scalar) = decoder.decode(&rest) { body(scalar) }
    }
  }
}
