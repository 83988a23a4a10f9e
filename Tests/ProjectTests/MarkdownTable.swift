import Foundation

/// Tables in the documentation: reading one, and keeping one equal to what the program's own tables say.
enum MarkdownTable {
  /// The rows of the first table whose first heading is `heading`; cells without the blanks around them.
  static func rows(in file: Checkout.File, headed heading: String) throws -> [[String]] {
    let lines = file.lines.map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("| \(heading) |") }) else { throw Missing.table(heading) }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  static func text(_ headings: [String], _ rows: [[String]]) -> String {
    let lines = [headings, headings.map { _ in "---" }] + rows
    return lines.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// The part of a page between `<!-- NAME -->` and `<!-- end of NAME -->`.
  static func part(_ name: String, of page: String) throws -> (range: Range<String.Index>, text: String) {
    guard let start = page.firstRange(of: "<!-- \(name) -->\n"),
      let end = page[start.upperBound...].firstRange(of: "\n<!-- end of \(name) -->")
    else { throw Missing.part(name) }
    let range = start.upperBound..<end.lowerBound
    return (range, String(page[range]))
  }

  enum Missing: Error {
    case table(String)
    case part(String)
  }

  private static func escaped(_ cell: String) -> String { cell.replacing("|", with: "\\|") }
}
