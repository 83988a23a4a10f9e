package import TerminalCanvas

/// What a person may change about the keys: everything but the way out.
extension Keymap {
  /// Why a key cannot be given to a command in a place.
  package enum Objection: Hashable, Sendable {
    /// The command does nothing there.
    case means(nothing: Command)
    /// The key is text there.
    case isTyped
    /// A digit picks a choice there.
    case picksChoice
    /// The key is the way out, or the yes, and stays.
    case stays(Command)
  }

  /// The commands that `context` can bind: those it has keys for, and by name all that the panes do.
  package static func commands(in context: KeyContext) -> [Command] {
    let contexts = Set([context] + context.fallbacks)
    let bound = Set(standard.bindings.filter { contexts.contains($0.context) }.map(\.command))
    return Command.allCases.filter { command in
      bound.contains(command) || (context.isPane && command.isOfferedByName)
        || (context == .prompt && command.group == .text)
    }
  }

  package static func objection(to key: Key, for command: Command, in context: KeyContext) -> Objection? {
    guard commands(in: context).contains(command) else { return .means(nothing: command) }
    if let fixed = fixed(in: context)[key], fixed != command { return .stays(fixed) }
    guard case .character(let character) = key.code, key.modifiers.isSubset(of: .shift) else { return nil }
    // The prompt falls back to what is bound anywhere.
    if context.isText || context == .anywhere { return .isTyped }
    return context == .shot && ("1"..."9").contains(character) ? .picksChoice : nil
  }

  /// The keys that nobody can lose, or one would be locked in: Ctrl-C everywhere, Esc in what opens over the panes, Enter
  /// where it confirms.
  package static func fixed(in context: KeyContext) -> [Key: Command] {
    var fixed: [Key: Command] = [.control("c"): .interrupt]
    for binding in standard.bindings where binding.context == context && !context.isPane {
      switch (binding.key, binding.command) {
      case (.escape, .back), (.enter, .confirm): fixed[binding.key] = binding.command
      default: break
      }
    }
    return fixed
  }

  /// The table with `keys` for the command in that place, instead of those it had there and of what they did there. Fixed
  /// keys stay.
  package func binding(_ command: Command, in context: KeyContext, to keys: [Key]) -> Keymap {
    let fixed = Self.fixed(in: context)
    let kept = bindings.filter { $0.context == context && $0.command == command && fixed[$0.key] == command }.map(\.key)
    let keys = keys + kept.filter { !keys.contains($0) }
    // A person's own keys are those that are shown, so they stand before the others unless the command had a place.
    let place = bindings.firstIndex { $0.context == context && $0.command == command } ?? 0
    func stays(_ binding: Binding) -> Bool {
      binding.context != context || (binding.command != command && !keys.contains(binding.key))
    }
    let own = keys.map { Binding(context: context, key: $0, command: command) }
    return Keymap(bindings[..<place].filter(stays) + own + bindings[place...].filter(stays))
  }
}
