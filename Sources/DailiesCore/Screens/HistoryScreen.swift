/// The history search: all prompts that were ever written or sent, the newest first; type to narrow.
package struct HistoryScreen: Equatable, Sendable {
  package var chooser = Chooser()
  /// What the store found; nil until it came.
  package var page: HistoryPage?

  /// Entries asked for at a time.
  private static let window = 50

  package init() {}

  package var query: HistoryQuery { HistoryQuery(search: chooser.text, limit: Self.window) }

  /// What the list wants from the store now; nil when it has enough below the selected entry.
  package var missing: HistoryQuery? {
    guard let page, page.query.search == chooser.text else { return query }
    let isNearEnd = chooser.selected + Self.window / 2 > page.entries.count
    return isNearEnd && !page.isComplete
      ? HistoryQuery(search: chooser.text, limit: page.entries.count + Self.window) : nil
  }

  package var entries: [HistoryEntry] { page?.entries ?? [] }

  package var selected: HistoryEntry? {
    entries.indices.contains(chooser.selected) ? entries[chooser.selected] : nil
  }

  /// Takes in what came, unless something else was asked for since; until then what is there stays.
  mutating func receive(_ new: HistoryPage) {
    guard new.query.search == chooser.text else { return }
    page = new
    chooser.select(chooser.selected, of: new.entries.count)
  }
}
