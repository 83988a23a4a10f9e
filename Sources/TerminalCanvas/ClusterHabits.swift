/// What a terminal makes of clusters of several code points, where terminals differ; empty: every code point is drawn for
/// itself.
package struct ClusterHabits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Emoji joined by ZWJ (families, professions) are one picture of two columns.
  package static let families = ClusterHabits(rawValue: 1)
  /// A skin tone colours the emoji before it.
  package static let skinTones = ClusterHabits(rawValue: 2)
  /// Two regional indicators are one flag of two columns.
  package static let flags = ClusterHabits(rawValue: 4)
  /// A digit with U+FE0F and U+20E3 takes two columns.
  package static let keycaps = ClusterHabits(rawValue: 8)
  /// U+FE0F makes a narrow sign an emoji of two columns.
  package static let emojiSelectors = ClusterHabits(rawValue: 16)
  /// U+FE0E makes an emoji of two columns a sign of one.
  package static let textSelectors = ClusterHabits(rawValue: 32)
  /// A syllable of an Indic script takes two columns at most.
  package static let conjuncts = ClusterHabits(rawValue: 64)
  /// A regional indicator takes two columns by itself, and so does each half of a flag.
  package static let wideIndicators = ClusterHabits(rawValue: 128)
  /// The emoji of Unicode 16 are unknown, and are given one column here, whatever they are drawn as.
  package static let narrowNewEmoji = ClusterHabits(rawValue: 256)

  /// The emoji that came with Unicode 16.
  static let newEmoji: Set<UInt32> = [0x1FA89, 0x1FA8F, 0x1FABE, 0x1FAC6, 0x1FADC, 0x1FADF, 0x1FAE9]
}

/// The sort of a cluster that some terminals draw as one.
enum ClusterKind {
  case family, skinTone, flag, keycap, emojiSelector, textSelector, conjunct

  /// Longer ones are no text but a trial of strength.
  private static let longest = 16

  /// nil for what every terminal draws alike, and for what is too long.
  init?(_ scalars: String.UnicodeScalarView) {
    var iterator = scalars.makeIterator()
    guard let first = iterator.next(), scalars.count <= Self.longest else { return nil }
    var found: ClusterKind?
    while let scalar = iterator.next() {
      switch scalar.value {
      case 0x200D where first.properties.isEmoji: found = .family
      case 0x1F3FB...0x1F3FF: found = found ?? .skinTone
      case 0x1F1E6...0x1F1FF: found = found ?? .flag
      case 0x20E3: found = found == nil || found == .emojiSelector ? .keycap : found
      case 0xFE0F where first.properties.isEmoji: found = found ?? .emojiSelector
      case 0xFE0E where first.properties.isEmoji: found = found ?? .textSelector
      default: if found == nil, (0x900...0xDFF).contains(first.value) { found = .conjunct }
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// The habit of the terminals that draw it as one.
  var habit: ClusterHabits {
    switch self {
    case .family: .families
    case .skinTone: .skinTones
    case .flag: .flags
    case .keycap: .keycaps
    case .emojiSelector: .emojiSelectors
    case .textSelector: .textSelectors
    case .conjunct: .conjuncts
    }
  }
}
