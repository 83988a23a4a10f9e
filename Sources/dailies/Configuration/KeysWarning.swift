import DailiesCore

/// Something in `keys.toml` that is not as it should be. What is right beside it counts all the same.
struct KeysWarning: Equatable, Sendable {
  let origin: SettingOrigin
  let phrase: Phrase
  let arguments: [String]

  init(_ origin: SettingOrigin, _ phrase: Phrase, _ arguments: String...) {
    self.origin = origin
    self.phrase = phrase
    self.arguments = arguments
  }

  var reason: Reason { Reason(english: text(.english), chinese: text(.chinese)) }

  /// One sentence; may hold foreign text, so it passes `PrintableText` before it is shown.
  func text(_ language: Language) -> String {
    let separator = language == .english ? ": " : "："
    return origin.text(language) + separator + phrase.fill(language, arguments)
  }

  /// A name that nothing has, with the one that is spelled most alike.
  static func unknown(_ origin: SettingOrigin, _ what: Phrase, _ name: String, among names: [String]) -> KeysWarning {
    guard let nearest = NearestName.of(name, among: names) else {
      let phrase = Phrase("no \(what.english) is called “%1”.", "没有名为“%1”的\(what.chinese)。")
      return KeysWarning(origin, phrase, name)
    }
    let phrase = Phrase(
      "no \(what.english) is called “%1”; did you mean “%2”?", "没有名为“%1”的\(what.chinese)；是否应为“%2”？")
    return KeysWarning(origin, phrase, name, nearest)
  }

  static func objection(
    _ origin: SettingOrigin, _ objection: Keymap.Objection, key: String, context: KeyContext
  ) -> KeysWarning {
    switch objection {
    case .means(nothing: let command):
      let phrase = Phrase("%1 does nothing under [%2].", "%1 在 [%2] 下不起作用。")
      return KeysWarning(origin, phrase, command.name, context.name)
    case .isTyped:
      let phrase = Phrase(
        "%1 is text where [%2] holds; take a key with Ctrl or Alt, or a function key.",
        "%1 在 [%2] 的范围内是文字；请用带 Ctrl 或 Alt 的键，或功能键。")
      return KeysWarning(origin, phrase, key, context.name)
    case .picksChoice:
      return KeysWarning(origin, Phrase("%1 picks a choice under [%2].", "%1 在 [%2] 下用于选择选项。"), key, context.name)
    case .stays(let command):
      let phrase = Phrase("%1 stays %3 under [%2]: it is the way out.", "%1 在 [%2] 下固定为 %3，以免无法退出。")
      return KeysWarning(origin, phrase, key, context.name, command.name)
    }
  }
}
