/// What a terminal is asked to draw so that it says how wide it draws it.
package enum WidthSample: String, CaseIterable, Codable, Sendable {
  // Every terminal that understands UTF-8 gives the same answer to these.
  case letter, ideograph, mark
  // Ambiguous by UAX #11.
  case section, alpha, ellipsis, quotation, circledDigit, line, block
  // Clusters.
  case family, skinTone, flag, keycap, emojiSelector, textSelector, newEmoji, conjunct

  package var text: String {
    switch self {
    case .letter: "a"
    case .ideograph: "字"
    case .mark: "e\u{301}"
    case .section: "§"
    case .alpha: "α"
    case .ellipsis: "…"
    case .quotation: "“"
    case .circledDigit: "①"
    case .line: "─"
    case .block: "█"
    case .family: "👨\u{200D}👩\u{200D}👧"
    case .skinTone: "👍\u{1F3FD}"
    case .flag: "🇩🇪"
    case .keycap: "1\u{FE0F}\u{20E3}"
    case .emojiSelector: "❤\u{FE0F}"
    case .textSelector: "⌚\u{FE0E}"
    case .newEmoji: "\u{1FAE9}"
    case .conjunct: "क्षि"
    }
  }

  /// What must come out where the terminal understands UTF-8 at all; nil: that is the question.
  package var expected: Int? {
    switch self {
    case .letter, .mark: 1
    case .ideograph: 2
    default: nil
    }
  }
}
