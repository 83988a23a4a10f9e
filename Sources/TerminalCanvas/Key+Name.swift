/// How keys are called: on the screen, in `keys.toml` and in scripts.
extension Key {
  /// Such as `Ctrl-X`, `Shift-F5`, `Space`, `PgUp`, or the character itself.
  package var name: String {
    let prefix = Self.prefixes.filter { modifiers.contains($0.modifier) }.map(\.name).joined()
    switch code {
    case .character(" "): return prefix + "Space"
    case .character(let character): return prefix + (modifiers.isEmpty ? String(character) : character.uppercased())
    case .function(let number): return prefix + "F\(number)"
    default: return prefix + (Self.names.first { $0.code == code }?.name ?? "")
    }
  }

  /// Reads a name, capitals or not, in the form in which terminals report the key: `Ctrl-I` is Tab, `Shift-a` is `A`. Only
  /// a character without a modifier is taken as it is written. Nil: no key is called so.
  package init?(name: String) {
    var rest = name[...]
    var modifiers: Modifiers = []
    while let prefix = Self.prefixes.first(where: { rest.count > $0.name.count && rest.hasPrefixOfAnyCase($0.name) }) {
      rest = rest.dropFirst(prefix.name.count)
      modifiers.insert(prefix.modifier)
    }
    if rest.count == 1, let character = rest.first {
      guard !character.isWhitespace else { return nil }
      let plain = modifiers.isEmpty ? character : character.lowercased().first ?? character
      let scalars = plain.unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first else {
        self.init(.character(plain), modifiers)
        return
      }
      self = .typed(scalar, with: modifiers)
    } else if rest.lowercased() == "space" {
      self = .typed(" ", with: modifiers)
    } else if let named = Self.names.first(where: { $0.name.lowercased() == rest.lowercased() }) {
      self.init(named.code, modifiers)
    } else if rest.hasPrefixOfAnyCase("F"), let number = Int(rest.dropFirst()), (1...63).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  private static let prefixes: [(name: String, modifier: Modifiers)] = [
    ("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift),
  ]

  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Tab", .tab), ("Esc", .escape), ("Backspace", .backspace), ("Delete", .delete),
    ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]
}

extension Substring {
  fileprivate func hasPrefixOfAnyCase(_ prefix: String) -> Bool { lowercased().hasPrefix(prefix.lowercased()) }
}
