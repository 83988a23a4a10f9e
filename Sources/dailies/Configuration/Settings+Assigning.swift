import DailiesCore

extension Settings {
  /// The settings of a profile, under `[profiles.NAME]`.
  static let profileNames = ["base_url", "models", "allow_plain_http"]

  /// What became of a value that was to be set.
  enum Assignment: Equatable {
    case done
    case unknown
    case refused(SettingsWarning.Allowed)
  }

  /// Sets one value by its name; changes nothing unless it fits.
  mutating func assign(_ path: [String], _ value: SettingValue) -> Assignment {
    if path.first == "profiles" { return assignInProfile(path, value) }
    guard path.count == 1, let field = Settings.fields.first(where: { $0.name == path[0] }) else { return .unknown }
    switch field.kind {
    case .flag(let property):
      guard let flag = value.asFlag else { return .refused(.flag) }
      self[keyPath: property] = flag
    case .number(let property, let range):
      guard let number = value.asNumber, range.contains(number) else { return .refused(.number(range)) }
      self[keyPath: property] = number
    case .text(let property):
      guard let text = value.asText, !text.trimmed.isEmpty else { return .refused(.text) }
      self[keyPath: property] = text
    case .optionalText(let property):
      guard let text = value.asText else { return .refused(.text) }
      self[keyPath: property] = text.trimmed.isEmpty ? nil : text
    case .language:
      switch value.asText?.lowercased() {
      case "auto": language = nil
      case "en": language = .english
      case "zh-hans", "zh": language = .chinese
      default: return .refused(.languages)
      }
    }
    return .done
  }

  private mutating func assignInProfile(_ path: [String], _ value: SettingValue) -> Assignment {
    guard path.count > 1 else { return .refused(.profileTable) }
    guard Profile.isName(path[1]) else { return .refused(.profileName) }
    var profile = profiles[path[1]] ?? Profile()
    switch path.dropFirst(2) {
    case []:
      guard value == .table else { return .refused(.profileTable) }
    case ["base_url"]:
      guard let text = value.asText else { return .refused(.text) }
      profile.baseURL = text.trimmed
    case ["models"]:
      guard let models = value.asList?.map(\.trimmed), !models.isEmpty, !models.contains("") else {
        return .refused(.models)
      }
      profile.models = models
    case ["allow_plain_http"]:
      guard let flag = value.asFlag else { return .refused(.flag) }
      profile.allowsPlainHTTP = flag
    default: return .unknown
    }
    profiles[path[1]] = profile
    return .done
  }

  /// The value that a name has now, to be shown; nil when there is no such name.
  func value(of name: String) -> SettingValue? {
    let path = name.split(separator: ".").map(String.init)
    if path.count == 3, path[0] == "profiles", let profile = profiles[path[1]] {
      switch path[2] {
      case "base_url": return .text(profile.baseURL)
      case "models": return .list(profile.models)
      case "allow_plain_http": return .flag(profile.allowsPlainHTTP)
      default: return nil
      }
    }
    guard let field = Settings.fields.first(where: { $0.name == name }) else { return nil }
    switch field.kind {
    case .flag(let property): return .flag(self[keyPath: property])
    case .number(let property, _): return .number(self[keyPath: property])
    case .text(let property): return .text(self[keyPath: property])
    case .optionalText(let property): return .text(self[keyPath: property] ?? "")
    case .language: return .text(language?.rawValue ?? "auto")
    }
  }
}

extension Profile {
  /// Whether a profile may be called so: letters, digits, `-` and `_`, as the name is also that of its key file.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.first != "-"
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

extension SettingsWarning.Allowed {
  static let flag = Self(Phrase("%1 or %2", "%1 或 %2"), "true", "false")
  static let languages = Self(Phrase("one of %1", "%1 之一"), "auto, en, zh-Hans")
  static let text = Self(Phrase("a text in quotes", "带引号的文本"))
  static let models = Self(
    Phrase("a list of names such as [\"veo-3.1-fast-generate-001\"]", "名称列表，如 [\"veo-3.1-fast-generate-001\"]"))
  static let profileTable = Self(Phrase("headings such as [profiles.work]", "形如 [profiles.work] 的小节"))
  static let profileName = Self(Phrase("profile names of letters, digits, - and _", "由字母、数字、- 和 _ 组成的配置名"))

  static func number(_ range: ClosedRange<Int>) -> Self {
    Self(
      Phrase("a whole number from %1 to %2", "%1 到 %2 的整数"), String(range.lowerBound), String(range.upperBound))
  }
}

extension Language {
  /// The language of a locale: `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
  init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    self.init(locale: names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "")
  }
}
