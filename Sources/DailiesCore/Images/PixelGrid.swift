/// A small picture for the terminal: rows of pixels, three bytes each.
package struct PixelGrid: Hashable, Sendable {
  package struct Pixel: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  package let width: Int
  package let height: Int
  package let bytes: [UInt8]

  /// Nil unless there are exactly as many bytes as the size asks for.
  package init?(width: Int, height: Int, rgb bytes: [UInt8]) {
    guard width > 0, height > 0, bytes.count == width * height * 3 else { return nil }
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  package subscript(column: Int, row: Int) -> Pixel {
    let at = (row * width + column) * 3
    return Pixel(bytes[at], bytes[at + 1], bytes[at + 2])
  }

  /// What came of drawing a picture for the terminal.
  package enum Drawing: Equatable, Sendable {
    case pixels(PixelGrid)
    /// Neither of the programs is installed that could read it.
    case toolMissing
    case failed(Reason)
  }

  /// The pixels that a picture of this size is drawn with, to fill as much of `columns` x `rows` pixels as it can.
  package static func size(of picture: (width: Int, height: Int), columns: Int, rows: Int) -> (width: Int, height: Int)
  {
    guard picture.width > 0, picture.height > 0, columns > 0, rows > 0 else { return (1, 1) }
    if picture.width * rows > picture.height * columns {
      return (columns, max(1, picture.height * columns / picture.width))
    }
    return (max(1, picture.width * rows / picture.height), rows)
  }
}
