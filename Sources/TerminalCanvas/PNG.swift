import CZlib

/// A picture as a PNG of eight bits a part, without a palette.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)": sections 5 (chunks), 9 (filters).
package enum PNG {
  package static func encode(width: Int, height: Int, rgb: [UInt8]) -> [UInt8] {
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    append("IHDR", bytes(UInt32(width)) + bytes(UInt32(height)) + [8, 2, 0, 0, 0], to: &png)
    append("IDAT", compressed(filtered(rgb, stride: width * 3, height: height)), to: &png)
    append("IEND", [], to: &png)
    return png
  }

  private static func append(_ type: String, _ body: [UInt8], to png: inout [UInt8]) {
    let checked = Array(type.utf8) + body
    png += bytes(UInt32(body.count)) + checked + bytes(checksum(checked))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
  }

  /// CRC-32, Annex D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
  }

  /// As a zlib stream (RFC 1950), quickly: terminals are often at the other end of a connection, and somebody waits.
  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
      // It fails for want of memory alone: room there is.
      precondition(compress2(buffer.baseAddress, &count, bytes, uLong(bytes.count), Z_BEST_SPEED) == Z_OK)
      filled = Int(count)
    }
  }

  /// Each row as its difference from what is left of it (1) or above it (2), whichever leaves less.
  private static func filtered(_ rgb: [UInt8], stride: Int, height: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((stride + 1) * height)
    var (left, above) = ([UInt8](repeating: 0, count: stride), [UInt8](repeating: 0, count: stride))
    for row in 0..<height {
      let start = row * stride
      var (leftSum, aboveSum) = (0, 0)
      for at in 0..<stride {
        let byte = rgb[start + at]
        left[at] = byte &- (at < 3 ? 0 : rgb[start + at - 3])
        above[at] = byte &- (row == 0 ? 0 : rgb[start + at - stride])
        leftSum += Int(Int8(bitPattern: left[at]).magnitude)
        aboveSum += Int(Int8(bitPattern: above[at]).magnitude)
      }
      out.append(leftSum < aboveSum ? 1 : 2)
      out += leftSum < aboveSum ? left : above
    }
    return out
  }
}
