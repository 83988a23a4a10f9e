/// Names as they are written in `keys.toml`: `next_pane` for `nextPane`.
extension Command {
  package var name: String { rawValue.snakeCase }

  package init?(name: String) {
    guard let command = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = command
  }
}

extension KeyContext {
  package var name: String { rawValue.snakeCase }

  package init?(name: String) {
    guard let context = Self.allCases.first(where: { $0.name == name }) else { return nil }
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
