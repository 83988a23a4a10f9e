import DailiesCore
import TestSupport
import Testing
import VideosAPI

/// Headers of pictures, made by hand after their specifications.
@Suite struct PictureFactsTests {
  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(width, 4)
      + big(height, 4) + [8, 2, 0, 0, 0]
  }

  private static func exif(_ orientation: Int, isLittle: Bool) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] { isLittle ? little(value, count) : big(value, count) }
    let other = number(0x010F, 2) + number(2, 2) + number(4, 4) + number(0, 4)
    let entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2)
    return Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2) + other + entry
      + number(0, 4)
  }

  static func jpeg(_ width: Int, _ height: Int, orientation: Int? = nil, isLittle: Bool = true, frame: UInt8 = 0xC0)
    -> [UInt8]
  {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + big(16, 2) + Array("JFIF\0".utf8) + [UInt8](repeating: 0, count: 9)
    if let orientation {
      let body = Array("Exif\0\0".utf8) + exif(orientation, isLittle: isLittle)
      bytes += [0xFF, 0xE1] + big(body.count + 2, 2) + body
    }
    bytes += [0xFF, 0xC4] + big(4, 2) + [0, 0] + [0xFF, 0xFF, frame] + big(17, 2) + [8]
    return bytes + big(height, 2) + big(width, 2) + [UInt8](repeating: 0, count: 10)
  }

  private static func riff(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    Array(name.utf8) + little(body.count, 4) + body + (body.count % 2 == 1 ? [0] : [])
  }

  private func expect(
    _ bytes: [UInt8], _ type: ImageMediaType, _ width: Int, _ height: Int, _ orientation: Int = 1,
    at location: SourceLocation = #_sourceLocation
  ) {
    let facts = PictureFacts(
      mediaType: type, width: width, height: height, orientation: orientation, byteCount: bytes.count)
    #expect(PictureFacts(reading: bytes) == facts, sourceLocation: location)
  }

  @Test func aPNGGivesItsSize() { expect(Self.png(1920, 1080), .png, 1920, 1080) }

  @Test(arguments: [true, false]) func aPNGGivesItsMarkWhereverItsChunkStands(isLittle: Bool) {
    func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
      Self.big(body.count, 4) + Array(name.utf8) + body + [1, 2, 3, 4]
    }
    let mark = chunk("eXIf", Self.exif(6, isLittle: isLittle))
    let pixels = chunk("IDAT", [UInt8](repeating: 7, count: 300))
    // The checksum of the header, which the short form leaves out.
    let header = Self.png(1920, 1080) + [0, 0, 0, 0]
    expect(header + mark + pixels, .png, 1920, 1080, 6)
    expect(header + chunk("gAMA", [0, 0, 0, 1]) + pixels + mark, .png, 1920, 1080, 6)
    expect(header + pixels, .png, 1920, 1080)
    expect(header + mark.prefix(20), .png, 1920, 1080)
  }

  @Test func aJPEGGivesItsSizeAndItsMark() {
    expect(Self.jpeg(640, 480), .jpeg, 640, 480)
    expect(Self.jpeg(640, 480, frame: 0xC2), .jpeg, 640, 480)
    for orientation in 1...8 {
      for isLittle in [true, false] {
        expect(
          Self.jpeg(640, 480, orientation: orientation, isLittle: isLittle), .jpeg, 640, 480, orientation)
      }
    }
    expect(Self.jpeg(640, 480, orientation: 9), .jpeg, 640, 480, 1)
  }

  @Test func aWebPGivesItsSizeInEachOfItsForms() {
    let lossy: [UInt8] = [0x30, 0x01, 0x00, 0x9D, 0x01, 0x2A] + Self.little(800, 2) + Self.little(600 | 0x4000, 2)
    expect(Self.riff(Self.chunk("VP8 ", lossy)), .webp, 800, 600)
    let lossless: [UInt8] = [0x2F] + Self.little(799 | 599 << 14, 4)
    expect(Self.riff(Self.chunk("VP8L", lossless)), .webp, 800, 600)
    let extended = [0x08, 0, 0, 0] + Self.little(3999, 3) + Self.little(2999, 3)
    expect(Self.riff(Self.chunk("VP8X", extended)), .webp, 4000, 3000)
    let marked =
      Self.chunk("VP8X", extended) + Self.chunk("odd ", [1]) + Self.chunk("EXIF", Self.exif(8, isLittle: true))
    expect(Self.riff(marked), .webp, 4000, 3000, 8)
  }

  @Test func headersThatAreCutOrBrokenGiveNothing() {
    let whole = [Self.png(9, 9), Self.jpeg(9, 9, orientation: 6)]
    for bytes in whole {
      for count in 0..<bytes.count - 11 { #expect(PictureFacts(reading: Array(bytes.prefix(count))) == nil) }
    }
    #expect(PictureFacts(reading: Self.png(0, 9)) == nil)
    #expect(PictureFacts(reading: [0xFF, 0xD8, 0xFF, 0xDA, 0, 2]) == nil)
    #expect(PictureFacts(reading: Array("GIF89a".utf8)) == nil)
  }

  @Test func randomBytesNeverBreakTheReader() {
    var generator = SeededGenerator(seed: 5)
    let starts: [[UInt8]] = [
      Self.png(9, 9), Self.jpeg(9, 9, orientation: 6), [0xFF, 0xD8, 0xFF], Self.riff(Self.chunk("VP8X", [])),
      Self.riff(Self.chunk("VP8L", [0x2F])), [],
    ]
    for round in 0..<20_000 {
      var bytes = starts[round % starts.count]
      bytes += (0..<Int.random(in: 0...80, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if let facts = PictureFacts(reading: bytes) {
        #expect(facts.width > 0 && facts.height > 0 && (1...8).contains(facts.orientation))
      }
    }
  }

  @Test func aTurnedPictureIsMeasuredAsItIsLookedAt() {
    let facts = PictureFacts(mediaType: .jpeg, width: 4000, height: 3000, orientation: 6, byteCount: 1)
    #expect(facts.shown == VideoSize(width: 3000, height: 4000))
    #expect(
      facts.crop(to: VideoSize(width: 720, height: 1280)) == PictureCrop(column: 375, row: 0, width: 2250, height: 4000)
    )
    #expect(
      facts.crop(to: VideoSize(width: 1280, height: 720))
        == PictureCrop(column: 0, row: 1156, width: 3000, height: 1687))
  }

  @Test func aShapeThatDiffersByLessThanAHundredthFits() {
    func fits(_ width: Int, _ height: Int) -> Bool {
      PictureFacts(mediaType: .png, width: width, height: height, byteCount: 1)
        .fits(VideoSize(width: 1280, height: 720))
    }
    #expect(fits(1920, 1080))
    #expect(fits(1366, 768))
    #expect(!fits(1024, 768))
    #expect(!fits(720, 1280))
  }
}
