import TerminalCanvas

/// Asks the terminal how wide it draws each ``WidthSample``, and understands the answers.
///
/// The samples are drawn concealed at the start of one row, one over the other, each with a cursor position report asked
/// for behind it; the row is drawn anew in the same write. The last question is that for the device attributes, which
/// every terminal answers: what has not come by then does not come. It is not the first row, because a report of that
/// one looks like F3 with modifiers.
///
/// Source: ECMA-48, DSR and CPR (8.3.35, 8.3.14); xterm's "Control Sequences".
struct WidthProbe {
  private var answers: [Point] = []

  /// Counted from 0.
  static let row = 1
  /// Smaller terminals are not asked.
  static let smallest = Size(columns: 20, rows: 3)

  /// Draws the samples and asks; the row, the style and the cursor are to be put right behind it.
  static let questions =
    "\u{1B}[8m"
    + WidthSample.allCases.map { "\u{1B}[\(row + 1);1H\($0.text)\u{1B}[6n" }.joined() + "\u{1B}[0m"
    + "\u{1B}[\(row + 1);1H\u{1B}[K"

  mutating func receive(_ cursor: Point) {
    if answers.count <= WidthSample.allCases.count { answers.append(cursor) }
  }

  /// What the answers say, once the device attributes came; nil when the terminal did not answer as one does.
  var measurement: WidthMeasurement? { WidthMeasurement(answers, row: Self.row) }
}
