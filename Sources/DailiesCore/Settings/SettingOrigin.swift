/// Where the value of a setting comes from.
package enum SettingOrigin: Hashable, Sendable {
  case flag(String)
  case environment(String)
  /// A settings file, with the line where it could be found.
  case file(path: String, line: Int?)
  case standard

  /// The file that the screens write, beside the person's own.
  package static let writtenFile = "settings.toml"

  /// Whether it ranks above what the screens can write: a change made there would not hold.
  package var outranksScreens: Bool {
    switch self {
    case .flag, .environment: true
    case .file(let path, _): !path.hasSuffix("/" + Self.writtenFile)
    case .standard: false
    }
  }

  package func text(_ language: Language) -> String {
    switch self {
    case .flag(let name), .environment(let name): name
    case .file(let path, let line?): Phrase("%1, line %2", "%1 第 %2 行")(language, path, String(line))
    case .file(let path, nil): path
    case .standard: Phrase("the default", "默认值")(language)
    }
  }
}
