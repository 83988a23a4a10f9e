/// A value as it was found, before anyone has asked whether it fits its setting.
package enum SettingValue: Hashable, Sendable {
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([String])
  /// From a flag or the environment, where everything is text.
  case typed(String)
  /// A heading, or braces: settings lie under it.
  case table
  /// A kind that no setting has, as it is written in the file.
  case other(String)

  package var asFlag: Bool? {
    switch self {
    case .flag(let value): value
    case .typed(let text):
      switch text.lowercased() {
      case "true", "yes", "on", "1": true
      case "false", "no", "off", "0": false
      default: nil
      }
    default: nil
    }
  }

  package var asNumber: Int? {
    switch self {
    case .number(let value): value
    case .typed(let text): Int(text)
    default: nil
    }
  }

  /// A number as it would be written in quotes, exactly: `80`, `12.5`.
  var asAmount: String? {
    switch self {
    case .number(let value): String(value)
    case .other(let written) where Money(written, "") != nil: written
    default: nil
    }
  }

  package var asText: String? {
    switch self {
    case .text(let text), .typed(let text): text
    default: nil
    }
  }

  package var asList: [String]? {
    switch self {
    case .list(let items): items
    case .typed(let text): text.split(separator: ",").map { String($0).trimming }.filter { !$0.isEmpty }
    default: nil
    }
  }

  /// How the value is written, for a message. A name and password in front of a host are left out.
  package var shown: String {
    switch self {
    case .flag(let value): String(value)
    case .number(let value): String(value)
    case .text(let text), .typed(let text): "\"\(Self.withoutPassword(text))\""
    case .list(let items): "[" + items.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    case .table: "{…}"
    case .other(let written): written
    }
  }

  private static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://"), let at = text.lastIndex(of: "@"), at > scheme.upperBound else {
      return text
    }
    return text[..<scheme.upperBound] + "…" + text[at...]
  }
}
