import DailiesCore
import TerminalCanvas

/// A recording in the format of asciinema, version 2: a line of JSON with the size, then one for each frame.
///
/// Source: https://docs.asciinema.org/manual/asciicast/v2/.
package enum Asciicast {
  package static func text(of recording: Recording, title: String) -> String {
    let size = recording.frames.reduce(recording.size) { size, frame in
      Size(columns: max(size.columns, frame.canvas.size.columns), rows: max(size.rows, frame.canvas.size.rows))
    }
    var lines = [
      "{\"version\":2,\"width\":\(size.columns),\"height\":\(size.rows),\"title\":\(quoted(title))}"
    ]
    var before: Canvas?
    for frame in recording.frames {
      let bytes = TerminalBytes.change(from: before, to: frame.canvas)
      lines.append("[\(seconds(frame.at)),\"o\",\(quoted(bytes))]")
      before = frame.canvas
    }
    lines.append("[\(seconds(recording.length)),\"o\",\"\"]")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func seconds(_ time: Duration) -> String {
    let milliseconds = time.milliseconds
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// A text as JSON has it.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..<" ":
        let code = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
