/// Finds the name a person most likely meant.
enum NearestName {
  /// The candidate with the fewest edits, when that is at most a third of the letters (and at least two).
  static func of(_ name: String, among candidates: [String]) -> String? {
    let typed = Array(name.lowercased())
    var best: (name: String, edits: Int)?
    for candidate in candidates {
      let edits = edits(from: typed, to: Array(candidate.lowercased()))
      if edits < best?.edits ?? .max { best = (candidate, edits) }
    }
    guard let best, best.edits <= max(2, typed.count / 3), best.edits < typed.count else { return nil }
    return best.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment distance).
  static func edits(from a: [Character], to b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
