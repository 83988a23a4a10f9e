/// The lines that `__name__` stands for, by name: what the person keeps in `wildcards/NAME.txt`.
package struct Wildcards: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    /// What each line is read as; a line that cannot be read stands for itself.
    var lines: [[PatternNode]]
    /// The texts that they stand for in all; nil when they lead back to themselves or to a name that is not there.
    var count: Int?
  }

  private(set) var entries: [String: Entry] = [:]

  /// - Parameter files: The texts of the files by their names without `.txt`. Blank lines and those that begin with `#` are
  ///   left out.
  package init(_ files: [String: String] = [:]) {
    for (name, text) in files { entries[name] = Entry(lines: Self.lines(text), count: nil) }
    var open: Set<String> = []
    var known: [String: Int?] = [:]
    for name in entries.keys.sorted() {
      let count = count(of: name, &open, &known)
      entries[name]?.count = count
    }
  }

  package var names: [String] { entries.keys.sorted() }

  private static func lines(_ text: String) -> [[PatternNode]] {
    text.split(whereSeparator: \.isNewline).compactMap { row in
      let line = String(row).trimming
      if line.isEmpty || line.hasPrefix("#") { return nil }
      let nodes = try? PatternReader.read(line)
      return nodes ?? [.text(line)]
    }
  }

  private func count(of name: String, _ open: inout Set<String>, _ known: inout [String: Int?]) -> Int? {
    if let found = known[name] { return found }
    guard let entry = entries[name], open.count < PatternNode.deepest, open.insert(name).inserted else { return nil }
    defer { open.remove(name) }
    var sum: Int? = 0
    for line in entry.lines {
      guard let before = sum, let more = count(of: line, &open, &known) else {
        sum = nil
        break
      }
      sum = PatternCount.sum(before, more)
    }
    known[name] = .some(sum)
    return sum
  }

  private func count(_ nodes: [[PatternNode]], _ open: inout Set<String>, _ known: inout [String: Int?]) -> Int? {
    var sum = 0
    for alternative in nodes {
      guard let count = count(of: alternative, &open, &known) else { return nil }
      sum = PatternCount.sum(sum, count)
    }
    return sum
  }

  private func count(
    of nodes: [PatternNode], _ open: inout Set<String>, _ known: inout [String: Int?]
  ) -> Int? {
    var product = 1
    for node in nodes {
      switch node {
      case .text: continue
      case .choice(let alternatives):
        guard let count = count(alternatives, &open, &known) else { return nil }
        product = PatternCount.product(product, count)
      case .wildcard(let name, _):
        guard let count = count(of: name, &open, &known) else { return nil }
        product = PatternCount.product(product, count)
      }
    }
    return product
  }
}

/// How many texts a pattern stands for. `Int.max` stands for that many and more.
package enum PatternCount {
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }

  static func product(_ a: Int, _ b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max : product
  }

  /// `1,296`; beyond a thousand millions only that it is more.
  package static func text(_ count: Int) -> String {
    let isBeyond = count > 1_000_000_000
    var digits = String(isBeyond ? 1_000_000_000 : count)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (isBeyond ? ">" : "") + ([digits] + groups).joined(separator: ",")
  }
}
