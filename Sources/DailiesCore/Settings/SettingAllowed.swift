/// What a setting takes, in words.
package struct SettingAllowed: Hashable, Sendable {
  package let phrase: Phrase
  package let arguments: [String]

  package init(_ phrase: Phrase, _ arguments: String...) {
    self.phrase = phrase
    self.arguments = arguments
  }

  package func text(_ language: Language) -> String { phrase.fill(language, arguments) }
}

extension SettingAllowed {
  static let flag = Self(Phrase("%1 or %2", "%1 或 %2"), "true", "false")
  static let text = Self(Phrase("a text in quotes", "带引号的文本"))
  static let fileName = Self(
    Phrase("a text in quotes that has no other fields than %1", "带引号的文本，字段只限 %1"),
    Settings.fileNameFields.map { "{\($0)}" }.joined(separator: " "))
  static let list = Self(
    Phrase("a list of names such as [\"veo-3.1-fast-generate-001\"]", "名称列表，如 [\"veo-3.1-fast-generate-001\"]"))
  static let rate = Self(
    Phrase("an amount a second from \"10 kB\" on, such as \"2 MB\"", "每秒的数据量，如 \"2 MB\"，不小于 \"10 kB\""))
  static let size = Self(Phrase("an amount of bytes such as \"500 MB\"", "数据量，如 \"500 MB\""))
  static let profileTable = Self(Phrase("headings such as [profiles.work]", "形如 [profiles.work] 的小节"))
  static let profileName = Self(Phrase("profile names of letters, digits, - and _", "由字母、数字、- 和 _ 组成的配置名"))

  static func words(_ words: [String]) -> Self {
    Self(Phrase("one of %1", "%1 之一"), words.joined(separator: ", "))
  }

  static func number(_ range: ClosedRange<Int>) -> Self {
    Self(
      Phrase("a whole number from %1 to %2", "%1 到 %2 的整数"), String(range.lowerBound), String(range.upperBound))
  }
}
