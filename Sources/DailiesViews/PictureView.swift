import DailiesCore
import TerminalCanvas
import VideosAPI

/// A picture, with the frame of a film over it where there is one: in half blocks, over which the terminal shows its pixels
/// where it can; its outline where its pixels are not known.
struct PictureView {
  typealias Frame = Picture.Frame

  let pixels: PixelGrid?
  /// As it is looked at.
  let picture: VideoSize
  var frame: Frame?
  let theme: Theme

  /// What is shown: the picture, and the frame where it reaches beyond.
  private var whole: Frame {
    guard let frame else { return Frame(column: 0, row: 0, width: picture.width, height: picture.height) }
    let (left, top) = (min(0, frame.column), min(0, frame.row))
    return Frame(
      column: left, row: top, width: max(picture.width, frame.column + frame.width) - left,
      height: max(picture.height, frame.row + frame.height) - top)
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let whole = whole
    let size = size(of: whole, in: area, canvas.graphics?.cell)
    let rows = (size.height + 1) / 2
    let place = area.centered(Size(columns: size.width, rows: rows))
    let scale = Scale(whole: whole, width: size.width, height: size.height)
    let pixels = theme.showsPictures ? self.pixels : nil
    if let pixels {
      for row in 0..<rows {
        for column in 0..<size.width {
          let upper = pixel(column, row * 2, scale, pixels)
          let lower = row * 2 + 1 < size.height ? pixel(column, row * 2 + 1, scale, pixels) : nil
          canvas.put(
            theme.halfBlock(upper, lower, isUnderPixels: canvas.graphics != nil), column: place.column + column,
            row: place.row + row)
        }
      }
    } else {
      outline(
        scale.cells(Frame(column: 0, row: 0, width: picture.width, height: picture.height), in: place), .dim,
        on: &canvas)
    }
    if let frame { outline(scale.cells(frame, in: place), .accent, on: &canvas) }
    if let pixels,
      let shown = Picture(
        width: pixels.width, height: pixels.height, rgb: pixels.bytes, size: (picture.width, picture.height),
        whole: whole, frame: frame)
    {
      canvas.place(shown, in: place)
    }
  }

  /// The half blocks that show it in its own shape: cells are twice as high as wide, unless the terminal says otherwise.
  private func size(of whole: Frame, in area: Rect, _ cell: CellPixels?) -> (width: Int, height: Int) {
    guard let cell else {
      return PixelGrid.size(of: (whole.width, whole.height), columns: area.columns, rows: area.rows * 2)
    }
    let (width, height) = PixelGrid.size(
      of: (whole.width, whole.height), columns: area.columns * cell.width, rows: area.rows * cell.height)
    return (max(1, (width + cell.width / 2) / cell.width), max(1, (height + cell.height / 2) / cell.height) * 2)
  }

  /// Where a place of the drawing lies in the picture.
  private struct Scale {
    let whole: Frame
    let width: Int
    let height: Int

    func column(_ column: Int) -> Int { whole.column + column * whole.width / width }
    func row(_ row: Int) -> Int { whole.row + row * whole.height / height }

    /// The cells that a rectangle of the picture covers.
    func cells(_ frame: Frame, in place: Rect) -> Rect {
      let left = (frame.column - whole.column) * width / whole.width
      let right = (frame.column + frame.width - whole.column) * width / whole.width
      let top = (frame.row - whole.row) * height / whole.height / 2
      let bottom = ((frame.row + frame.height - whole.row) * height / whole.height + 1) / 2
      return Rect(
        column: place.column + left, row: place.row + top, columns: max(2, right - left),
        rows: max(2, min(place.rows, bottom) - top))
    }
  }

  /// Nil outside the picture: a bar. What the frame leaves out is darker.
  private func pixel(_ column: Int, _ row: Int, _ scale: Scale, _ pixels: PixelGrid) -> PixelGrid.Pixel? {
    let (x, y) = (scale.column(column), scale.row(row))
    guard (0..<picture.width).contains(x), (0..<picture.height).contains(y) else { return nil }
    let pixel = pixels[x * pixels.width / picture.width, y * pixels.height / picture.height]
    guard let frame else { return pixel }
    let isInside =
      (frame.column..<frame.column + frame.width).contains(x) && (frame.row..<frame.row + frame.height).contains(y)
    return isInside ? pixel : pixel.darker
  }

