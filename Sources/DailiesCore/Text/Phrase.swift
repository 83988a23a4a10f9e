/// The language of the screens.
package enum Language: String, Hashable, Codable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh-Hans"

  /// Chooses by the name of a locale, such as `zh_CN.UTF-8`; English for all others.
  package init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}

/// One text of the program in both languages: the compiler asks for both. `%1` to `%9` stand for arguments.
package struct Phrase: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in `language`, with the arguments in their places.
  package func callAsFunction(_ language: Language, _ arguments: String...) -> String {
    fill(language, arguments)
  }

  package func fill(_ language: Language, _ arguments: [String]) -> String {
    let text = language == .english ? english : chinese
    if arguments.isEmpty { return text }
    var filled = ""
    var rest = text[...]
    while let percent = rest.firstIndex(of: "%") {
      filled += rest[..<percent]
      let next = rest.index(after: percent)
      if next < rest.endIndex, let place = rest[next].wholeNumberValue, arguments.indices.contains(place - 1) {
        filled += arguments[place - 1]
        rest = rest[rest.index(after: next)...]
      } else {
        filled += "%"
        rest = rest[next...]
      }
    }
    return filled + rest
  }
}
