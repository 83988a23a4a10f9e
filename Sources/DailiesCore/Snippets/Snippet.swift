/// A phrase for prompts, with a name and slots.
package struct Snippet: Hashable, Sendable {
  /// Empty: none.
  package var group: String
  package var name: String
  /// As it is written in its file, slots as `${1:default}`.
  package var text: String
  /// The language it comes with Dailies in; nil: the person's own.
  package var language: Language?

  package init(group: String, name: String, text: String, language: Language?) {
    self.group = group
    self.name = name
    self.text = text
    self.language = language
  }
}

/// All snippets there are, in the order of their files.
package struct SnippetLibrary: Equatable, Sendable {
  package let snippets: [Snippet]
  /// Beside each, in small letters, what is searched of it.
  private let searched: [String]

  /// - Parameters:
  ///   - own: The person's; one of them takes the place of a delivered one of the same name.
  ///   - delivered: Those that come with Dailies.
  package init(own: [Snippet] = [], delivered: [Snippet] = []) {
    let names = Set(own.map(\.name))
    snippets = own + delivered.filter { !names.contains($0.name) }
    searched = snippets.map { snippet in
      [snippet.group, snippet.name, SnippetText(snippet.text).plain].joined(separator: "\n").lowercased()
    }
  }

  /// Those whose group, name or text holds every word of `typed`: the person's own first, then those in `language`. A
  /// name that begins with what was typed comes before one that does not.
  package func matches(_ typed: String, language: Language) -> [Snippet] {
    let words = typed.lowercased().split(whereSeparator: \.isWhitespace)
    let found = zip(snippets, searched).filter { _, whole in words.allSatisfy { whole.contains($0) } }.map(\.0)
    func rank(_ snippet: Snippet) -> Int {
      let begins = words.first.map { snippet.name.lowercased().hasPrefix($0) } ?? false
      let order = snippet.language == nil ? 0 : snippet.language == language ? 1 : 2
      return (begins ? 0 : 3) + order
    }
    return (0..<6).flatMap { wanted in found.filter { rank($0) == wanted } }
  }
}
