/// Pixels that a terminal is to show as such, with what is drawn over them: the frame that is kept of a picture, and bars
/// where the frame reaches beyond it.
///
/// Frames are kept as bytes that all copies share, so that comparing two of them costs nothing while they are the same.
package struct Picture: Equatable, Sendable {
  /// A rectangle in pixels of the picture as it is looked at; it may reach beyond it.
  package struct Frame: Hashable, Sendable {
    package var column: Int
    package var row: Int
    package var width: Int
    package var height: Int

    package init(column: Int, row: Int, width: Int, height: Int) {
      self.column = column
      self.row = row
      self.width = width
      self.height = height
    }
  }

  /// Of the pixels there are.
  package let width: Int
  package let height: Int
  /// Row by row, three bytes a pixel.
  private let rgb: [UInt8]
  /// The picture as it is looked at, which frames are measured in; the pixels may be fewer.
  private let size: Frame
  /// What of the picture is shown; outside of it all is black.
  private let whole: Frame
  /// What is left of the picture: outlined, and what is outside of it is darker. Nil: all of it.
  private let frame: Frame?

  /// - Parameters:
  ///   - rgb: Three bytes a pixel, row by row; with another count of them, or no pixels, there is no picture.
  ///   - size: How large the picture is in the measure of the frames; nil: as large as the pixels are.
  package init?(
    width: Int, height: Int, rgb: [UInt8], size: (width: Int, height: Int)? = nil, whole: Frame? = nil,
    frame: Frame? = nil
  ) {
    let size = Frame(column: 0, row: 0, width: size?.width ?? width, height: size?.height ?? height)
    let whole = whole ?? size
    guard width > 0, height > 0, rgb.count == width * height * 3, size.width > 0, size.height > 0, whole.width > 0,
      whole.height > 0
    else { return nil }
    self.width = width
    self.height = height
    self.rgb = rgb
    self.size = size
    self.whole = whole
    self.frame = frame
  }

  /// The pixels to send for a place of `width` x `height` pixels when at most `limit` of them may be sent, for a terminal
  /// that stretches what it gets: no more than there are, unless something is drawn over them.
  package func extent(in width: Int, by height: Int, limit: Int) -> (width: Int, height: Int) {
    let isPlain = frame == nil && whole == size
    let wanted = isPlain ? (min(width, self.width), min(height, self.height)) : (width, height)
    let scale = min(1, (Double(limit) / Double(max(1, wanted.0 * wanted.1))).squareRoot())
    return (max(1, Int(Double(wanted.0) * scale)), max(1, Int(Double(wanted.1) * scale)))
  }

  /// Everything drawn in `width` x `height` pixels, three bytes each.
  package func pixels(width: Int, height: Int) -> [UInt8] {
    guard width > 0, height > 0 else { return [] }
    if frame == nil, whole == size, width == self.width, height == self.height { return rgb }
    var drawn = [UInt8](repeating: 0, count: width * height * 3)
    // Where each column comes from; -1 outside the picture.
    let columns = (0..<width).map {
      Self.source(whole.column + $0 * whole.width / width, of: size.width, in: self.width)
    }
    let kept = frame.map { frame in
      (0..<width).map { (frame.column..<frame.column + frame.width).contains(whole.column + $0 * whole.width / width) }
    }
    for row in 0..<height {
      let place = whole.row + row * whole.height / height
      let source = Self.source(place, of: size.height, in: self.height)
      guard source >= 0 else { continue }
      let isRowKept = frame.map { (frame: Frame) in (frame.row..<frame.row + frame.height).contains(place) } ?? true
      var at = row * width * 3
      for column in 0..<width {
        if columns[column] >= 0 {
          let from = (source * self.width + columns[column]) * 3
          let divisor: UInt8 = isRowKept && kept?[column] ?? true ? 1 : 3
          for part in 0..<3 { drawn[at + part] = rgb[from + part] / divisor }
        }
        at += 3
      }
    }
    if let frame { outline(frame, in: &drawn, width, height) }
    return drawn
  }

  private static func source(_ place: Int, of size: Int, in count: Int) -> Int {
    (0..<size).contains(place) ? place * count / size : -1
  }

  /// A white line of two pixels, just inside the frame.
  private func outline(_ frame: Frame, in drawn: inout [UInt8], _ width: Int, _ height: Int) {
    let left = max(0, (frame.column - whole.column) * width / whole.width)
    let right = min(width, (frame.column + frame.width - whole.column) * width / whole.width) - 1
    let top = max(0, (frame.row - whole.row) * height / whole.height)
    let bottom = min(height, (frame.row + frame.height - whole.row) * height / whole.height) - 1
    guard left <= right, top <= bottom else { return }
    for row in top...bottom {
      let isEdge = row < top + 2 || row > bottom - 2
      for column in left...right where isEdge || column < left + 2 || column > right - 2 {
        let at = (row * width + column) * 3
        for part in 0..<3 { drawn[at + part] = 255 }
      }
    }
  }
}
