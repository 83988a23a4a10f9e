import Foundation
import Testing

/// Every text of the program, as it stands in the sources.
struct PhraseTests {
  private static func literals() throws -> [PhraseScanner.Literal] {
    try Checkout.swiftSources().flatMap { PhraseScanner(file: $0).literals }
  }

  @Test func everyTextIsThereInBothLanguages() throws {
    let literals = try Self.literals()
    #expect(literals.count > 100)
    for literal in literals {
      #expect(!literal.english.isEmpty, "\(literal.place)")
      // Frames around other texts have no words of their own.
      guard Self.hasWords(literal.english) || Self.hasWords(literal.chinese) else { continue }
      #expect(literal.chinese != literal.english, "\(literal.place)")
      #expect(literal.chinese.unicodeScalars.contains(where: Self.isHan), "\(literal.place): \(literal.chinese)")
      #expect(!literal.english.unicodeScalars.contains(where: Self.isHan), "\(literal.place): \(literal.english)")
    }
  }

  @Test func bothLanguagesUseTheSameArguments() throws {
    for literal in try Self.literals() {
      let arguments = Self.arguments(of: literal.english)
      #expect(arguments == Self.arguments(of: literal.chinese), "\(literal.place)")
      #expect(arguments == Set(1..<(arguments.count + 1)), "\(literal.place): numbered from 1 without gaps")
    }
  }

  @Test func theScannerReadsEscapesLineEndsAndSums() {
    let text = #"""
      let a = Phrase("a \"b\" %1", "甲\u{2026}%1"); Phrase(
        "one "
          + "two", "一" +
          "二")
      // Phrase("not", "读")
      init(_ x: Phrase) { Phrase(x, y) }
      Phrase("\(what). more", "\(甲)。更多")
      """#
    let literals = PhraseScanner(file: Checkout.File(path: "x.swift", text: text)).literals
    #expect(literals.map(\.english) == ["a \"b\" %1", "one two", "\\(what). more"])
    #expect(literals.map(\.chinese) == ["甲…%1", "一二", "\\(甲)。更多"])
    #expect(literals.map(\.place) == ["x.swift:1", "x.swift:1", "x.swift:7"])
  }

  private static func hasWords(_ text: String) -> Bool {
    text.replacing(/\\\([^)]*\)|%[1-9]|%\{[^}]*\}/, with: "").contains(where: \.isLetter)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }

  private static func arguments(of text: String) -> Set<Int> {
    Set(text.matches(of: /%([1-9])/).compactMap { Int($0.1) })
  }
}
