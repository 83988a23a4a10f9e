/// Eight bytes of a text, looked at all at once.
package struct EightBytes {
  @usableFromInline let word: UInt64

  /// - Parameter offset: Eight bytes are there from it on.
  @inlinable @inline(__always)
  package init(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inlinable @inline(__always)
  package var areASCII: Bool { word & 0x8080_8080_8080_8080 == 0 }

  @inlinable @inline(__always)
  package func contain(_ byte: UInt8) -> Bool {
    // A byte is 0 where it stands: there the subtraction borrows into its highest bit, or a later one's.
    let rest = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080 != 0
  }
}
