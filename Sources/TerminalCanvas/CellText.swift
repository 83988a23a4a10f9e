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
}
