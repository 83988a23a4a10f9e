/// Why something did not work: in words of our own, which are there in both languages, or in those of the system or of a
/// program, which are quoted as they came.
package struct Reason: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ phrase: Phrase, _ arguments: String...) {
    english = phrase.fill(.english, arguments)
    chinese = phrase.fill(.chinese, arguments)
  }

  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package init(quoting words: String) {
    english = words
    chinese = words
  }

  /// A reason behind the name of what it is about.
  package init(_ name: String, _ reason: Reason) {
    english = name + ": " + reason.english
    chinese = name + "：" + reason.chinese
  }

  package func text(_ language: Language) -> String { language == .english ? english : chinese }
}

extension Problem {
  /// A problem whose detail is in words of our own.
  package init(_ kind: Kind, _ reason: Reason) {
    self.init(kind, detail: reason.english)
    if reason.chinese != reason.english { chineseDetail = reason.chinese }
  }

  package func detail(_ language: Language) -> String {
    language == .chinese ? chineseDetail ?? detail : detail
  }
}
