import Testing

@testable import TerminalCanvas

@Suite struct WidthMeasurementTests {
  /// What tmux 3.3a answers.
  private static let tmux: [WidthSample: Int] = [
    .letter: 1, .ideograph: 2, .mark: 1, .section: 1, .alpha: 1, .ellipsis: 1, .quotation: 1, .circledDigit: 1,
    .line: 1, .block: 1, .family: 2, .skinTone: 4, .flag: 2, .keycap: 1, .emojiSelector: 1, .textSelector: 2,
    .newEmoji: 0, .conjunct: 3,
  ]

  private func answers(_ changes: [WidthSample: Int] = [:]) -> [Point] {
    let columns = Self.tmux.merging(changes) { $1 }
    return WidthSample.allCases.map { Point(column: columns[$0] ?? 1, row: 1) }
  }

  private func widths(_ changes: [WidthSample: Int] = [:]) -> DisplayWidth? {
    WidthMeasurement(answers(changes), row: 1)?.widths
  }

  @Test func widthsFollowTheAnswers() {
    #expect(widths() == DisplayWidth(clusters: [.families, .flags, .narrowNewEmoji]))
    #expect(widths([.keycap: 2, .skinTone: 2, .emojiSelector: 2])?.width(of: "1️⃣👍🏽❤️👨‍👩‍👧") == 8)
    #expect(widths([.textSelector: 1])?.width(of: "⌚\u{FE0E}") == 1)
    #expect(widths([.flag: 4])?.width(of: "🇫🇷") == 4)
    #expect(widths([.conjunct: 2])?.width(of: "क्षि") == 2)
    #expect(widths([.family: 6])?.width(of: "👨‍👩‍👧") == 6)
    #expect(widths([.newEmoji: 2])?.width(of: "\u{1FAE9}") == 2)
  }

  @Test func ambiguousLettersFollowTheMajorityAndLinesTheirOwn() {
    let wide: [WidthSample: Int] = [.section: 2, .alpha: 2, .ellipsis: 2, .quotation: 2, .circledDigit: 2]
    #expect(widths(wide)?.width(of: "…α─█") == 6)
    #expect(widths(wide.merging([.line: 2, .block: 2]) { $1 })?.width(of: "…α─█") == 8)
    #expect(widths([.circledDigit: 2])?.ambiguousIsWide == false)
  }

  @Test func whatIsDrawnAsOneIsOneGlyph() {
    let widths = DisplayWidth(clusters: [.families, .flags, .emojiSelectors])
    #expect(widths.glyphs(of: "👨‍👩‍👧‍👦🇩🇪❤️").map(\.text) == ["👨‍👩‍👧‍👦", "🇩🇪", "❤️"])
    #expect(widths.glyphs(of: "👨‍👩‍👧‍👦🇩🇪❤️").map(\.width) == [2, 2, 2])
    // A control picture inside is no cluster any more, and a lone joiner stays a mark.
    #expect(widths.width(of: "\u{200D}") == 8)
    let endless = "👨" + String(repeating: "\u{200D}👩", count: 20)
    #expect(widths.glyphs(of: endless).count == 21)
  }

  @Test func answersThatCannotBeTheseAreIgnored() {
    #expect(WidthMeasurement([], row: 1) == nil)
    #expect(WidthMeasurement(answers().dropLast(), row: 1) == nil)
    #expect(WidthMeasurement(answers() + [Point(column: 1, row: 1)], row: 1) == nil)
    #expect(WidthMeasurement(answers(), row: 2) == nil)
    // No UTF-8 there: every byte is a column.
    #expect(widths([.mark: 3, .ideograph: 3]) == nil)
    #expect(widths([.family: 99]) == nil)
  }

  @Test func cellsThatTerminalsDrawDifferentlyAreNotCertain() {
    for text in ["a", "纸", "한", "e\u{301}", "─", "ก็", "א\u{5B8}", "ب"] {
      #expect(Cell(text: text, width: 1, style: .plain).isCertain, "\(text)")
    }
    for text in ["👨‍👩‍👧", "🎬", "🇩", "❤️", "1️⃣", "⌚\u{FE0E}", "क", "\u{1112}\u{1161}", "a\u{301}\u{302}\u{303}\u{304}\u{305}"]
    {
      #expect(!Cell(text: text, width: 2, style: .plain).isCertain, "\(text)")
    }
  }
}
