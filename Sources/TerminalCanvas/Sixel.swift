/// A picture as sixels: columns of six pixels, a colour at a time.
///
/// Sources: DEC, VT330/VT340 Programmer Reference Manual, volume 2, chapter 14 (device control string, raster attributes,
/// colour introducer, repeat introducer); libsixel's `sixel2png` reads it in the tests.
package enum Sixel {
  /// The rows of pixels in a band.
  package static let band = 6

  /// The whole device control string. What is not drawn stays as it is, and no line ends behind the last band: nothing
  /// scrolls where the picture ends above the last row of the screen.
  ///
  /// - Parameters:
  ///   - rgb: Three bytes a pixel, row by row.
  ///   - colors: How many colours the terminal keeps, 2 to 256.
  package static func encode(width: Int, height: Int, rgb: [UInt8], colors: Int) -> [UInt8] {
    let palette = ColorTable(rgb: rgb, limit: colors)
    var out = Array("\u{1B}P0;1q\"1;1;\(width);\(height)".utf8)
    out.reserveCapacity(width * height)
    for (index, color) in palette.colors.enumerated() {
      out += "#\(index);2;\(percent(color.0));\(percent(color.1));\(percent(color.2))".utf8
    }
    var lines = BandLines(width: width, colors: palette.colors.count)
    for top in stride(from: 0, to: height, by: band) {
      if top > 0 { out.append(UInt8(ascii: "-")) }
      for row in top..<min(height, top + band) {
        let bit: UInt8 = 1 << UInt8(row - top)
        var at = row * width * 3
        for column in 0..<width {
          lines.set(bit, color: palette.index(rgb[at], rgb[at + 1], rgb[at + 2]), column: column)
          at += 3
        }
      }
      lines.write(to: &out)
    }
    out += "\u{1B}\\".utf8
    return out
  }

  private static func percent(_ part: UInt8) -> Int { (Int(part) * 100 + 127) / 255 }

  /// The six rows of one band, by colour.
  private struct BandLines {
    let width: Int
    private var bits: [UInt8]
    /// The columns in which each colour is found; empty ones have a first column behind the last.
    private var first: [Int]
    private var last: [Int]
    private var used: [Int] = []

    init(width: Int, colors: Int) {
      self.width = width
      bits = [UInt8](repeating: 0, count: width * colors)
      first = [Int](repeating: width, count: colors)
      last = [Int](repeating: -1, count: colors)
    }

    mutating func set(_ bit: UInt8, color: Int, column: Int) {
      bits[color * width + column] |= bit
      if last[color] < 0 { used.append(color) }
      if column < first[color] { first[color] = column }
      if column > last[color] { last[color] = column }
    }

    /// Writes the band and empties it.
    mutating func write(to out: inout [UInt8]) {
      for (count, color) in used.enumerated() {
        if count > 0 { out.append(UInt8(ascii: "$")) }
        out += "#\(color)".utf8
        append(0, count: first[color], to: &out)
        var run = 0
        var value: UInt8 = 0
        for at in color * width + first[color]...color * width + last[color] {
          if bits[at] == value {
            run += 1
          } else {
            append(value, count: run, to: &out)
            (value, run) = (bits[at], 1)
          }
          bits[at] = 0
        }
        append(value, count: run, to: &out)
        (first[color], last[color]) = (width, -1)
      }
      used.removeAll(keepingCapacity: true)
    }

    private func append(_ value: UInt8, count: Int, to out: inout [UInt8]) {
      if count > 3 {
        out += "!\(count)".utf8
        out.append(value + 0x3F)
      } else {
        for _ in 0..<count { out.append(value + 0x3F) }
      }
    }
  }
}
