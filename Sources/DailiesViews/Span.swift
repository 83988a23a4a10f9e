import TerminalCanvas

/// A run of text in one role.
struct Span: Equatable, Sendable {
  var text: String
  var role: Role

  init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// A line of text in roles, before it has a place.
struct TextLine: Equatable, Sendable {
  var spans: [Span]
  /// Columns left free before it.
  var indent = 0
  /// What a click on it is on; see `Canvas.mark`.
  var spot: Int?

  init(_ spans: [Span] = [], indent: Int = 0) {
    self.spans = spans
    self.indent = indent
  }

  init(_ text: String, _ role: Role = .text, indent: Int = 0) {
    self.init([Span(text, role)], indent: indent)
  }

  static let blank = TextLine()

  func width(_ widths: DisplayWidth) -> Int { indent + spans.reduce(0) { $0 + widths.width(of: $1.text) } }
}

extension Canvas {
  /// Draws spans one after the other within `limit` columns.
  ///
  /// - Returns: The column after the last cell drawn.
  @discardableResult
  mutating func draw(
    _ spans: [Span], column: Int, row: Int, limit: Int = .max, theme: Theme, on ground: Ground = .screen
  ) -> Int {
    let end = limit >= size.columns - column ? size.columns : column + limit
    var at = column
    for span in spans where at < end {
      at = draw(span.text, column: at, row: row, limit: end - at, style: theme.style(span.role, on: ground))
    }
    return at
  }

  /// Draws spans so that they end before `end`; what does not fit from `start` on is cut.
  mutating func drawRight(
    _ spans: [Span], from start: Int, end: Int, row: Int, theme: Theme, on ground: Ground = .screen
  ) {
    let width = spans.reduce(0) { $0 + widths.width(of: $1.text) }
    let column = max(start, end - width)
    draw(spans, column: column, row: row, limit: end - column, theme: theme, on: ground)
  }

  /// Draws lines from the top of `rect`, as many as it has rows.
  mutating func draw(_ lines: some Sequence<TextLine>, in rect: Rect, theme: Theme) {
    for (line, row) in zip(lines, rect.row..<rect.endRow) {
      let limit = rect.columns - line.indent
      if let spot = line.spot { mark(Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), as: spot) }
      draw(line.spans, column: rect.column + line.indent, row: row, limit: limit, theme: theme)
    }
  }
}

extension [Span] {
  /// What fits into the columns; where something is left out, `…` stands at the end.
  func cut(to columns: Int, _ widths: DisplayWidth) -> [Span] {
    var room = columns
    var kept: [Span] = []
    for var span in self where room > 0 {
      var width = widths.width(of: span.text)
      let isCut = width > room
      while width > room - (isCut ? 1 : 0), !span.text.isEmpty {
        span.text.removeLast()
        width = widths.width(of: span.text)
      }
      if isCut { span.text.append("…") }
      kept.append(span)
      room = isCut ? 0 : room - width
    }
    return kept
  }
}

extension String {
  /// So many blanks.
  init(blanks count: Int) {
    self.init(unsafeUninitializedCapacity: count) { bytes in
      bytes.initialize(repeating: UInt8(ascii: " "))
      return count
    }
  }
}
