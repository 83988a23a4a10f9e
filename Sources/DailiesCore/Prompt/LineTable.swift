import TerminalCanvas

/// Where each screen line of a text begins, in UTF-8 offsets: the soft-wrapped lines of all its paragraphs.
///
/// The starts stand in two stacks that face each other at the last edit: those above it counted from the start of the
/// text, those below it from the end. An edit therefore moves no number but those of the lines it wraps anew.
///
/// Wrapping goes on from an edit until a new line start is an old one. In a paragraph of thousands of lines that may be
/// far (every Han character moves all that follow), so it stops after ``reach`` lines as well and leaves a *seam*: a
/// line that ends early, at an old line start. ``settle(_:in:)`` moves seams out of what is shown.
struct LineTable: Equatable, Sendable {
  private struct Start: Sendable {
    /// From the start of the text, or from its end.
    var distance: Int
    /// Whether the line before ends here only because wrapping stopped.
    var isSeam = false
  }

  /// Lines that are wrapped anew at most, beyond those that must be.
  static let reach = 40

  private(set) var columns: Int
  private(set) var widths: DisplayWidth
  private var above = [Start(distance: 0)]
  /// The nearest line last.
  private var below: [Start] = []
  private var length: Int

  /// - Parameter columns: What a line holds, at least 1.
  init(of text: ClusteredText, columns: Int, widths: DisplayWidth) {
    self.columns = columns
    self.widths = widths
    length = text.byteCount
    wrapOn(text, atLeastTo: length)
  }

  /// Lines of the text; with a seam far below the caret it may be off by a few.
  var count: Int { above.count + below.count }

  /// The start of a line.
  subscript(row: Int) -> Int {
    row < above.count ? above[row].distance : length - below[count - 1 - row].distance
  }

  /// The end of a line, its line end included: the start of the next one.
  func end(of row: Int) -> Int { row + 1 < count ? self[row + 1] : length }

  /// The last line that begins at or before `offset`.
  func row(at offset: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Follows a change of the text.
  ///
  /// - Parameters:
  ///   - text: The text after the change.
  ///   - start: A cluster boundary before which nothing changed.
  ///   - oldEnd: Where in the text before the change the unchanged rest began.
  mutating func rewrap(_ text: ClusteredText, from start: Int, oldEnd: Int) {
    splitAfter(firstRow(toWrapFrom: start, in: text))
    while let next = below.last, length - next.distance < oldEnd { below.removeLast() }
    let newEnd = oldEnd + text.byteCount - length
    length = text.byteCount
    wrapOn(text, atLeastTo: newEnd)
  }

  /// Leaves no seam in `rows`, so that they look as if all had been wrapped at once.
  mutating func settle(_ rows: Range<Int>, in text: ClusteredText) {
    while let seam = (max(1, rows.lowerBound)..<max(1, min(rows.upperBound + 1, count))).first(where: isSeam) {
      splitAfter(seam - 1)
      wrapOn(text, atLeastTo: 0, lines: rows.upperBound - seam + Self.reach)
    }
  }

  /// A line's end was chosen by looking ahead as far as the first cluster that did not fit, which may lie in the line
  /// after the next; so some lines above the changed one are wrapped anew, within its paragraph.
  private func firstRow(toWrapFrom start: Int, in text: ClusteredText) -> Int {
    var row = row(at: start)
    for _ in 0..<3 where row > 0 && text.byte(at: self[row] - 1) != 0x0A { row -= 1 }
    return row
  }

  private func isSeam(_ row: Int) -> Bool {
    row < above.count ? above[row].isSeam : below[count - 1 - row].isSeam
  }

  /// Moves the place where the stacks face each other to the end of `row`.
  private mutating func splitAfter(_ row: Int) {
    while above.count > row + 1, let start = above.popLast() {
      below.append(Start(distance: length - start.distance, isSeam: start.isSeam))
    }
    while above.count < row + 1, let start = below.popLast() {
      above.append(Start(distance: length - start.distance, isSeam: start.isSeam))
    }
  }

  /// Wraps from the last line of the upper stack on, until a new line start is an old one of the lower stack.
  ///
  /// - Parameters:
  ///   - offset: Before it there is no old line to stop at.
  ///   - lines: Stops after so many lines in any case, with a seam.
  private mutating func wrapOn(_ text: ClusteredText, atLeastTo offset: Int, lines: Int = reach) {
    let wrapper = LineWrapper(columns: columns, widths: widths)
    var last = above[above.count - 1].distance
    var left = lines
    while left > 0 || last < offset || below.isEmpty {
      guard let next = wrapper.nextLine(after: last, in: text) else { return below.removeAll(keepingCapacity: true) }
      while let old = below.last, length - old.distance < next { below.removeLast() }
      if let old = below.last, length - old.distance == next {
        below[below.count - 1].isSeam = false
        return
      }
      above.append(Start(distance: next))
      last = next
      left -= 1
    }
    below[below.count - 1].isSeam = true
  }

  static func == (a: LineTable, b: LineTable) -> Bool {
    a.columns == b.columns && a.widths == b.widths && a.count == b.count && (0..<a.count).allSatisfy { a[$0] == b[$0] }
  }
}
