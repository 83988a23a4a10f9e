import Foundation
import Testing

/// The table of targets in ARCHITECTURE.md against the imports there are.
struct ImportTests {
  private struct Row: Hashable, CustomStringConvertible {
    let target: String
    let module: String
    var description: String { "\(target) imports \(module)" }
  }

  private static func allowed() throws -> (targets: Set<String>, rows: Set<Row>) {
    var targets: Set<String> = []
    var rows: Set<Row> = []
    for cells in try MarkdownTable.rows(in: Checkout.file("ARCHITECTURE.md"), headed: "Target") {
      let target = cells[0].trimmingCharacters(in: ["`"])
      targets.insert(target)
      for module in cells[2].split(separator: ",") {
        rows.insert(Row(target: target, module: module.trimmingCharacters(in: .whitespaces)))
      }
    }
    return (targets, rows)
  }

  private static func actual() throws -> Set<Row> {
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:class|struct|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
    var rows: Set<Row> = []
    for file in try Checkout.swiftSources() {
      let target = file.path.split(separator: "/")[1]
      for line in file.lines {
        if let match = line.firstMatch(of: pattern) {
          rows.insert(Row(target: String(target), module: String(match.1)))
        }
      }
    }
    return rows
  }

  @Test func nothingIsImportedThatTheTableDoesNotAllow() throws {
    #expect(try Self.actual().subtracting(Self.allowed().rows).map(\.description).sorted() == [])
  }

  @Test func theTableAllowsNothingThatIsNotImported() throws {
    #expect(try Self.allowed().rows.subtracting(Self.actual()).map(\.description).sorted() == [])
  }

  @Test func theTableHasEveryTargetOfSwiftAndNoOther() throws {
    let folders = Set(try Checkout.swiftSources().map { String($0.path.split(separator: "/")[1]) })
    #expect(try Self.allowed().targets.symmetricDifference(folders).sorted() == [])
  }

  @Test func importsOnlyPointDownTheTable() throws {
    let order = try MarkdownTable.rows(in: Checkout.file("ARCHITECTURE.md"), headed: "Target")
      .map { $0[0].trimmingCharacters(in: ["`"]) }
    for row in try Self.allowed().rows {
      guard let from = order.firstIndex(of: row.target), let to = order.firstIndex(of: row.module) else { continue }
      #expect(from < to, "\(row) points up")
    }
  }
}