  private func outline(_ rect: Rect, _ role: Role, on canvas: inout Canvas) {
    let (right, bottom) = (rect.endColumn - 1, rect.endRow - 1)
    func put(_ text: String, _ column: Int, _ row: Int) {
      guard row >= 0, row < canvas.size.rows, column >= 0, column < canvas.size.columns else { return }
      var style = theme.style(role).adding(.bold)
      style.background = canvas[column, row].style.background
      canvas.put(Cell(text: text, width: 1, style: style), column: column, row: row)
    }
    for column in rect.column..<rect.endColumn {
      put(theme.horizontal, column, rect.row)
      put(theme.horizontal, column, bottom)
    }
    for row in rect.row..<rect.endRow {
      put(theme.vertical, rect.column, row)
      put(theme.vertical, right, row)
    }
    let places = [(rect.column, rect.row), (right, rect.row), (right, bottom), (rect.column, bottom)]
    for (corner, (column, row)) in zip(theme.corners, places) { put(corner, column, row) }
  }
}

extension PixelGrid.Pixel {
  var darker: Self { Self(red / 3, green / 3, blue / 3) }

  /// 0 to 255, by the weights of ITU-R BT.601.
  var brightness: Int { (Int(red) * 299 + Int(green) * 587 + Int(blue) * 114) / 1000 }

  /// The nearest of the fixed 240 colours: a cube of 6 x 6 x 6 from 16 on, then 24 greys.
  var index: UInt8 {
    let levels = [0, 95, 135, 175, 215, 255]
    func nearest(_ value: UInt8) -> Int {
      value < 48 ? 0 : value < 115 ? 1 : min(5, (Int(value) - 35) / 40)
    }
    let steps = [nearest(red), nearest(green), nearest(blue)]
    func distance(_ red: Int, _ green: Int, _ blue: Int) -> Int {
      let (one, two, three) = (Int(self.red) - red, Int(self.green) - green, Int(self.blue) - blue)
      return one * one + two * two + three * three
    }
    let grey = max(0, min(23, (brightness - 3) / 10))
    let greyLevel = 8 + 10 * grey
    let cube = distance(levels[steps[0]], levels[steps[1]], levels[steps[2]])
    return distance(greyLevel, greyLevel, greyLevel) < cube
      ? UInt8(232 + grey) : UInt8(16 + 36 * steps[0] + 6 * steps[1] + steps[2])
  }

  /// As it is, but for steps that nobody sees: so neighbours are more often the same, and a fifth less is sent.
  var exact: Color {
    func step(_ value: UInt8) -> UInt8 { (min(253, value) + 2) & 0xFC }
    return .rgb(step(red), step(green), step(blue))
  }
}

extension Theme {
  /// Two pixels, one above the other, in one cell; nil is a black bar. Without 240 colours of fixed look, a shade.
  ///
  /// - Parameter isUnderPixels: Few will see it: the shorter colours are enough.
  func halfBlock(_ upper: PixelGrid.Pixel?, _ lower: PixelGrid.Pixel?, isUnderPixels: Bool) -> Cell {
    let black = PixelGrid.Pixel(0, 0, 0)
    guard palette == .colors256 else {
      let light = ((upper ?? black).brightness + (lower ?? black).brightness) / 2
      let shades = lines == .thin ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "*", "#"]
      return Cell(text: shades[min(4, light / 52)], width: 1, style: .plain)
    }
    func color(_ pixel: PixelGrid.Pixel?) -> Color {
      let pixel = pixel ?? black
      return hasTrueColor && !isUnderPixels ? pixel.exact : .indexed(pixel.index)
    }
    guard lines == .thin else { return Cell(text: " ", width: 1, style: Style(background: color(upper))) }
    return Cell(text: "▀", width: 1, style: Style(foreground: color(upper), background: color(lower ?? upper)))
  }
}
