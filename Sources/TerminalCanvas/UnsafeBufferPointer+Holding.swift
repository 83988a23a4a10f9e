extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte is among these. Looks at all of them, many at once.
  package func holds(_ byte: UInt8) -> Bool {
    var found: UInt8 = 0
    for each in self { found |= each == byte ? 1 : 0 }
    return found != 0
  }
}
