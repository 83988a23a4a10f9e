import GRDB

/// The pairs of neighbouring characters in texts, as tokens of a full-text index: whatever part of a text is searched for, its
/// pairs are among those of the text. Trigrams would not do, since one or two Chinese characters are a word.
///
/// An index of them names few texts that do not hold what is searched for; the text itself has the last word. Tables keep
/// what this type made of their texts, and delete by it: a change of it is a migration.
///
/// Source: https://sqlite.org/fts5.html (tokenizer "ascii": letters, digits and all beyond ASCII are parts of tokens).
enum CharacterPairs {
  /// Pairs looked for at most: more of them rule out hardly anything.
  private static let mostSearched = 48

  /// The table that finds rows of another one by their texts.
  static func index(_ name: String) -> String {
    """
    CREATE VIRTUAL TABLE \(name) USING fts5(
      pairs, content = '', detail = 'none', columnsize = 0, prefix = '1', tokenize = 'ascii'
    );
    """
  }

  /// Has an index find a row by its text.
  ///
  /// - Parameter folded: As `foldedForSearch` makes it.
  static func add(_ folded: String, of row: Int, to index: String, _ db: Database) throws {
    try db.run("INSERT INTO \(index) (rowid, pairs) VALUES (?, ?)", [row, tokens(of: folded)])
  }

  /// Has an index forget a row. It has to be told what it was given.
  static func remove(_ folded: String, of row: Int, from index: String, _ db: Database) throws {
    try db.run("INSERT INTO \(index) (\(index), rowid, pairs) VALUES ('delete', ?, ?)", [row, tokens(of: folded)])
  }

  /// Every pair in a text once, and the last character of every word: what one character begins is then all there is of it.
  ///
  /// - Parameter folded: As `foldedForSearch` makes it.
  static func tokens(of folded: String) -> String {
    var tokens = Set<String>()
    for run in runs(of: folded) {
      for (first, second) in zip(run, run.dropFirst()) { tokens.insert(token(first) + token(second)) }
      if let last = run.last { tokens.insert(token(last)) }
    }
    return tokens.sorted().joined(separator: " ")
  }

  /// An FTS5 expression for the texts that may hold all of the words; nil when every text may.
  static func expression(_ words: [String]) -> String? {
    var terms: [String] = []
    for run in words.flatMap(runs) {
      if run.count == 1 { terms.append("\"\(token(run[0]))\" *") }
      for (first, second) in zip(run, run.dropFirst()) {
        let term = "\"\(token(first) + token(second))\""
        if !terms.contains(term) { terms.append(term) }
      }
    }
    return terms.isEmpty ? nil : terms.prefix(mostSearched).joined(separator: " AND ")
  }

  /// What stands between blanks.
  private static func runs(of text: String) -> [[UnicodeScalar]] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map(Array.init)
  }

  /// Punctuation of ASCII would end a token: characters for private use stand for it.
  private static func token(_ scalar: UnicodeScalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case _ where scalar.isASCII: UnicodeScalar(0xE000 + scalar.value).map { String($0) } ?? ""
    default: String(scalar)
    }
  }
}
