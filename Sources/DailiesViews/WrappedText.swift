import DailiesCore
import TerminalCanvas

/// A text in lines of some width, broken where the prompt editor would break it.
struct WrappedText: Equatable, Sendable {
  private(set) var lines: [String]

  /// - Parameters:
  ///   - columns: What a line holds; with none there are no lines.
  ///   - limit: Lines at most; when there is more, the last one ends in `…`.
  init(_ text: String, columns: Int, limit: Int = .max, widths: DisplayWidth) {
    guard limit > 0, columns > 0 else {
      lines = []
      return
    }
    // Most texts of the screens fit one line.
    if !text.isEmpty, text.utf8.count <= columns * 4, !text.unicodeScalars.contains(where: Self.endsLine),
      widths.width(of: text) <= columns
    {
      lines = [text]
      return
    }
    // Every cluster takes a column and every line end a place: more than this can not be shown.
    let head = limit == .max ? text : String(text.prefix((limit + 1) * (columns + 1)))
    let editor = PromptEditor(head, columns: columns, widths: widths)
    lines = editor.screenLines(0..<min(editor.lineCount, limit)).map(\.text)
    let isCut = editor.lineCount > limit || head.utf8.count < text.utf8.count
    if isCut, var last = lines.popLast() {
      while last.last == " " { last.removeLast() }
      while !last.isEmpty, widths.width(of: last) + widths.width(of: "…") > columns { last.removeLast() }
      lines.append(last + "…")
    }
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA...0xD, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  func textLines(_ role: Role = .text, indent: Int = 0) -> [TextLine] {
    lines.map { TextLine($0, role, indent: indent) }
  }
}
