/// A grid of cells with an optional caret: one frame, as a value. Equal states of a program draw equal canvases.
///
/// Every way in cuts what does not fit and passes text through ``PrintableText``, so a canvas never holds a control
/// character, half of a two-column cluster, or a cell that the terminal would not show as one cell.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  /// How wide this terminal draws what.
  package let widths: DisplayWidth
  /// How this terminal is sent pixels; nil: it takes none, and pictures are their half blocks alone.
  package let graphics: Graphics?
  /// A row that nothing was drawn on is shared with the frame that this one was copied from: two such rows are compared
  /// at once.
  private(set) var rows: [[Cell]]
  /// Where the hardware cursor stands; nil hides it.
  package var caret: Point?
  /// Columns from the caret on that a letter will take, if one is typed, with nothing else of the text moving; 0: what a letter
  /// does is not foreseen. A terminal may draw it there ahead of the frame that holds it.
  package var letterRoom = 0
  /// Places that mean something to a click, such as the rows of a list by their index.
  package private(set) var spots: [Spot] = []
  /// Whether cells may be among them that are painted (``Cell/isPainted``).
  package private(set) var hasPaintedCells = false
  /// The pictures that are shown as pixels; none lies on another.
  package internal(set) var placements: [Placement] = []

  package struct Spot: Equatable, Sendable {
    package var rect: Rect
    package var index: Int
  }

  package init(size: Size, widths: DisplayWidth = .standard, graphics: Graphics? = nil) {
    self.size = size
    self.widths = widths
    self.graphics = graphics
    rows = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(column: Int, row: Int) -> Cell { rows[row][column] }

  /// The cells of one row.
  package func row(_ row: Int) -> [Cell] { rows[row] }

  /// All cells, row by row.
  package var cells: [Cell] { rows.flatMap(\.self) }

  /// What ncurses is given: blanks where cells are painted.
  package var withoutPaintedCells: Canvas {
    guard hasPaintedCells else { return self }
    var canvas = self
    canvas.hasPaintedCells = false
    for (row, cells) in rows.enumerated() where cells.contains(where: \.isPainted) {
      canvas.rows[row] = cells.map { $0.isPainted ? .blank : $0 }
    }
    return canvas
  }

  /// The text of one row, blanks at its end kept.
  package func text(row: Int) -> String {
    self.row(row).reduce(into: "") { $0 += $1.text }
  }

  /// Fills `rect` with blanks of `style`.
  package mutating func fill(_ rect: Rect, style: Style = .plain) {
    let columns = max(0, rect.column)..<max(0, min(size.columns, rect.endColumn), rect.column)
    guard !columns.isEmpty else { return }
    if !placements.isEmpty { uncover(rect) }
    for row in max(0, rect.row)..<max(0, min(size.rows, rect.endRow), rect.row) {
      Self.fill(columns, with: Cell(text: " ", width: 1, style: style), in: &rows[row])
    }
  }

  /// Copies the cells of one line of another canvas of this size into a row; no cluster may be half inside.
  package mutating func copy(_ line: Rect, of other: Canvas, toRow row: Int) {
    if !placements.isEmpty { uncover(Rect(column: line.column, row: row, columns: line.columns, rows: 1)) }
    guard line.columns < size.columns else {
      rows[row] = other.rows[line.row]
      return
    }
    let columns = line.column..<line.endColumn
    rows[row].replaceSubrange(columns, with: other.rows[line.row][columns])
  }

  private static func fill(_ columns: Range<Int>, with blank: Cell, in cells: inout [Cell]) {
    put(blank, at: columns.lowerBound, in: &cells)
    put(blank, at: columns.upperBound - 1, in: &cells)
    cells.withUnsafeMutableBufferPointer { cells in for column in columns { cells[column] = blank } }
  }

  /// Changes the style of the cells in `rect`, keeping their text.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    uncover(rect)
    for row in max(0, rect.row)..<max(0, min(size.rows, rect.endRow), rect.row) {
      for column in max(0, rect.column)..<max(0, min(size.columns, rect.endColumn), rect.column) {
        rows[row][column].style = change(rows[row][column].style)
      }
    }
  }

  /// Draws `text` on one line from (`column`, `row`), within `limit` columns and the canvas; text that is longer is
  /// cut at a cluster and ends in `…` when `ellipsis` is true.
  ///
  /// - Returns: The column after the last cell drawn.
  @discardableResult
  package mutating func draw(
    _ text: String, column: Int, row: Int, limit: Int = .max, style: Style = .plain, ellipsis: Bool = true
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns, limit > 0 else { return column }
    let end = limit >= size.columns - column ? size.columns : column + limit
    if text.utf8.count <= end - column, PrintableText.isPlainASCII(text.utf8) {
      return drawPlain(text, column: column, row: row, style: style)
    }
    var needed = 0
    widths.forEachGlyph(of: text) { glyph in
      needed += Int(glyph.width)
      return column + needed <= end
    }
    let mark = column + needed > end && ellipsis ? "…" : ""
    let stop = end - widths.width(of: mark)
    if !placements.isEmpty {
      uncover(Rect(column: column, row: row, columns: min(needed, end - column), rows: 1))
    }
    if style.isPainted { hasPaintedCells = true }
    let at = write(text, style, in: column..<max(column, stop), of: row)
    return write(mark, style, in: at..<max(at, end), of: row)
  }

  /// Writes as many glyphs as there is room for; the column after the last one.
  private mutating func write(_ text: String, _ style: Style, in columns: Range<Int>, of row: Int) -> Int {
    let widths = widths
    var at = columns.lowerBound
    func put(_ cells: inout [Cell]) {
      widths.forEachGlyph(of: text) { glyph in
        guard at + Int(glyph.width) <= columns.upperBound else { return false }
        if at >= 0 { Self.put(Cell(glyph, style: style), at: at, in: &cells) }
        at += Int(glyph.width)
        return true
      }
    }
    put(&rows[row])
    return at
  }

  /// Draws text that is there in full, of one byte and one column a character.
  private mutating func drawPlain(_ text: String, column: Int, row: Int, style: Style) -> Int {
    let end = column + text.utf8.count
    if !placements.isEmpty { uncover(Rect(column: column, row: row, columns: end - column, rows: 1)) }
    Self.write(text, style, at: column, in: &rows[row])
    return end
  }

  private static func write(_ text: String, _ style: Style, at column: Int, in cells: inout [Cell]) {
    var text = text
    text.withUTF8 { bytes in
      let shown = max(0, -column)..<bytes.count
      guard let first = shown.first, let last = shown.last else { return }
      // Half of what is wide may stand at the ends, and nowhere else.
      for index in [first, last] { put(Cell(ascii: bytes[index], style: style), at: column + index, in: &cells) }
      cells.withUnsafeMutableBufferPointer { cells in
        for index in shown { cells[column + index] = Cell(ascii: bytes[index], style: style) }
      }
    }
  }

  /// Puts one cell (and the continuation of a wide one); never leaves half of a wide cluster that stood there before.
  package mutating func put(_ cell: Cell, column: Int, row: Int) {
    guard row >= 0, row < size.rows, column >= 0, column + Int(max(1, cell.width)) <= size.columns else { return }
    if !placements.isEmpty { uncover(Rect(column: column, row: row, columns: Int(max(1, cell.width)), rows: 1)) }
    if cell.style.isPainted { hasPaintedCells = true }
    Self.put(cell, at: column, in: &rows[row])
  }

  private static func put(_ cell: Cell, at column: Int, in cells: inout [Cell]) {
    let last = column + Int(max(1, cell.width)) - 1
    if cells[column].width == 0, column > 0 { cells[column - 1] = blank(like: cells[column - 1]) }
    if cells[last].width == 2, last + 1 < cells.count { cells[last + 1] = blank(like: cells[last + 1]) }
    cells[column] = cell
    if cell.width == 2 { cells[column + 1] = .continuation(style: cell.style) }
  }

  /// Says what a click into `rect` is on.
  package mutating func mark(_ rect: Rect, as index: Int) { spots.append(Spot(rect: rect, index: index)) }

  /// Says that a click into a rectangle that was marked is on something else now.
  package mutating func remark(_ rect: Rect, as index: Int) {
    if let place = spots.firstIndex(where: { $0.rect == rect }) { spots[place].index = index }
  }

  /// What lies above hides what was marked before.
  package mutating func forgetSpots() { spots.removeAll() }

  package func spot(at point: Point) -> Int? { spots.last { $0.rect.contains(point) }?.index }

  private static func blank(like cell: Cell) -> Cell { Cell(text: " ", width: 1, style: cell.style) }
}
