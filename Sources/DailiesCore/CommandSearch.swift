/// Finds commands by what was typed of them: the beginning of a name counts more than its middle, and that more than letters
/// in between.
struct CommandSearch {
  /// Small letters, without blanks.
  private let typed: [Character]
  private let language: Language

  init(_ typed: String, _ language: Language) {
    self.typed = Self.letters(typed)
    self.language = language
  }

  /// The commands that match, the best first; equals stay in their order.
  func best(of commands: [Command]) -> [Command] {
    if typed.isEmpty { return commands }
    let ranked = commands.compactMap { command in rank(of: command).map { (command: command, rank: $0) } }
    return Array(Set(ranked.map(\.rank))).sorted().flatMap { rank in ranked.filter { $0.rank == rank }.map(\.command) }
  }

  /// 0 the beginning, 1 the middle, 2 in between; nil when it does not match.
  private func rank(of command: Command) -> Int? {
    let names = [command.title.english, command.title.chinese, command.name].map(Self.letters)
    var ranks = names.compactMap { rank(in: $0, matching: ==) }
    if language == .chinese {
      ranks += [
        rank(in: Self.letters(command.title.chinese)) { PinyinInitials.letters(of: $1).contains($0) || $0 == $1 }
      ]
      .compactMap { $0 }
    }
    return ranks.min()
  }

  private func rank(in name: [Character], matching isMatch: (Character, Character) -> Bool) -> Int? {
    func begins(at start: Int) -> Bool {
      name.count - start >= typed.count && zip(typed, name[start...]).allSatisfy(isMatch)
    }
    if begins(at: 0) { return 0 }
    if name.indices.contains(where: begins) { return 1 }
    var rest = name[...]
    for character in typed {
      guard let at = rest.firstIndex(where: { isMatch(character, $0) }) else { return nil }
      rest = rest[(at + 1)...]
    }
    return 2
  }

  /// Names are written with `_`, titles with blanks: neither matters.
  private static func letters(_ text: String) -> [Character] {
    Array(text.lowercased().filter { !$0.isWhitespace && $0 != "_" })
  }
}
