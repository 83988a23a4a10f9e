/// The one way from foreign text to text that may be shown: on the screen, a command line, a title, a log, an export.
///
/// What a terminal would obey, hide or reorder becomes a visible mark: control characters their picture (`␛`),
/// everything else its code point (`<U+202E>`). Joiners and variation selectors stay where they do their work, inside
/// emoji and in the scripts that need them. Cleaning works cluster by cluster, and cleaning twice changes nothing more.
///
/// Source: Unicode properties Default_Ignorable_Code_Point and Bidi_Control (UAX #44, UAX #9), UTR #36 section 3.
package enum PrintableText {
  /// The base shown under a mark that has none.
  static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  /// One line of printable text: line ends become `⏎`, tabs a blank.
  package static func clean(_ text: some StringProtocol) -> String {
    clean(text, keepingLines: false)
  }

  /// Printable text of several lines: line ends ("\n" or "\r\n") become "\n", tabs a blank.
  package static func cleanLines(_ text: some StringProtocol) -> String {
    clean(text, keepingLines: true)
  }

  /// Whether every byte is a printable ASCII character: nothing to clean, one column each.
  static func isPlainASCII(_ utf8: some Collection<UInt8>) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 &- 0x20 < 0x5F }
    } ?? utf8.allSatisfy { $0 &- 0x20 < 0x5F }
  }

  /// Whether a code point by itself is shown as a mark, or needs its neighbours to decide.
  static func isMarked(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2E80...0x3163, 0x3400...0xD7A3: false
    default: isControl(scalar) || isInvisible(scalar) || isJoinerOrSelector(scalar)
    }
  }

  private static func clean(_ text: some StringProtocol, keepingLines: Bool) -> String {
    if isPlainASCII(text.utf8) { return String(text) }
    if keepingLines, text.utf8.allSatisfy({ $0 &- 0x20 < 0x5F || $0 == 0x0A }) { return String(text) }
    if !text.unicodeScalars.contains(where: needsCare) { return String(text) }
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    for character in text {
      switch character {
      case "\n", "\r\n": result.append(keepingLines ? "\n" : "⏎")
      case "\t": result.append(" ")
      default: append(character, to: &result)
      }
    }
    return String(result)
  }

  private static func append(_ character: Character, to result: inout String.UnicodeScalarView) {
    let scalars = character.unicodeScalars
    var before: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      let following = scalars.index(after: index)
      let after = following == scalars.endIndex ? nil : scalars[following]
      if isKept(scalar, before: before, after: after) {
        if before == nil, WidthClass(of: scalar) == .zero { result.append(dottedCircle) }
        result.append(scalar)
        before = scalar
      } else {
        result.append(contentsOf: mark(for: scalar).unicodeScalars)
        before = nil
      }
    }
  }

  private static func needsCare(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 ? isMarked(scalar) : isMarked(scalar) || WidthClass(of: scalar) == .zero
  }

  /// Whether a code point stays, between its neighbours of the same cluster.
  private static func isKept(_ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
    guard isJoinerOrSelector(scalar) else {
      return !isControl(scalar) && !isInvisible(scalar) && (before != nil || !isConjoining(scalar))
    }
    guard let before else { return false }
    switch scalar.value {
    case 0x200C, 0x200D:
      if joinsByItself(before) { return true }
      return scalar.value == 0x200D && after?.properties.isEmoji == true && endsEmoji(before)
    case 0x180B...0x180D, 0x180F:
      return (0x1800...0x18AF).contains(before.value) && !isJoinerOrSelector(before)
    case 0xFE00...0xFE0F:
      return !isJoinerOrSelector(before) && WidthClass(of: before) != .zero
    default:
      return before.properties.isIdeographic
    }
  }

  private static func endsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0x7F && scalar.properties.isEmoji
  }

  private static func mark(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
    case 0x7F: return "\u{2421}"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func isJoinerOrSelector(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Invisible, reordering, private and never-assigned code points.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x13430...0x1345F, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE00FF, 0xE01F0...0xE0FFF:
      true
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Hangul vowels and finals: without an initial before them they have neither a width nor a base to stand on.
  private static func isConjoining(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
  }

  /// Scripts in which joiners choose the shape of letters: Arabic, Syriac and their kin, the scripts of India and
  /// South-East Asia, Mongolian.
  private static func joinsByItself(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x109F, 0x1780...0x18AF, 0x1A00...0x1CFF, 0xA800...0xABFF, 0xFB50...0xFDCF, 0xFE70...0xFEFC,
      0x10A00...0x10FFF, 0x11000...0x1247F, 0x1E900...0x1E95F:
      true
    default: false
    }
  }
}
