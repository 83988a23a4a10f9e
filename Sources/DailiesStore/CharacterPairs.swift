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
    // Two code points side by side; the second is 0 where a word ends.
    var pairs = Set<UInt64>()
    var last: UInt64 = 0
    for scalar in folded.unicodeScalars {
      let next: UInt64 = isBlank(scalar) ? 0 : UInt64(standIn(scalar).value)
      if last != 0 { pairs.insert(last << 32 | next) }
      last = next
    }
    if last != 0 { pairs.insert(last << 32) }
    var tokens = String.UnicodeScalarView()
    for pair in pairs.sorted() {
      if !tokens.isEmpty { tokens.append(" ") }
      tokens.append(
        contentsOf: [pair >> 32, pair & 0xFFFF_FFFF].compactMap { $0 == 0 ? nil : Unicode.Scalar(UInt32($0)) })
    }
    return String(tokens)
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
    text.unicodeScalars.split(whereSeparator: isBlank).map(Array.init)
  }

  private static func isBlank(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func token(_ scalar: UnicodeScalar) -> String { String(standIn(scalar)) }

  /// Punctuation of ASCII would end a token: characters for private use stand for it.
  private static func standIn(_ scalar: UnicodeScalar) -> UnicodeScalar {
    switch scalar {
    case "a"..."z", "0"..."9": scalar
    case _ where scalar.isASCII: UnicodeScalar(0xE000 + scalar.value) ?? scalar
    default: scalar
    }
  }
}
