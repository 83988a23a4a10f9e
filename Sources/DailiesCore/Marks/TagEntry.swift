/// A line for the tags of some takes, with the known ones to complete from.
package struct TagEntry: Equatable, Sendable {
  package let takes: [Take.Number]
  package private(set) var line: LineEditor
  /// The tags there are, once they were read; the most used first.
  package var known: [KnownName] = []
  package var refusal: Note?
  /// What was typed of the last tag before Tab went on from name to name.
  private var stem: String?

  package init(takes: [Take.Number], tags: [String]) {
    self.takes = takes
    line = LineEditor(tags.joined(separator: ", "))
  }

  /// What Enter does; nil while that cannot be told. For several takes an empty line does nothing: none of them loses its
  /// tags by an Enter too many.
  package var change: TagChange? { isEmptyForMany ? nil : TagChange(line.text) }

  var isEmptyForMany: Bool { takes.count > 1 && line.text.trimming.isEmpty }

  /// The known tags that the last one may become; those in the line are left out.
  package var candidates: [String] {
    let typed = (stem ?? lastWord).lowercased()
    let others = Set(words.dropLast().map { $0.lowercased() })
    return known.map(\.name).filter {
      let name = $0.lowercased()
      return name.hasPrefix(typed) && !others.contains(name)
    }
  }

  /// The candidate that stands in the line, while Tab goes through them.
  package var chosen: String? { stem == nil ? nil : lastWord }

  package mutating func insert(_ text: String) {
    line.insert(text)
    stem = nil
    refusal = nil
  }

  /// Does what an editing or completing key asks for; false when it is neither.
  package mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .complete, .nextRow: step(by: 1)
    case .previousRow: step(by: -1)
    default:
      guard line.perform(command) else { return false }
      stem = nil
    }
    refusal = nil
    return true
  }

  private mutating func step(by step: Int) {
    let candidates = candidates
    guard !candidates.isEmpty else { return }
    let at = stem == nil ? nil : candidates.firstIndex(of: lastWord)
    let next = at.map { $0 + step } ?? (step > 0 ? 0 : -1)
    let stem = stem ?? lastWord
    let head = String(line.text.dropLast(lastWord.count))
    line = LineEditor(head + candidates[(next + candidates.count) % candidates.count])
    self.stem = stem
  }

  /// The tags in the line without their signs, the one that is being typed at the end; it may be empty.
  private var words: [String] {
    line.text.split(omittingEmptySubsequences: false) { $0.isWhitespace || TagChange.separators.contains($0) }
      .map { String($0.drop { "+-#＋－＃".contains($0) }) }
  }

  private var lastWord: String { words.last ?? "" }
}

/// A word that takes have in common, and how many have it.
package struct KnownName: Hashable, Sendable {
  package var name: String
  package var count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}
