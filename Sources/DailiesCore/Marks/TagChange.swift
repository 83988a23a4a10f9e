/// What is typed for tags: `a, b` are the tags from now on, `+x -y` come and go.
package enum TagChange: Hashable, Sendable {
  case set([String])
  case adjust(adding: [String], removing: [String])

  /// Tags are parted by commas and blanks; `#` before one is left out. Nil when some have a sign and others none.
  package init?(_ text: String) {
    var plain: [String] = []
    var adding: [String] = []
    var removing: [String] = []
    for part in text.split(whereSeparator: { $0.isWhitespace || Self.separators.contains($0) }) {
      switch part.first {
      case "+", "＋": adding += Self.tag(part.dropFirst())
      case "-", "－": removing += Self.tag(part.dropFirst())
      default: plain += Self.tag(part)
      }
    }
    let isAdjusting = !adding.isEmpty || !removing.isEmpty
    if isAdjusting, !plain.isEmpty { return nil }
    self = isAdjusting ? .adjust(adding: Self.unique(adding), removing: removing) : .set(Self.unique(plain))
  }

  static let separators: Set<Character> = [",", "，", "、", ";", "；"]

  /// The tags of a take that has `tags`; nil for none.
  package func result(for tags: [String]?) -> [String]? {
    let result: [String]
    switch self {
    case .set(let tags): result = tags
    case .adjust(let adding, let removing):
      let gone = Set(removing.map { $0.lowercased() })
      result = Self.unique((tags ?? []) + adding).filter { !gone.contains($0.lowercased()) }
    }
    return result.isEmpty ? nil : result
  }

  private static func tag(_ text: Substring) -> [String] {
    let name = text.drop { $0 == "#" || $0 == "＃" }
    return name.isEmpty ? [] : [String(name)]
  }

  /// Each once, without regard to case, as it was written first.
  private static func unique(_ tags: [String]) -> [String] {
    var seen = Set<String>()
    return tags.filter { seen.insert($0.lowercased()).inserted }
  }
}
