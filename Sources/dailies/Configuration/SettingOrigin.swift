import DailiesCore

/// Where the value of a setting comes from.
enum SettingOrigin: Hashable, Sendable {
  case flag(String)
  case environment(String)
  /// A settings file, with the line where it could be found.
  case file(path: String, line: Int?)
  case standard

  func text(_ language: Language) -> String {
    switch self {
    case .flag(let name), .environment(let name): name
    case .file(let path, let line?): Phrase("%1, line %2", "%1 第 %2 行")(language, path, String(line))
    case .file(let path, nil): path
    case .standard: Phrase("the default", "默认值")(language)
    }
  }
}
