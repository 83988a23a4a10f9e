/// Wraps bytes as a gzip file whose blocks are stored, not compressed: enough to be taken for a coded film.
///
/// Source: RFC 1952; RFC 1951, section 3.2.4.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var coded: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  let blockSize = 65_535
  for start in stride(from: 0, to: max(1, bytes.count), by: blockSize) {
    let block = bytes[start..<min(start + blockSize, bytes.count)]
    coded.append(block.endIndex == bytes.count ? 1 : 0)
    coded += UInt16(block.count).bigEndianBytes.reversed()
    coded += (~UInt16(block.count)).bigEndianBytes.reversed()
    coded += block
  }
  coded += crc32(bytes).bigEndianBytes.reversed()
  coded += UInt32(truncatingIfNeeded: bytes.count).bigEndianBytes.reversed()
  return coded
}

/// Source: RFC 1952, section 8.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  let table = (0..<256).map { index -> UInt32 in
    var remainder = UInt32(index)
    for _ in 0..<8 { remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1 }
    return remainder
  }
  var crc = ~UInt32(0)
  for byte in bytes { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
  return ~crc
}
