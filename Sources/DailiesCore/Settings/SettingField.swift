/// One row of a table of settings: what it is called in a file, what it may hold, and where that is kept.
package struct SettingField<Root>: Sendable {
  /// Its name in `config.toml`.
  package let name: String
  /// What it is called in words, beside the name.
  package let title: Phrase
  package let help: Phrase
  package let kind: Kind
  /// Whether a change in the settings layer holds from that moment on, and not only from the next start.
  package let appliesAtOnce: Bool

  package init(name: String, title: Phrase, help: Phrase, kind: Kind, appliesAtOnce: Bool = true) {
    self.name = name
    self.title = title
    self.help = help
    self.kind = kind
    self.appliesAtOnce = appliesAtOnce
  }

  package enum Kind: Sendable {
    case flag(any WritableKeyPath<Root, Bool> & Sendable)
    case number(any WritableKeyPath<Root, Int> & Sendable, ClosedRange<Int>)
    /// A number, or none: 0 stands for that in a file.
    case optionalNumber(any WritableKeyPath<Root, Int?> & Sendable, ClosedRange<Int>)
    /// Never empty.
    case text(any WritableKeyPath<Root, String> & Sendable)
    case optionalText(any WritableKeyPath<Root, String?> & Sendable)
    /// A rate, or none.
    case optionalRate(any WritableKeyPath<Root, DataRate?> & Sendable)
    /// An amount of bytes, or none.
    case optionalSize(any WritableKeyPath<Root, DataSize?> & Sendable)
    /// One of these words.
    case choice(any WritableKeyPath<Root, String> & Sendable, [String])
    /// Texts, at least one.
    case list(any WritableKeyPath<Root, [String]> & Sendable)
    /// Nil: that of the locale.
    case language(any WritableKeyPath<Root, Language?> & Sendable)
  }
}
