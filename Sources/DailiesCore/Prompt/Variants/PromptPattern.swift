/// A prompt that stands for several: which texts, and how many. None of them is made before it is asked for.
package struct PromptPattern: Hashable, Sendable {
  private let nodes: [PatternNode]
  private let wildcards: Wildcards
  /// The texts it stands for, repeated ones among them; `Int.max`: that many and more.
  package let count: Int

  /// What a text is read as: itself, several, or something that cannot be unfolded.
  package enum Reading: Hashable, Sendable {
    case plain
    case pattern(PromptPattern)
    case flaw(PatternFlaw)
  }

  package static func read(_ text: String, wildcards: Wildcards) -> Reading {
    do throws(PatternFlaw) {
      guard let nodes = try PatternReader.read(text) else { return .plain }
      try check(nodes, wildcards)
      return .pattern(PromptPattern(nodes, wildcards))
    } catch {
      return .flaw(error)
    }
  }

  private init(_ nodes: [PatternNode], _ wildcards: Wildcards) {
    self.nodes = nodes
    self.wildcards = wildcards
    count = Self.count(nodes, wildcards)
  }

  private static func check(_ nodes: [PatternNode], _ wildcards: Wildcards) throws(PatternFlaw) {
    for node in nodes {
      switch node {
      case .text: break
      case .choice(let alternatives): for alternative in alternatives { try check(alternative, wildcards) }
      case .wildcard(let name, let offset):
        guard let entry = wildcards.entries[name] else { throw PatternFlaw(.unknownWildcard(name), at: offset) }
        if entry.lines.isEmpty { throw PatternFlaw(.emptyWildcard(name), at: offset) }
        guard let count = entry.count, count > 0 else { throw PatternFlaw(.brokenWildcard(name), at: offset) }
      }
    }
  }

  // MARK: Counting

  private static func count(_ nodes: [PatternNode], _ wildcards: Wildcards) -> Int {
    nodes.reduce(1) { PatternCount.product($0, count($1, wildcards)) }
  }

  private static func count(_ node: PatternNode, _ wildcards: Wildcards) -> Int {
    switch node {
    case .text: 1
    case .choice(let alternatives): alternatives.reduce(0) { PatternCount.sum($0, count($1, wildcards)) }
    case .wildcard(let name, _): wildcards.entries[name]?.count ?? 0
    }
  }

  private func alternatives(_ node: PatternNode) -> [[PatternNode]] {
    switch node {
    case .text(let text): [[.text(text)]]
    case .choice(let alternatives): alternatives
    case .wildcard(let name, _): wildcards.entries[name]?.lines ?? []
    }
  }

  // MARK: Unfolding

  /// The texts in order, the first choice changing last, without those that were there before.
  ///
  /// - Parameter limit: How many combinations are looked at, at most.
  package func first(_ limit: Int) -> [PromptVariant] {
    distinct((0..<min(limit, count)).lazy.map { variant(at: $0) })
  }

  /// Texts by chance, without repeated ones; in order where they can be numbered.
  ///
  /// - Parameters:
  ///   - size: How many are wanted; fewer come when there are not so many.
  ///   - seed: The same one draws the same texts.
  package func sample(_ size: Int, seed: UInt64) -> [PromptVariant] {
    var draw = SeededDraw(seed: seed)
    guard count < .max else {
      let drawn = (0..<size * 4).lazy.map { _ in variant(by: &draw) }
      return Array(distinct(drawn, limit: size))
    }
    if count <= 4096 {
      let chosen = distinct((0..<count).shuffled(using: &draw).lazy.map { variant(at: $0) }, limit: size)
      return chosen.sorted { $0.place < $1.place }
    }
    let drawn = (0..<size * 4).lazy.map { _ in variant(at: Int.random(in: 0..<count, using: &draw)) }
    return distinct(drawn, limit: size).sorted { $0.place < $1.place }
  }

  private func distinct(_ variants: some Sequence<PromptVariant>, limit: Int = .max) -> [PromptVariant] {
    var seen: Set<String> = []
    var found: [PromptVariant] = []
    for variant in variants {
      if seen.insert(variant.text).inserted { found.append(variant) }
      if found.count >= limit { break }
    }
    return found
  }

  private func variant(at index: Int) -> PromptVariant {
    var variant = PromptVariant(place: index)
    var rest = index
    var size = count
    for node in nodes {
      size /= max(1, Self.count(node, wildcards))
      variant.add(text(of: node, at: rest / size), isChoice: node.isChoice)
      rest %= size
    }
    return variant
  }

  private func text(of node: PatternNode, at index: Int) -> String {
    if case .text(let text) = node { return text }
    var rest = index
    for alternative in alternatives(node) {
      let count = Self.count(alternative, wildcards)
      if rest < count { return text(of: alternative, at: rest, of: count) }
      rest -= count
    }
    return ""
  }

  private func text(of nodes: [PatternNode], at index: Int, of count: Int) -> String {
    var text = ""
    var rest = index
    var size = count
    for node in nodes {
      size /= max(1, Self.count(node, wildcards))
      text += self.text(of: node, at: rest / size)
      rest %= size
    }
    return text
  }

  /// Where there are too many to be numbered.
  private func variant(by draw: inout SeededDraw) -> PromptVariant {
    var variant = PromptVariant(place: 0)
    for node in nodes { variant.add(text(of: node, by: &draw), isChoice: node.isChoice) }
    return variant
  }

  private func text(of node: PatternNode, by draw: inout SeededDraw) -> String {
    if case .text(let text) = node { return text }
    let all = alternatives(node)
    let total = Self.count(node, wildcards)
    // Every text as likely as the others, as long as they can be counted.
    var rest = total < .max ? Int.random(in: 0..<max(1, total), using: &draw) : 0
    var chosen = all.randomElement(using: &draw) ?? []
    if total < .max {
      for alternative in all {
        let count = Self.count(alternative, wildcards)
        chosen = alternative
        if rest < count { break }
        rest -= count
      }
    }
    return chosen.map { text(of: $0, by: &draw) }.joined()
  }
}

extension PatternNode {
  fileprivate var isChoice: Bool { if case .text = self { false } else { true } }
}

/// One of the texts that a pattern stands for.
package struct PromptVariant: Hashable, Sendable {
  package private(set) var text = ""
  /// What was chosen, from the first choice to the last: what tells it from its sisters.
  package private(set) var choices: [String] = []
  fileprivate var place: Int

  fileprivate init(place: Int) { self.place = place }

  fileprivate mutating func add(_ piece: String, isChoice: Bool) {
    text += piece
    if isChoice { choices.append(piece) }
  }

  /// The choices in one line; `-` stands for nothing.
  package var label: String {
    choices.map { choice in
      let line = choice.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return line.isEmpty ? "-" : line
    }.joined(separator: " / ")
  }
}

/// A small seeded generator (SplitMix64): a draw that can be made again.
struct SeededDraw: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
