import DailiesCore

/// Something in the settings that is not as it should be.
struct SettingsWarning: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// No setting has this name; `nearest` is the one that is spelled most alike.
    case unknown(nearest: String?)
    /// It looks like an API key, which has its own place.
    case keyInSettings
    /// The value does not fit.
    case value(shown: String, allowed: Allowed)
  }

  typealias Allowed = SettingAllowed

  /// Dotted.
  let name: String
  let kind: Kind
  let origin: SettingOrigin

  /// A value that does not fit stops the start (exit 3): to go on with another one could send to the wrong place.
  var isRefusal: Bool {
    if case .value = kind { true } else { false }
  }

  var reason: Reason { Reason(english: text(.english), chinese: text(.chinese)) }

  /// One sentence; may hold foreign text, so it passes `PrintableText` before it is shown.
  func text(_ language: Language) -> String {
    let place = origin.text(language)
    switch kind {
    case .unknown(let nearest?):
      let phrase = Phrase("%1: unknown setting “%2”; did you mean “%3”?", "%1：未知设置“%2”；是否应为“%3”？")
      return phrase(language, place, name, nearest)
    case .unknown(nil):
      return Phrase("%1: unknown setting “%2”.", "%1：未知设置“%2”。")(language, place, name)
    case .keyInSettings:
      let phrase = Phrase(
        "%1: “%2” is not read here; an API key belongs in DAILIES_API_KEY or the file keys/PROFILE beside the settings.",
        "%1：此处不读取“%2”；API 密钥应放在 DAILIES_API_KEY 或设置旁的 keys/PROFILE 文件中。")
      return phrase(language, place, name)
    case .value(let shown, let allowed):
      let phrase = Phrase("%1: %2 = %3 is refused; allowed: %4.", "%1：%2 = %3 不被接受；允许：%4。")
      return phrase(language, place, name, shown, allowed.phrase.fill(language, allowed.arguments))
    }
  }
}
