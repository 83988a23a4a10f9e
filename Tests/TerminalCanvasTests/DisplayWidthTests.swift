import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct DisplayWidthTests {
  private func layout(_ text: String) -> [String] {
    DisplayWidth.standard.glyphs(of: text).map { "\($0.text):\($0.width)" }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("世界", 4), ("ｆｕｌｌ", 8), ("ｶﾅ", 2), ("한글", 4), ("e\u{301}", 1), ("é", 1), ("…─±", 3),
    ("👨‍👩‍👧", 6), ("👍🏽", 4), ("🇫🇷", 2), ("❤️", 1), ("❤", 1), ("1️⃣", 1), ("🫨", 2), ("का", 2), ("ก็", 1),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{3000}", 2), ("\u{A0}", 1),
  ])
  func widthsAreSumsOfCodePoints(_ text: String, _ width: Int) {
    #expect(DisplayWidth.standard.width(of: text) == width)
    #expect(DisplayWidth.standard.glyphs(of: text).reduce(0) { $0 + Int($1.width) } == width)
  }

  @Test func clustersThatFitACellAreOneGlyph() {
    #expect(layout("e\u{301}\u{302}\u{303}\u{304}x") == ["e\u{301}\u{302}\u{303}\u{304}:1", "x:1"])
    #expect(layout("❤️") == ["❤️:1"])
    #expect(layout("1️⃣") == ["1️⃣:1"])
    #expect(layout("世") == ["世:2"])
  }

  @Test func clustersThatDoNotFitStandSideBySideAndLoseNothing() {
    #expect(layout("👨‍👩‍👧") == ["👨\u{200D}:2", "👩\u{200D}:2", "👧:2"])
    #expect(layout("👍🏽") == ["👍:2", "🏽:2"])
    #expect(layout("🇫🇷") == ["🇫:1", "🇷:1"])
    for text in ["👨‍👩‍👧", "👍🏽", "🇫🇷", "❤️‍🔥"] {
      #expect(DisplayWidth.standard.glyphs(of: text).map(\.text).joined() == text)
    }
  }

  @Test func theFifthMarkGetsABaseOfItsOwn() {
    #expect(
      layout("e\u{301}\u{302}\u{303}\u{304}\u{305}") == ["e\u{301}\u{302}\u{303}\u{304}:1", "\u{25CC}\u{305}:1"])
  }

  @Test func aMarkWithoutABaseStandsOnACircle() {
    #expect(layout("\u{301}") == ["\u{25CC}\u{301}:1"])
    #expect(DisplayWidth.standard.width(of: "\u{1161}") == 8)
  }

  @Test func marksOfControlCharactersHaveTheirWidth() {
    #expect(layout("\u{1B}[A") == ["␛:1", "[:1", "A:1"])
    #expect(DisplayWidth.standard.width(of: "\u{202E}") == 8)
    #expect(DisplayWidth.standard.width(of: "\r\n" as Character) == 1)
  }

  @Test func ambiguousCharactersAreWideWhereTheTerminalMakesThem() {
    let wide = DisplayWidth(ambiguousIsWide: true)
    #expect(wide.width(of: "…─±aé") == 9)
    #expect(wide.glyphs(of: "…").map(\.width) == [2])
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func everyGlyphFitsACellAndTheSumsAgree(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = naughtyText(using: &generator)
    let widths = DisplayWidth.standard
    let glyphs = widths.glyphs(of: text)
    #expect(glyphs.reduce(0) { $0 + Int($1.width) } == widths.width(of: text))
    #expect(text.reduce(0) { $0 + widths.width(of: $1) } == widths.width(of: text))
    for glyph in glyphs {
      let scalars = Array(glyph.text.unicodeScalars)
      #expect((1...2).contains(glyph.width))
      #expect((1...5).contains(scalars.count))
      #expect(scalars.first.map { widths.width(of: $0) } == Int(glyph.width))
      #expect(scalars.dropFirst().allSatisfy { widths.width(of: $0) == 0 })
    }
  }
}

/// Text of every sort that makes trouble: controls, marks, joiners, selectors, flags, tags, bidi, wide and private.
func naughtyText(using generator: inout SeededGenerator) -> String {
  let pool: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x00...0x1F, 0x7F...0x9F, 0xA0...0x17F, 0x300...0x36F, 0x600...0x6FF, 0x900...0x97F, 0x1100...0x11FF,
    0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x2600...0x27BF, 0x4E00...0x4E20, 0xAC00...0xAC10,
    0xE000...0xE003, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F468...0x1F469,
    0xE0020...0xE007F, 0xE0100...0xE0110, 0x200D...0x200D, 0x180B...0x180F,
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<200 {
    let range = pool.randomElement(using: &generator) ?? 0x20...0x7E
    if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
  }
  return String(text)
}
