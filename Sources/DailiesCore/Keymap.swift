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
  /// The bindings of each context and of each command by its place in the list of all, in their order. No context has so
  /// many that a table of hashes would find one sooner, and it would have to be made before the first frame.
  private let ofContext: [[Binding]]
  private let ofCommand: [[Binding]]
  /// Whether a context binds a plain character. Where text is typed none does, and nothing has to be looked up.
  private let bindsCharacters: [Bool]

  package init(_ bindings: [Binding]) {
    self.bindings = bindings
    var ofContext: [[Binding]] = Array(repeating: [], count: KeyContext.allCases.count)
    var ofCommand: [[Binding]] = Array(repeating: [], count: Command.allCases.count)
    for binding in bindings {
      ofContext[binding.context.ordinal].append(binding)
      ofCommand[binding.command.ordinal].append(binding)
    }
    (self.ofContext, self.ofCommand) = (ofContext, ofCommand)
    bindsCharacters = ofContext.map { $0.contains { $0.key.isPlainCharacter } }
  }

  package func command(for key: Key, in context: KeyContext) -> Command? {
    if let command = binding(of: key, in: context)?.command { return command }
    for fallback in context.fallbacks {
      if let command = binding(of: key, in: fallback)?.command { return command }
    }
    return nil
  }

  /// Of several the last one.
  private func binding(of key: Key, in context: KeyContext) -> Binding? {
    if key.isPlainCharacter, !bindsCharacters[context.ordinal] { return nil }
    // Characters are compared last: that takes the longest.
    return ofContext[context.ordinal].last { $0.key.modifiers.rawValue == key.modifiers.rawValue && $0.key == key }
  }

  /// All that asks for a command, wherever it is bound.
  package func bindings(of command: Command) -> [Binding] { ofCommand[command.ordinal] }

  /// The keys that ask for `command` in `context`, bound there or where it falls back to; first the one to show.
  package func keys(for command: Command, in context: KeyContext) -> [Key] {
    bindings(of: command).filter { isInForce($0, in: context) }.map(\.key)
  }

  /// The one to show.
  package func key(for command: Command, in context: KeyContext) -> Key? {
    bindings(of: command).first { isInForce($0, in: context) }?.key
  }

  private func isInForce(_ binding: Binding, in context: KeyContext) -> Bool {
    (binding.context == context || context.fallbacks.contains(binding.context))
      && command(for: binding.key, in: context) == binding.command
  }
}

extension Keymap: Equatable {
  /// Everything else follows from the bindings.
  package static func == (one: Keymap, other: Keymap) -> Bool { one.bindings == other.bindings }
}
