import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct PrintableTextTests {
  @Test(arguments: [
    "plain text", "一只纸船，黎明。", "naïve café", "👨‍👩‍👧 👍🏽 🇫🇷 ❤️ ❤️‍🔥 1️⃣", "می‌خواهم", "क्‍ष", "葛\u{E0100}城", "한글 ｆｕｌｌ　幅", "שלום",
    "e\u{301}\u{302}",
  ])
  func textThatDoesNoHarmStaysAsItIs(_ text: String) {
    #expect(PrintableText.clean(text) == text)
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "␛[31mred"), ("a\u{07}\u{00}\u{7F}b", "a␇␀␡b"), ("\u{9B}31m", "<U+009B>31m"),
    ("a\nb\r\nc\td", "a⏎b⏎c d"),
    ("a\rb", "a␍b"), ("user\u{202E}gpj.exe", "user<U+202E>gpj.exe"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
    ("a\u{200B}b\u{2060}c\u{FEFF}d", "a<U+200B>b<U+2060>c<U+FEFF>d"), ("so\u{AD}ft", "so<U+00AD>ft"),
    ("x\u{E0041}y", "x<U+E0041>y"), ("\u{E000}", "<U+E000>"), ("\u{FFFF}", "<U+FFFF>"), ("\u{2028}", "<U+2028>"),
    ("a\u{200D}b", "a<U+200D>b"), ("a\u{200C}b", "a<U+200C>b"), ("a\u{FE0F}\u{FE0F}", "a\u{FE0F}<U+FE0F>"),
    ("a\u{E0100}", "a<U+E0100>"), ("\u{FFF9}", "<U+FFF9>"), ("\u{1161}", "<U+1161>"), ("\u{3164}", "<U+3164>"),
    ("\u{301}a", "\u{25CC}\u{301}a"),
    ("\u{1B}\u{301}", "␛\u{25CC}\u{301}"), ("👨\u{200D}", "👨<U+200D>"),
  ])
  func whatHidesOrCommandsBecomesAMark(_ text: String, _ expected: String) {
    #expect(PrintableText.clean(text) == expected)
  }

  @Test func linesAreKeptWhereTheyAreWanted() {
    #expect(PrintableText.cleanLines("a\r\nb\nc\u{0B}d\te") == "a\nb\nc␋d e")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func cleaningTwiceIsCleaningOnceAndLeavesNothingHarmful(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let clean = PrintableText.clean(naughtyText(using: &generator))
    let isStable = PrintableText.clean(clean) == clean
    #expect(isStable)
    for scalar in clean.unicodeScalars {
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .privateUse && category != .lineSeparator)
      #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
      #expect(!(0xE0000...0xE007F).contains(scalar.value))
    }
  }
}
