/// Names as they are written in `keys.toml`: `next_pane` for `nextPane`.
extension Command {
  package var name: String { rawValue.snakeCase }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  package init?(name: String) {
    guard let command = Self.byName[name] else { return nil }
    self = command
  }
}

extension KeyContext {
  package var name: String { rawValue.snakeCase }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  package init?(name: String) {
    guard let context = Self.byName[name] else { return nil }
    self = context
  }
}

extension String {
  /// `copy_id` for `copyID`.
  fileprivate var snakeCase: String {
    var name = ""
    var previous: Character = "_"
    for character in self {
      if character.isUppercase, previous.isLowercase { name += "_" }
      name += character.lowercased()
      previous = character
    }
    return name
  }
}
