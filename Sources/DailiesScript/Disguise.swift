import Synchronization
import TerminalCanvas

/// Puts fixed texts in the place of what is another one at each run: the temporary folder, and ends of ids.
final class Disguise: Sendable {
  private let replacements = Mutex<[(text: [String], by: [String])]>([])

  /// Both texts take one column for each character, and equally many.
  func replace(_ text: String, by other: String) {
    guard text.count == other.count, text != other else { return }
    let (text, other) = (text.map { String($0) }, other.map { String($0) })
    replacements.withLock { replacements in
      if !replacements.contains(where: { $0.text == text }) { replacements.append((text, other)) }
    }
  }

  func applied(to canvas: Canvas) -> Canvas {
    var canvas = canvas
    for (text, other) in replacements.withLock({ $0 }) {
      for row in 0..<canvas.size.rows {
        for column in 0..<max(0, canvas.size.columns - text.count + 1) {
          let isThere = text.indices.allSatisfy { canvas[column + $0, row].text == text[$0] }
          guard isThere else { continue }
          for index in text.indices {
            let style = canvas[column + index, row].style
            canvas.put(Cell(text: other[index], width: 1, style: style), column: column + index, row: row)
          }
        }
      }
    }
    return canvas
  }
}
