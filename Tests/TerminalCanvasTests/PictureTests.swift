import TestSupport
import Testing

@testable import TerminalCanvas

/// What is sent to terminals that show pixels, as programs read it that are not ours.
@Suite struct PictureTests {
  enum Motif: String, CaseIterable, Sendable {
    case flat, gradient, noise, stripes
  }

  /// Three bytes a pixel.
  static func pixels(_ motif: Motif, _ width: Int, _ height: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 7)
    return (0..<width * height).flatMap { at -> [UInt8] in
      let (x, y) = (at % width, at / width)
      switch motif {
      case .flat: return [12, 200, 99]
      case .gradient: return [UInt8(x * 255 / width), UInt8(y * 255 / height), UInt8((x + y) % 256)]
      case .noise: return (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }
      case .stripes: return x / 3 % 2 == 0 ? [255, 255, 255] : [0, 0, UInt8(y % 2 * 128)]
      }
    }
  }

  @Test(arguments: Motif.allCases, [(1, 1), (3, 2), (97, 61), (320, 180)])
  func ffmpegReadsEveryPixelOfAPNGAsItIs(motif: Motif, size: (width: Int, height: Int)) throws {
    let rgb = Self.pixels(motif, size.width, size.height)
    let png = PNG.encode(width: size.width, height: size.height, rgb: rgb)
    let read = try OtherProgram.pixels(ofPNG: png)
    #expect(read.width == size.width && read.height == size.height)
    #expect(read.rgb == rgb)
    // What repeats itself takes little, and noise hardly more than it is.
    if rgb.count > 10_000, motif == .flat || motif == .stripes { #expect(png.count < rgb.count / 20) }
    #expect(png.count < rgb.count + rgb.count / 50 + 400)
  }

  @Test func kittyGetsThePNGInPiecesThatItTakes() throws {
    let rgb = Self.pixels(.noise, 64, 48)
    let bytes = KittyGraphics.showing(
      png: PNG.encode(width: 64, height: 48, rgb: rgb), id: 77, columns: 8, rows: 3)
    let pictures = KittyReader.pictures(in: bytes)
    #expect(pictures.count == 1)
    let picture = try #require(pictures.first)
    #expect(picture.keys == "a=T,f=100,t=d,i=77,p=1,c=8,r=3,C=1,q=2")
    #expect(picture.pieces.count > 1)
    #expect(picture.pieces.allSatisfy { $0 <= 4096 })
    #expect(picture.pieces.dropLast().allSatisfy { $0 % 4 == 0 })
    let read = try OtherProgram.pixels(ofPNG: picture.payload)
    #expect(read.width == 64 && read.rgb == rgb)
  }

  /// The most that a part of a pixel may be off on average, and the furthest that any may be, with so many colours: flat
  /// pictures come through but for sixel's percents, noise cannot.
  @Test(arguments: [
    (Motif.flat, 256, 1.5, 3), (.stripes, 256, 1.5, 3), (.gradient, 256, 8, 48), (.gradient, 64, 14, 72),
    (.noise, 256, 24, 110), (.stripes, 2, 48, 132),
  ])
  func sixel2pngReadsTheColoursThatWereMeant(motif: Motif, colors: Int, average: Double, furthest: Int) throws {
    let (width, height) = (101, 60)
    let rgb = Self.pixels(motif, width, height)
    let sixel = Sixel.encode(width: width, height: height, rgb: rgb, colors: colors)
    let read = try OtherProgram.pixels(ofSixel: sixel)
    try #require(read.width == width && read.height == height)
    let errors = zip(rgb, read.rgb).map { abs(Int($0) - Int($1)) }
    #expect(Double(errors.reduce(0, +)) / Double(errors.count) <= average)
    #expect(errors.max() ?? 0 <= furthest)
  }

  @Test func sixelEndsInItsLastBandAndKeepsToTheColoursThereAre() {
    let text = String(
      decoding: Sixel.encode(width: 30, height: 13, rgb: Self.pixels(.noise, 30, 13), colors: 16), as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}P0;1q\"1;1;30;13#"))
    #expect(text.hasSuffix("\u{1B}\\"))
    // Three bands: a line ends behind the first and the second one only.
    #expect(text.count { $0 == "-" } == 2)
    #expect(!text.hasSuffix("-\u{1B}\\"))
    #expect(text.matches(of: /#(\d+);2;/).compactMap { Int($0.1) }.max() == 15)
  }

  @Test func aFrameIsOutlinedWithWhatItLeavesOutDarker() throws {
    let picture = try #require(
      Picture(
        width: 4, height: 2, rgb: Array(repeating: 90, count: 24), size: (400, 200),
        whole: Picture.Frame(column: -100, row: 0, width: 600, height: 200),
        frame: Picture.Frame(column: 100, row: 0, width: 200, height: 200)))
    let drawn = picture.pixels(width: 60, height: 20)
    func value(_ column: Int, _ row: Int) -> UInt8 { drawn[(row * 60 + column) * 3] }
    #expect(value(5, 10) == 0)  // a bar, outside the picture
    #expect(value(15, 10) == 30)  // left out
    #expect(value(20, 10) == 255 && value(39, 19) == 255)  // the line
    #expect(value(30, 10) == 90)  // kept
    #expect(value(55, 10) == 0)
  }

  @Test func noMorePixelsAreSentThanThereAreAndThanMayBe() throws {
    let picture = try #require(Picture(width: 40, height: 20, rgb: Self.pixels(.noise, 40, 20)))
    #expect(picture.extent(in: 400, by: 200, limit: 10_000) == (40, 20))
    #expect(picture.extent(in: 400, by: 200, limit: 200) == (20, 10))
    #expect(picture.pixels(width: 40, height: 20) == Self.pixels(.noise, 40, 20))
    #expect(picture.pixels(width: 20, height: 10).count == 600)
    #expect(Picture(width: 40, height: 20, rgb: [1, 2, 3]) == nil)
  }
}
