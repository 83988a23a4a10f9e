/// The language of the screens.
package enum Language: String, Hashable, Codable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh-Hans"

  /// Chooses by the name of a locale, such as `zh_CN.UTF-8`; English for all others.
  package init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}

/// One text of the program in both languages: the compiler asks for both. `%1` to `%9` stand for arguments, `%{command}`
/// for the key of a command (`Wording`).
package struct Phrase: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in `language`, with the arguments in their places and the keys as they are out of the box.
  package func callAsFunction(_ language: Language, _ arguments: String...) -> String {
    fill(Wording(language), arguments)
  }

  /// The text with the arguments in their places, and with the keys of a person.
  package func callAsFunction(_ wording: Wording, _ arguments: String...) -> String {
    fill(wording, arguments)
  }

  package func fill(_ language: Language, _ arguments: [String]) -> String { fill(Wording(language), arguments) }

  package func fill(_ wording: Wording, _ arguments: [String]) -> String {
    let text = wording.language == .english ? english : chinese
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var filled = ""
    var rest = text[...]
    while let percent = rest.utf8.firstIndex(of: UInt8(ascii: "%")) {
      filled += rest[..<percent]
      let next = rest.index(after: percent)
      if next < rest.endIndex, let place = rest[next].wholeNumberValue, arguments.indices.contains(place - 1) {
        filled += arguments[place - 1]
        rest = rest[rest.index(after: next)...]
      } else if next < rest.endIndex, rest[next] == "{", let end = rest[next...].firstIndex(of: "}"),
        let key = wording.key(rest[rest.index(after: next)..<end])
      {
        filled += key
        rest = rest[rest.index(after: end)...]
      } else {
        filled += "%"
        rest = rest[next...]
      }
    }
    return filled + rest
  }
}
