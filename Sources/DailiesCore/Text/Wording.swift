/// How texts are said now: in which language, and with which keys where they name some.
///
/// A phrase names a key by its command, as `keys.toml` does: `%{takes.save}` for the key that saves in the list of takes,
/// `%{attach_image}` for one that works on the draft screen, in the prompt before beside it. A text so follows the keys
/// that a person has changed.
package struct Wording: Equatable, Sendable {
  package var language: Language
  package var keymap: Keymap

  /// - Parameter keymap: The keys out of the box, where there are no others: for the command line.
  package init(_ language: Language, keymap: Keymap = .standard) {
    self.language = language
    self.keymap = keymap
  }

  /// The key that a mention stands for; a command without a key by its title, and how it is reached then. Nil when nothing
  /// bears such a name.
  func key(_ mention: some StringProtocol) -> String? {
    guard let mention = KeyMention(String(mention)) else { return nil }
    if let key = mention.keys(in: keymap).first { return key.name(in: language) }
    let title = mention.command.title(language)
    let palette = KeyMention(command: .palette).keys(in: keymap).first
    guard mention.command != .palette, let palette else { return Strings.unboundCommand(language, title) }
    return Strings.commandInPalette(language, title, palette.name(in: language))
  }
}

extension State {
  package var wording: Wording { Wording(language, keymap: keymap) }
}
