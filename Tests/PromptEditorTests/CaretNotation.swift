import DailiesCore
import Testing

extension PromptEditor {
  /// An editor from a picture: "da|wn" has its caret after "da"; in "[da|]wn" the first two letters are selected, the
  /// caret at their end, in "[|da]wn" at their start.
  init(picture: String, columns: Int = 80) {
    var text = ""
    var caret = 0
    var selected: [Int] = []
    for scalar in picture.unicodeScalars {
      switch scalar {
      case "|": caret = text.utf8.count
      case "[", "]": selected.append(text.utf8.count)
      default: text.unicodeScalars.append(scalar)
      }
    }
    let anchor = selected.first { $0 != caret } ?? caret
    self.init(.init(text: text, selection: TextSelection(anchor: anchor, caret: caret)), columns: columns)
  }

  /// Text, caret and selection in the same notation.
  var picture: String {
    let bytes = Array(text.utf8)
    let range = selection.range
    var result = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    if !selection.isEmpty { result += caret == range.lowerBound ? "[|" : "[" }
    result += String(decoding: bytes[range], as: UTF8.self)
    if caret == range.upperBound { result += "|" }
    if !selection.isEmpty { result += "]" }
    return result + String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }

  /// The laid out lines as they are drawn.
  var drawn: [String] { screenLines(0..<lineCount).map(\.text) }

  /// The laid out lines with all they hold, line ends included.
  var whole: [String] {
    let lines = screenLines(0..<lineCount)
    let ends = lines.dropFirst().map(\.range.lowerBound) + [text.utf8.count]
    return zip(lines, ends).map { line, end in
      String(decoding: Array(text.utf8)[line.range.lowerBound..<end], as: UTF8.self)
    }
  }
}

/// Expects the picture `after` from the picture `before`.
func expect(
  _ before: String, columns: Int = 80, becomes after: String, at location: SourceLocation = #_sourceLocation,
  change: (inout PromptEditor) -> Void
) {
  var editor = PromptEditor(picture: before, columns: columns)
  change(&editor)
  #expect(editor.picture == after, sourceLocation: location)
}
