import DailiesCore
import TerminalCanvas
import Testing

/// Keys that texts name.
struct KeyMentionTests {
  private static func literals() throws -> [PhraseScanner.Literal] {
    try Checkout.swiftSources().flatMap { PhraseScanner(file: $0).literals }
  }

  @Test func everyKeyThatATextNamesIsBoundThereOutOfTheBox() throws {
    var count = 0
    for literal in try Self.literals() {
      for text in Self.mentions(in: literal.english) {
        count += 1
        let mention = KeyMention(text)
        #expect(mention != nil, "\(literal.place): \(text)")
        #expect(mention?.keys(in: .standard).isEmpty == false, "\(literal.place): \(text)")
      }
    }
    #expect(count > 50)
  }

  @Test func bothLanguagesNameTheSameKeys() throws {
    for literal in try Self.literals() {
      #expect(Set(Self.mentions(in: literal.english)) == Set(Self.mentions(in: literal.chinese)), "\(literal.place)")
    }
  }

  /// Plain names that are no promise of a key: Ctrl-C and the keys of layers stay what they are, two texts are about the
  /// keys themselves.
  private static let plain = ["Ctrl-C", "ctrl_y", "What Ctrl-Y does in the prompt", "[\"d\", \"Ctrl-D\"]"]

  @Test func noTextNamesAKeyThatAPersonMayHaveChanged() throws {
    for literal in try Self.literals() {
      guard !Self.plain.contains(where: literal.english.contains) else { continue }
      #expect(literal.english.firstMatch(of: /\bF([1-9]|1[0-2])\b|Ctrl-[A-Z_]|Alt-[A-Z]/) == nil, "\(literal.place)")
      #expect(literal.chinese.firstMatch(of: /按 ?(F[0-9]|[a-zA-Z$](?![a-zA-Z])|Tab|空格)/) == nil, "\(literal.place)")
    }
  }

  private static func mentions(in text: String) -> [String] {
    text.matches(of: /%\{([^}]*)\}/).map { String($0.1) }
  }
}
