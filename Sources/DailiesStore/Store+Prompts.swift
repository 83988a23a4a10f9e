package import DailiesCore
import GRDB
import Synchronization

/// The history: all that was ever written or sent.
extension Store {
  /// The newest prompts that hold what is looked for, each text once. What the open draft says now is not among them.
  ///
  /// The index of pairs of characters is walked from its newest end until there are enough, and only texts that may match
  /// are read.
  package func history(_ query: HistoryQuery) async throws(StoreError) -> HistoryPage {
    let open = openDraft.withLock { $0?.id }
    return try await read { db in
      let words = query.search.foldedForSearch.split(whereSeparator: \.isWhitespace).map(String.init)
      var entries: [HistoryEntry] = []
      var places: [String: Int] = [:]
      let (sql, arguments) = Self.historySearch(words)
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      while entries.count < query.limit, let row = try rows.next() {
        if let draft = row["draft"] as Int?, draft == open { continue }
        let text: String = row["text"]
        let take = (row["take"] as Int?).map { Take.Number($0) }
        if let place = places[text] {
          entries[place].take = max(entries[place].take, take)
          continue
        }
        places[text] = entries.count
        entries.append(HistoryEntry(text: text, used: Timestamp(milliseconds: row["used"]), take: take))
      }
      return HistoryPage(query: query, entries: entries)
    }
  }

  private static func historySearch(_ words: [String]) -> (String, StatementArguments) {
    let columns = "SELECT used, draft, take, text"
    guard let expression = CharacterPairs.expression(words) else {
      return ("\(columns) FROM prompts ORDER BY id DESC", [])
    }
    let conditions = words.map { _ in "AND instr(coalesce(folded, text), ?) > 0" }.joined(separator: " ")
    let source = "FROM prompt_pairs CROSS JOIN prompts ON prompts.id = prompt_pairs.rowid"
    return (
      "\(columns) \(source) WHERE prompt_pairs MATCH ? \(conditions) ORDER BY prompt_pairs.rowid DESC",
      [expression] + StatementArguments(words)
    )
  }
}

/// The newer of two takes, where there may be none.
private func max(_ a: Take.Number?, _ b: Take.Number?) -> Take.Number? {
  guard let a, let b else { return a ?? b }
  return a > b ? a : b
}
