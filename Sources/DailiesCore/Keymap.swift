package import TerminalCanvas

/// Where a key has its meaning. The innermost context that binds a key wins.
package enum KeyContext: String, Hashable, Sendable, CaseIterable {
  case anywhere, outsideText
  case prompt, promptPane, shot, takes, ledger
  case review, help, detail, settle, copyMenu, activity, quitQuestion, palette, commandLine, snippets, line, image,
    proof, flipBook,
    setup, price, drafts, history, findText, settings, profiles
  case models, question, tags, shots, views, sort, screening, eveningSheet, compare, lineage, blowUp

  /// Typed characters are text here, so plain letters are no commands.
  package var isText: Bool {
    switch self {
    case .prompt, .line, .image, .setup, .settle, .palette, .commandLine, .snippets, .price, .drafts, .history,
      .findText, .settings, .profiles, .models, .tags, .shots, .views, .sort, .lineage, .blowUp:
      true
    default: false
    }
  }

  /// Where to look when this context does not bind a key. A layer hides what lies below it.
  package var fallbacks: [KeyContext] {
    switch self {
    case .prompt: [.anywhere]
    case .promptPane, .shot, .takes, .ledger: [.outsideText, .anywhere]
    default: []
    }
  }
}

/// One key and what it asks for.
package struct Binding: Hashable, Sendable {
  package let context: KeyContext
  package let key: Key
  package let command: Command

  package init(context: KeyContext, key: Key, command: Command) {
    self.context = context
    self.key = key
    self.command = command
  }
}

/// The table of keys.
package struct Keymap: Sendable {
  package let bindings: [Binding]
  private let commands: [KeyContext: [Key: Command]]
  /// The bindings of each command, in their order: every frame asks for the keys of a dozen.
  private let places: [Command: [Binding]]

  package init(_ bindings: [Binding]) {
    self.bindings = bindings
    var commands: [KeyContext: [Key: Command]] = [:]
    for binding in bindings { commands[binding.context, default: [:]][binding.key] = binding.command }
    self.commands = commands
    places = Dictionary(grouping: bindings, by: \.command)
  }

  package func command(for key: Key, in context: KeyContext) -> Command? {
    if let command = commands[context]?[key] { return command }
    for fallback in context.fallbacks {
      if let command = commands[fallback]?[key] { return command }
    }
    return nil
  }

  /// All that asks for a command, wherever it is bound.
  package func bindings(of command: Command) -> [Binding] { places[command] ?? [] }

  /// The keys that ask for `command` in `context`, bound there or where it falls back to; first the one to show.
  package func keys(for command: Command, in context: KeyContext) -> [Key] {
    guard let places = places[command] else { return [] }
    let fallbacks = context.fallbacks
    return places.filter { binding in
      (binding.context == context || fallbacks.contains(binding.context))
        && self.command(for: binding.key, in: context) == command
    }.map(\.key)
  }
}

extension Keymap: Equatable {
  /// Everything else follows from the bindings.
  package static func == (one: Keymap, other: Keymap) -> Bool { one.bindings == other.bindings }
}
