package import NIOCore
package import VideosAPI

/// A made-up film of any number of bytes: an MP4 by its boxes, with nothing to be seen.
///
/// Each part of it is computed when it is asked for, so that a film of many gigabytes takes no memory. The bytes of its
/// `mdat` repeat after a prime number of them, so that a part put in a wrong place is a different film.
///
/// Source: ISO/IEC 14496-12 (4.2 box, 4.3 ftyp, 8.2.2 mvhd, 8.3.2 tkhd).
package struct SyntheticFilm: Sendable {
  package let byteCount: Int
  private let head: [UInt8]

  private static let pattern: ByteBuffer = {
    let period = 65_521
    let bytes = (0..<period).map { UInt8(truncatingIfNeeded: mixed(UInt64($0))) }
    return ByteBuffer(bytes: bytes + bytes)
  }()
  private static let period = 65_521

  /// - Parameter byteCount: The length of the whole; raised to that of the boxes without content where it is less.
  package init(byteCount: Int, size: VideoSize, seconds: Int) {
    let boxes = Self.fileType + Self.movie(size: size, seconds: seconds)
    self.byteCount = max(byteCount, boxes.count + 16)
    // A box size of 1 says that the real one follows in 64 bits.
    let data = UInt32(1).bigEndianBytes + Array("mdat".utf8) + UInt64(self.byteCount - boxes.count).bigEndianBytes
    head = boxes + data
  }

  /// The bytes at these places, counted from the film's beginning.
  package func bytes(_ range: Range<Int>) -> ByteBuffer {
    var bytes = ByteBuffer()
    bytes.reserveCapacity(range.count)
    if range.lowerBound < head.count { bytes.writeBytes(head[range.clamped(to: 0..<head.count)]) }
    var place = max(range.lowerBound, head.count)
    while place < range.upperBound {
      let phase = place % Self.period
      let count = min(Self.period, range.upperBound - place)
      bytes.writeImmutableBuffer(Self.pattern.getSlice(at: phase, length: count) ?? ByteBuffer())
      place += count
    }
    return bytes
  }

  private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    UInt32(8 + content.count).bigEndianBytes + Array(type.utf8) + content
  }

  private static var fileType: [UInt8] {
    box("ftyp", Array("isom".utf8) + UInt32(512).bigEndianBytes + Array("isomiso2avc1mp41".utf8))
  }

  private static func movie(size: VideoSize, seconds: Int) -> [UInt8] {
    let milliseconds = UInt32(clamping: seconds * 1000)
    let unity: [UInt32] = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000]
    func words(_ words: [UInt32]) -> [UInt8] { words.flatMap(\.bigEndianBytes) }
    // Version and flags, times, scale, length, rate, volume, reserved, matrix, predefined, next track.
    let movieHeader = words(
      [0, 0, 0, 1000, milliseconds, 0x10000, 0x100_0000, 0, 0] + unity + [0, 0, 0, 0, 0, 0, 2])
    // Version and flags (enabled, in movie), times, track, reserved, length, reserved, layer, volume, matrix, sides.
    let sides = [UInt32(clamping: size.width) << 16, UInt32(clamping: size.height) << 16]
    let trackHeader = words([3, 0, 0, 1, 0, milliseconds, 0, 0, 0, 0] + unity + sides)
    return box("moov", box("mvhd", movieHeader) + box("trak", box("tkhd", trackHeader)))
  }
}
