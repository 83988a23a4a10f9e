package import TerminalCanvas

extension PromptEditor {
  /// Wraps the text for a width; what is at the top stays there. Costs nothing when the width is the same.
  ///
  /// - Parameter columns: What a line holds. The caret can stand one column further right, after a full line, so the
  ///   place it is drawn in should be one column wider.
  package mutating func layout(columns: Int, widths: DisplayWidth) {
    let columns = max(1, columns)
    guard columns != lines.columns || widths != lines.widths else { return }
    let top = lines[min(scrollTop, lines.count - 1)]
    lines = LineTable(of: content, columns: columns, widths: widths)
    scrollTop = lines.row(at: top)
  }

  /// Columns of a line, as last laid out.
  package var columns: Int { lines.columns }

  /// Screen lines of the whole text, to a few in one of many thousand lines; an empty text has one.
  package var lineCount: Int { lines.count }

  /// The lines of `rows` that exist.
  package func screenLines(_ rows: Range<Int>) -> [ScreenLine] {
    rows.clamped(to: 0..<lines.count).map(screenLine)
  }

  /// The screen line of the caret, counted from the start of the text, and its column, at most ``columns``.
  package var caretPosition: Point {
    let row = caretRow
    return Point(column: column(of: caret, in: row), row: row)
  }

  /// Columns from the caret on that a letter may take with nothing else moving: the paragraph ends at the caret, something stands
  /// before it in the line or it is the first of a new paragraph, and there is room for the caret behind the letter. 0: there are none.
  ///
  /// - Parameter column: That of the caret.
  func letterRoom(from column: Int) -> Int {
    let endsParagraph = caret == content.byteCount || content.byte(at: caret) == 0x0A
    let isPlaced = column > 0 || caret > 0 && content.byte(at: caret - 1) == 0x0A
    return selection.isEmpty && endsParagraph && isPlaced ? max(0, lines.columns - column - 1) : 0
  }

  /// Scrolls as little as needed to show the caret in `rows` lines, and no further than the text goes. To be called
  /// after every change, before drawing: it also finishes the wrapping of what is shown.
  package mutating func scrollToCaret(rows: Int) {
    let rows = max(1, rows)
    repeat {
      let row = caretRow
      scrollTop = min(max(scrollTop, row - rows + 1), row)
      scroll(by: 0, rows: rows)
    } while !(scrollTop..<scrollTop + rows).contains(caretRow)
  }

  /// Scrolls without moving the caret, within the text.
  package mutating func scroll(by distance: Int, rows: Int) {
    let rows = max(1, rows)
    scrollTop = max(0, min(scrollTop + distance, lines.count - rows))
    lines.settle(scrollTop..<scrollTop + rows, in: content)
    scrollTop = max(0, min(scrollTop, lines.count - rows))
  }

  var caretRow: Int {
    let row = lines.row(at: caret)
    return affinity == .lineEnd && row > 0 && lines[row] == caret && !startsParagraph(row) ? row - 1 : row
  }

  func startsParagraph(_ row: Int) -> Bool {
    row == 0 || content.byte(at: lines[row] - 1) == 0x0A
  }

  /// The end of a line, its line end left out.
  func textEnd(of row: Int) -> Int {
    let end = lines.end(of: row)
    return row + 1 < lines.count && startsParagraph(row + 1) ? end - 1 : end
  }

  /// A soft wrap is the end of one line and the start of the next; this tells which one is meant.
  func endAffinity(of row: Int, at offset: Int) -> Affinity {
    row + 1 < lines.count && offset == lines[row + 1] ? .lineEnd : .lineStart
  }

  /// The last place in a line at or before `column`.
  func offset(in row: Int, column: Int) -> Int {
    let end = textEnd(of: row)
    var offset = lines[row]
    var reached = 0
    while offset < end {
      reached += width(at: offset)
      if reached > column { return offset }
      offset = content.boundary(after: offset)
    }
    return offset
  }

  private func column(of offset: Int, in row: Int) -> Int {
    var at = lines[row]
    var column = 0
    while at < offset, column < lines.columns {
      column += width(at: at)
      at = content.boundary(after: at)
    }
    return min(column, lines.columns)
  }

  private func width(at offset: Int) -> Int {
    content.withBytes { content.extent(at: offset, in: $0, lines.widths).columns }
  }

  private func screenLine(_ row: Int) -> ScreenLine {
    let range = lines[row]..<textEnd(of: row)
    var end = range.lowerBound
    var width = 0
    if content.isASCII(range) {
      width = min(range.count, lines.columns)
      end += width
    }
    while end < range.upperBound {
      let next = self.width(at: end)
      if width + next > lines.columns, end > range.lowerBound { break }
      width += next
      end = content.boundary(after: end)
    }
    return ScreenLine(
      range: range, text: String(content.slice(range.lowerBound..<end)), width: width,
      selectedColumns: selectedColumns(in: row, range), startsParagraph: startsParagraph(row))
  }

  private func selectedColumns(in row: Int, _ range: Range<Int>) -> Range<Int>? {
    columns(of: selection.range, in: row, range)
  }

  /// The columns that parts of the text take in a screen line.
  ///
  /// - Parameter parts: In order, without overlap.
  package func columns(of parts: [Range<Int>], in row: Int) -> [Range<Int>] {
    guard row < lines.count else { return [] }
    let range = lines[row]..<textEnd(of: row)
    // The first part that reaches into the line.
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return parts[low...].prefix { $0.lowerBound < range.upperBound }.compactMap { columns(of: $0, in: row, range) }
  }

  private func columns(of selected: Range<Int>, in row: Int, _ range: Range<Int>) -> Range<Int>? {
    guard !selected.isEmpty, selected.lowerBound < lines.end(of: row), selected.upperBound > range.lowerBound else {
      return nil
    }
    let start = column(of: max(selected.lowerBound, range.lowerBound), in: row)
    let end = column(of: min(selected.upperBound, range.upperBound), in: row)
    let lineEnd = selected.upperBound > range.upperBound && range.upperBound < lines.end(of: row) ? 1 : 0
    return start < end + lineEnd ? start..<end + lineEnd : nil
  }
}
