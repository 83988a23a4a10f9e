/// A word to somebody who looks elsewhere: what happened within a moment, as one.
package struct Notice: Equatable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case ready, saved, failed, unsure
    /// Takes wait on our side until a person does something.
    case held
    /// A limit on spending is reached.
    case limit
  }

  package struct Item: Equatable, Sendable {
    package var kind: Kind
    package var take: Take

    package init(kind: Kind, take: Take) {
      self.kind = kind
      self.take = take
    }
  }

  /// The takes it is about, in the order of their numbers.
  package var items: [Item]
  /// The limits that were reached.
  package var limits: [SpendingLimits.Name]
  /// What is said, in the language of the screens.
  package let text: String

  /// The name of the program: the title of every notice.
  package static let title = "Dailies"

  package init(_ items: [Item], limits: [SpendingLimits.Name] = [], _ language: Language) {
    self.items = items.sorted { $0.take.number < $1.take.number }
    self.limits = limits
    text = Self.text(self.items, limits, language)
  }

  /// A notice about nothing, to try whether one arrives.
  package init(trying text: String) {
    items = []
    limits = []
    self.text = text
  }

  /// Without duplicates, in the order in which they are said.
  package var kinds: [Kind] {
    Kind.allCases.filter { kind in kind == .limit ? !limits.isEmpty : items.contains { $0.kind == kind } }
  }

  /// What wants a person first.
  private static let order: [Kind] = [.unsure, .failed, .held, .ready, .saved]

  private static func text(_ items: [Item], _ limits: [SpendingLimits.Name], _ language: Language) -> String {
    var parts: [String] = []
    for kind in order {
      let takes = items.filter { $0.kind == kind }.map(\.take)
      guard let first = takes.first else { continue }
      let word = kind.word(first)(language)
      if takes.count > 1 {
        parts.append(Strings.noticeSeveral(language, String(takes.count), word))
        continue
      }
      let words = items.count == 1 ? first.order.firstWords : ""
      let named = Strings.noticeOne(language, first.number.description, word)
      parts.append(words.isEmpty ? named : Strings.noticeWords(language, named, words))
    }
    parts += limits.map { ($0.isOfDay ? Strings.noticeDay : Strings.noticeMonth)(language, $0.rawValue) }
    return parts.joined(separator: language == .english ? ", " : "，")
  }
}

extension Notice.Kind {
  fileprivate func word(_ take: Take) -> Phrase {
    switch self {
    case .ready: TakePhase.ready.word
    case .saved: TakePhase.saved.word
    case .failed: take.phase.word
    case .unsure: TakePhase.unsure.word
    case .held, .limit: TakePhase.held.word
    }
  }
}

extension Order {
  /// What a prompt begins with: enough to know it by, too little to read it over a shoulder.
  package var firstWords: String {
    let line = prompt.trimming.prefix { !$0.isNewline }
    var words = ""
    for word in line.split(separator: " ") {
      let longer = words.isEmpty ? String(word) : words + " " + word
      guard longer.utf8.count <= 32 else { break }
      words = longer
    }
    // A line without blanks, as Chinese is written.
    if words.isEmpty { words = String(line.prefix(10)) }
    return words.count < prompt.trimming.count && !words.isEmpty ? words + "…" : words
  }
}
