package import TerminalCanvas

/// A frame as an SVG picture: text as text, each glyph in its column whatever font the reader has, lines and bars as
/// shapes. It has a dark background of its own, so it reads on light and dark pages alike.
package struct ScreenPicture {
  private static let cell = (width: 8.4, height: 18.0)
  private static let fontSize = 14
  /// Two columns hold a square that is larger than a letter.
  private static let wideFontSize = 16
  private static let baseline = 13.0
  private static let margin = 12.0

  private let canvas: Canvas
  private var shapes: [String] = []
  private var texts: [String] = []

  private init(_ canvas: Canvas) {
    self.canvas = canvas
    for row in 0..<canvas.size.rows {
      drawGrounds(row)
      drawCells(row)
    }
    if let caret = canvas.caret {
      shapes.append(rectangle(Double(caret.column), caret.row, columns: 1, fill: Palette.foreground, opacity: 0.45))
    }
  }

  /// - Parameter title: Read out in place of the picture.
  package static func svg(of canvas: Canvas, title: String) -> String {
    let picture = ScreenPicture(canvas)
    let width = number(Double(canvas.size.columns) * cell.width + 2 * margin)
    let height = number(Double(canvas.size.rows) * cell.height + 2 * margin)
    let fonts = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img">
      <title>\(escaped(title))</title>
      <rect width="100%" height="100%" rx="8" fill="\(Palette.background)"/>
      <g transform="translate(\(number(margin)) \(number(margin)))">
      <g shape-rendering="crispEdges">
      \(picture.shapes.joined(separator: "\n"))
      </g>
      <g font-family="\(fonts)" font-size="\(fontSize)" fill="\(Palette.foreground)" xml:space="preserve">
      \(picture.texts.joined(separator: "\n"))
      </g>
      </g>
      </svg>

      """
  }

  // MARK: Grounds

  private mutating func drawGrounds(_ row: Int) {
    for run in runs(row, by: { Palette.colors(of: $0.style).background }) {
      guard let fill = Palette.colors(of: canvas[run.lowerBound, row].style).background else { continue }
      shapes.append(rectangle(Double(run.lowerBound), row, columns: Double(run.count), fill: fill))
    }
  }

  // MARK: Cells

  private mutating func drawCells(_ row: Int) {
    for run in runs(row, by: \.style) {
      let style = canvas[run.lowerBound, row].style
      for part in split(run, row) {
        let text = canvas[part.lowerBound, row].text
        if let box = BoxDrawing(text) {
          draw(box, part, row, style)
        } else {
          drawText(part, row, style)
        }
      }
    }
  }

  /// Parts of a run that are drawn in one go: text without wide glyphs, one wide glyph, or lines. Blanks are left out.
  private func split(_ run: Range<Int>, _ row: Int) -> [Range<Int>] {
    enum Kind: Equatable {
      case blank
      case box(String)
      case narrow
      case wide(Int)
    }
    func kind(_ column: Int) -> Kind {
      let cell = canvas[column, row]
      if cell.width == 0 { return .wide(column - 1) }
      if cell.width == 2 { return .wide(column) }
      if cell.text == " " { return .blank }
      if let box = BoxDrawing(cell.text) { return box.isEndless ? .box(cell.text) : .wide(column) }
      return cell.text.utf8.count == 1 ? .narrow : .wide(column)
    }
    var parts: [Range<Int>] = []
    var start = run.lowerBound
    while start < run.upperBound {
      var end = start + 1
      while end < run.upperBound, kind(end) == kind(start) || joins(end, row, run.upperBound, kind(start) == .narrow) {
        end += 1
      }
      if kind(start) != .blank { parts.append(start..<end) }
      start = end
    }
    return parts
  }

  /// Whether a single blank between two narrow glyphs goes with them, so that lines of text stay whole.
  private func joins(_ column: Int, _ row: Int, _ end: Int, _ isNarrow: Bool) -> Bool {
    guard isNarrow, canvas[column, row].text == " ", column + 1 < end else { return false }
    let next = canvas[column + 1, row]
    return next.width == 1 && next.text != " " && next.text.utf8.count == 1
  }

  private mutating func drawText(_ part: Range<Int>, _ row: Int, _ style: Style) {
    let text = part.map { canvas[$0, row].text }.joined()
    let y = Self.number(Double(row) * Self.cell.height + Self.baseline)
    var attributes: String
    if canvas[part.lowerBound, row].width == 2 {
      let middle = Self.number(Double(part.lowerBound + 1) * Self.cell.width)
      attributes = "x=\"\(middle)\" y=\"\(y)\" text-anchor=\"middle\" font-size=\"\(Self.wideFontSize)\""
    } else {
      attributes = "x=\"\(Self.number(Double(part.lowerBound) * Self.cell.width))\" y=\"\(y)\""
    }
    // The reader's font decides about the width of a glyph, the grid about that of the text.
    if part.count > 1, canvas[part.lowerBound, row].width == 1 {
      attributes += " textLength=\"\(Self.number(Double(part.count) * Self.cell.width))\""
      attributes += " lengthAdjust=\"spacingAndGlyphs\""
    }
    let fill = Palette.colors(of: style).foreground
    if fill != Palette.foreground { attributes += " fill=\"\(fill)\"" }
    if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if style.attributes.contains(.dim) { attributes += " opacity=\"0.6\"" }
    if style.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    texts.append("<text \(attributes)>\(Self.escaped(text))</text>")
  }

  /// Shapes that go from one side of their cell to the other are drawn as one over the whole part.
  private mutating func draw(_ box: BoxDrawing, _ part: Range<Int>, _ row: Int, _ style: Style) {
    let fill = Palette.colors(of: style).foreground
    let (width, height) = Self.cell
    let (x, y) = (Double(part.lowerBound) * width, Double(row) * height)
    let opacity = box.opacity == 1 ? "" : " opacity=\"\(Self.number(box.opacity))\""
    for area in box.areas {
      let columns = area.width * Double(box.isEndless ? part.count : 1)
      shapes.append(
        "<rect x=\"\(Self.number(x + area.x * width))\" y=\"\(Self.number(y + area.y * height))\" "
          + "width=\"\(Self.number(columns * width))\" height=\"\(Self.number(area.height * height))\" "
          + "fill=\"\(fill)\"\(opacity)/>")
    }
  }

  // MARK: Form

  private func runs<Value: Equatable>(_ row: Int, by value: (Cell) -> Value) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < canvas.size.columns {
      var end = start + 1
      while end < canvas.size.columns, value(canvas[end, row]) == value(canvas[start, row]) { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  private func rectangle(_ column: Double, _ row: Int, columns: Double, fill: String, opacity: Double = 1) -> String {
    let x = Self.number(column * Self.cell.width)
    let y = Self.number(Double(row) * Self.cell.height)
    let size = "width=\"\(Self.number(columns * Self.cell.width))\" height=\"\(Self.number(Self.cell.height))\""
    let veil = opacity == 1 ? "" : " opacity=\"\(Self.number(opacity))\""
    return "<rect x=\"\(x)\" y=\"\(y)\" \(size) fill=\"\(fill)\"\(veil)/>"
  }

  /// With two digits after the point at most.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
