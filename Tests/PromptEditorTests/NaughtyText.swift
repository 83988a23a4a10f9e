import TestSupport

/// Pieces that grow together, fall apart, hide, turn around or take no room.
enum NaughtyText {
  static let pieces: [String] = [
    "a", "b", "dusk", " ", "  ", "\t", "\n", "\r\n", "\r", "-", ".", "3.14", "(", ")", "“", "'",
    "灯", "笼", "，", "。", "「", "」", "\u{3000}", "か", "ガ", "한", "\u{1112}", "\u{1161}", "\u{11AB}",
    "🇨", "🇳", "🇫🇷", "👨", "👩‍👧", "\u{200D}", "🏽", "👍", "❤", "\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{20E3}",
    "\u{301}", "\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}", "é", String(repeating: "\u{336}", count: 40),
    "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{AD}",
    "שלום", "مرحبا", "\u{600}", "क", "\u{94D}", "ष", "ि", "ก", "ำ", "\u{E0067}", "\u{10FFFF}", "…", "─",
  ]

  static func piece(_ generator: inout SeededGenerator) -> String {
    pieces[Int.random(in: 0..<pieces.count, using: &generator)]
  }

  static func text(pieces count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).reduce(into: "") { text, _ in text += piece(&generator) }
  }
}
