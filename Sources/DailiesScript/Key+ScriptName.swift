package import TerminalCanvas

extension Key {
  /// Reads `f5`, `enter`, `ctrl-p`, `shift-left`, `alt-enter`, `space` or a single character; nil for anything else.
  package init?(scriptName: String) {
    var name = scriptName[...]
    var modifiers: Modifiers = []
    let prefixes: [(String, Modifiers)] = [("ctrl-", .control), ("alt-", .alt), ("shift-", .shift)]
    while let (prefix, modifier) = prefixes.first(where: { name.count > $0.0.count && name.hasPrefix($0.0) }) {
      name = name.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    guard let code = Self.code(String(name)) else { return nil }
    self.init(code, modifiers)
  }

  private static func code(_ name: String) -> Code? {
    if name.count == 1, let character = name.first { return .character(character) }
    if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number) { return .function(number) }
    let named: [String: Code] = [
      "enter": .enter, "tab": .tab, "esc": .escape, "backspace": .backspace, "delete": .delete, "insert": .insert,
      "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp,
      "pgdn": .pageDown, "space": .character(" "),
    ]
    return named[name]
  }
}
