package import TerminalCanvas

/// A key that a text names by what it asks for: `takes.save`, or `attach_image` without a place.
package struct KeyMention: Hashable, Sendable {
  package let command: Command
  /// Where the key is pressed; nil: on the draft screen.
  package let place: KeyContext?

  package init(command: Command, in place: KeyContext? = nil) {
    self.command = command
    self.place = place
  }

  /// Nil when nothing bears such a name.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, parts.count <= 2, let command = Command(name: name) else { return nil }
    if parts.count == 2 {
      guard let place = KeyContext(name: parts[0]) else { return nil }
      self.init(command: command, in: place)
    } else {
      self.init(command: command)
    }
  }

  /// The keys that ask for it, the one to show first.
  package func keys(in keymap: Keymap) -> [Key] {
    if let place { return keymap.keys(for: command, in: place) }
    let inPrompt = keymap.keys(for: command, in: .prompt)
    return inPrompt.isEmpty ? keymap.keys(for: command, in: .promptPane) : inPrompt
  }
}
