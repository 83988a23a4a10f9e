/// Builds MP4 boxes by hand.
///
/// Source: ISO/IEC 14496-12, sections 4.2, 8.2.2, 8.3.2 and 8.4.3.
enum Boxes {
  static let unity: [UInt32] = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000]

  static let ftyp = box("ftyp", Array("isom".utf8) + words([512]) + Array("isomavc1".utf8))

  static func film(width: UInt32, height: UInt32, milliseconds: UInt32, media: [UInt8] = [1, 2, 3, 4]) -> [UInt8] {
    ftyp + box("moov", mvhd(milliseconds: milliseconds) + trak(width: width, height: height)) + box("mdat", media)
  }

  static func film(tracks: [UInt8], version: UInt8 = 0) -> [UInt8] {
    ftyp + box("moov", mvhd(milliseconds: 8000, version: version) + tracks) + box("mdat", [1, 2, 3, 4])
  }

  static func box(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    words([UInt32(8 + content.count)]) + Array(kind.utf8) + content
  }

  /// A box whose size is given in 64 bits.
  static func largeBox(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    words([1]) + Array(kind.utf8) + words([0, UInt32(16 + content.count)]) + content
  }

  static func mvhd(milliseconds: UInt32, version: UInt8 = 0) -> [UInt8] {
    let times: [UInt32] = version == 1 ? [0, 0, 0, 0, 1000, 0, milliseconds] : [0, 0, 1000, milliseconds]
    return box(
      "mvhd", [version, 0, 0, 0] + words(times + [0x10000, 0x100_0000, 0, 0] + unity + [0, 0, 0, 0, 0, 0, 2]))
  }

  /// - Parameter handler: What its media are (`vide`, `soun`); nil: it does not say.
  static func trak(
    width: UInt32, height: UInt32, matrix: [UInt32] = unity, version: UInt8 = 0, handler: String? = nil
  ) -> [UInt8] {
    let times: [UInt32] = version == 1 ? [0, 0, 0, 0, 1, 0, 0, 8000] : [0, 0, 1, 0, 8000]
    let sides = [width << 16, height << 16]
    let tkhd = box("tkhd", [version, 0, 0, 3] + words(times + [0, 0, 0, 0] + matrix + sides))
    return box("trak", tkhd + (handler.map { box("mdia", hdlr($0)) } ?? []))
  }

  static func hdlr(_ handler: String) -> [UInt8] {
    box("hdlr", words([0, 0]) + Array(handler.utf8) + words([0, 0, 0]) + [0])
  }

  private static func words(_ words: [UInt32]) -> [UInt8] {
    words.flatMap {
      [
        UInt8(truncatingIfNeeded: $0 >> 24), UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8),
        UInt8(truncatingIfNeeded: $0),
      ]
    }
  }
}
