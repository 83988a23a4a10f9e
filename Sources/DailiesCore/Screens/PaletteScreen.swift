/// Every command by name: type to narrow, Enter performs.
package struct PaletteScreen: Equatable, Sendable {
  package var chooser = Chooser()
  /// Where the person was; the commands that mean something there come first.
  package var context: KeyContext

  package init(context: KeyContext) { self.context = context }

  /// The commands whose title, in either language, or name holds what was typed, in order.
  package func matches(_ keymap: Keymap) -> [Command] {
    let typed = chooser.line.text.lowercased().filter { !$0.isWhitespace }
    return Self.offered(in: context, keymap).filter { command in
      typed.isEmpty
        || [command.title.english, command.title.chinese, command.rawValue].contains { name in
          Self.isSubsequence(typed, of: name.lowercased())
        }
    }
  }

  /// Commands that have a key in the context or where it falls back to; what only moves a caret is left out.
  private static func offered(in context: KeyContext, _ keymap: Keymap) -> [Command] {
    var contexts = [context] + context.fallbacks
    if !contexts.contains(.outsideText) { contexts.append(.outsideText) }
    for more in [KeyContext.prompt, .shot, .takes] where !contexts.contains(more) { contexts.append(more) }
    var seen = Set<Command>()
    let bound = contexts.flatMap { context in keymap.bindings.filter { $0.context == context }.map(\.command) }
    // No key leads to these two: this is the way to them.
    return (bound + [.switchLanguage, .setUp, .showSettings, .chooseProfile]).filter {
      $0.isOfferedByName && seen.insert($0).inserted
    }
  }

  private static func isSubsequence(_ typed: String, of name: String) -> Bool {
    var rest = name[...]
    for character in typed {
      guard let at = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: at)...]
    }
    return true
  }
}
