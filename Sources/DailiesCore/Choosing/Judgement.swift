/// Where a take stands with the person who chooses: what views and `is:…` in a search pick out.
package enum Judgement: Int, Hashable, Sendable, CaseIterable {
  case circled
  /// Its film is here, and nobody has judged it.
  case unrated
  case noGood

  /// In a list by verdict: what there is nothing to judge of comes last.
  package static let noRank = 3

  package var title: Phrase {
    switch self {
    case .circled: Phrase("Circled", "圈选")
    case .unrated: Phrase("Unrated", "未评")
    case .noGood: Phrase("No good", "不用")
    }
  }

  /// As the command line and a search name it.
  package var name: String {
    switch self {
    case .circled: "circled"
    case .unrated: "unrated"
    case .noGood: "no-good"
    }
  }

  /// The word of a search that stands for it.
  package var search: String { "is:" + name }

  /// Reads its name in either language; nil for anything else.
  package init?(name: some StringProtocol) {
    let typed = name.lowercased().replacing(" ", with: "-")
    let found = Self.allCases.first { typed == $0.name || typed == $0.title.chinese }
    guard let found else { return nil }
    self = found
  }

  /// Reads a word of a search; nil for one that is to be looked for in texts.
  package init?(search word: some StringProtocol) {
    let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    guard parts.count == 2, parts[0].lowercased() == "is" else { return nil }
    self.init(name: parts[1])
  }
}

extension Take {
  package var judgement: Judgement? {
    switch verdict {
    case .circled: .circled
    case .noGood: .noGood
    case nil: phase == .saved ? .unrated : nil
    }
  }
}

/// A search taken apart: words that all stand in the texts of a take, and judgements of which one is that of the take.
package struct SearchWords: Hashable, Sendable {
  package private(set) var words: [String] = []
  package private(set) var judgements: [Judgement] = []

  package init(_ search: String) {
    for word in search.split(whereSeparator: \.isWhitespace) {
      if let judgement = Judgement(search: word) {
        judgements.append(judgement)
      } else {
        words.append(String(word))
      }
    }
  }

  package var isEmpty: Bool { words.isEmpty && judgements.isEmpty }
}

extension TakeScope {
  /// Everything that is judged so, and nothing else; nil: it is no such view.
  package var judgement: Judgement? {
    let search = SearchWords(search)
    return view == .all && shot == nil && search.words.isEmpty && search.judgements.count == 1
      ? search.judgements[0] : nil
  }
}
