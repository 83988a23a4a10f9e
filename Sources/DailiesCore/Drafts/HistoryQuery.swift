/// What is looked for among all prompts that were ever written or sent.
package struct HistoryQuery: Hashable, Sendable {
  /// Each word, parted by blanks, stands somewhere in the prompt; empty finds all.
  package var search: String
  /// How many at most, the newest.
  package var limit: Int

  package init(search: String = "", limit: Int) {
    self.search = search
    self.limit = limit
  }
}

/// A prompt of the history; each text is one entry, however often it was sent.
package struct HistoryEntry: Equatable, Sendable {
  package var text: String
  /// When it was last written or sent.
  package var used: Timestamp
  /// The newest take that was ordered with it; nil: never sent.
  package var take: Take.Number?

  package init(text: String, used: Timestamp, take: Take.Number? = nil) {
    self.text = text
    self.used = used
    self.take = take
  }
}

/// What the store found, newest first.
package struct HistoryPage: Equatable, Sendable {
  package var query: HistoryQuery
  package var entries: [HistoryEntry]

  package init(query: HistoryQuery, entries: [HistoryEntry]) {
    self.query = query
    self.entries = entries
  }

  /// There is no more to be had than this.
  package var isComplete: Bool { entries.count < query.limit }
}
