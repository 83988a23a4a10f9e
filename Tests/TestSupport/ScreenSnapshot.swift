import Foundation
package import TerminalCanvas
package import Testing

/// A canvas as text, compared with a file beside the test that owns it.
///
/// The text is the grid in a frame, then where the caret stands, then, where style is the point, the runs of each row
/// that are not plain. A two-column glyph is written once and takes its two columns in a terminal.
///
/// With `RECORD_SCREENS=1` in the environment the files are written anew and the run fails, so that nobody takes a
/// recording for a pass.
package struct ScreenSnapshot {
  package let text: String

  /// - Parameter withStyles: Lists the runs of style as well.
  package init(_ canvas: Canvas, withStyles: Bool = false) {
    let line = "+" + String(repeating: "-", count: canvas.size.columns) + "+"
    var lines = ["\(canvas.size.columns)x\(canvas.size.rows)", line]
    for row in 0..<canvas.size.rows { lines.append("|" + canvas.text(row: row) + "|") }
    lines.append(line)
    lines.append(canvas.caret.map { "caret \($0.column),\($0.row)" } ?? "caret hidden")
    if withStyles {
      for row in 0..<canvas.size.rows { lines += Self.runs(of: canvas, row: row) }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Compares with `Screens/NAME.screen` in the folder of the test's own source file.
  package func expect(
    _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Screens")
    let file = folder.appending(path: name + ".screen")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1"
    do {
      if isRecording {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name).screen", sourceLocation: sourceLocation)
      } else {
        let expected = try String(contentsOf: file, encoding: .utf8)
        let difference = Self.difference(expected, text)
        #expect(difference == nil, "\(name).screen differs", sourceLocation: sourceLocation)
      }
    } catch {
      Issue.record("\(name).screen: \(error)\n\(text)", sourceLocation: sourceLocation)
    }
  }

  /// The lines that differ, as the file has them (`-`) and as they were drawn (`+`); nil when none do.
  private static func difference(_ expected: String, _ drawn: String) -> String? {
    guard expected != drawn else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for row in 0..<max(old.count, new.count) {
      let before = row < old.count ? String(old[row]) : nil
      let after = row < new.count ? String(new[row]) : nil
      guard before != after else { continue }
      if let before { lines.append("- " + before) }
      if let after { lines.append("+ " + after) }
    }
    return "\n" + lines.joined(separator: "\n")
  }

  /// `3: 2-9 fg 6 bold`: a row, the columns from and to, and what is not plain there.
  private static func runs(of canvas: Canvas, row: Int) -> [String] {
    var runs: [String] = []
    var start = 0
    while start < canvas.size.columns {
      let style = canvas[start, row].style
      var end = start
      while end + 1 < canvas.size.columns, canvas[end + 1, row].style == style { end += 1 }
      if style != .plain { runs.append("\(row): \(start)-\(end) \(words(style))") }
      start = end + 1
    }
    return runs
  }

  private static func words(_ style: Style) -> String {
    var words: [String] = []
    func color(_ color: Color) -> String? {
      switch color {
      case .standard: nil
      case .indexed(let index), .exact(let index): "\(index)"
      case .rgb(let red, let green, let blue): "\(red),\(green),\(blue)"
      }
    }
    if let text = color(style.foreground) { words.append("fg " + text) }
    if let text = color(style.background) { words.append("bg " + text) }
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    words += names.filter { style.attributes.contains($0.0) }.map(\.1)
    return words.joined(separator: " ")
  }
}
