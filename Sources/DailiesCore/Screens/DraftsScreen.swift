/// The drawer: every draft, the one changed last on top; type to narrow, Enter goes on writing it.
package struct DraftsScreen: Equatable, Sendable {
  package var chooser = Chooser()
  package var view = DraftView.kept
  /// The rows around the selected one; nil until they came.
  package var rows: DraftRows?

  /// Rows asked for at a time.
  private static let window = 100

  package init() {}

  /// What the list wants from the store now.
  package var query: DraftQuery {
    let start = max(0, chooser.selected - Self.window / 2)
    return DraftQuery(view: view, search: chooser.text, range: start..<start + Self.window)
  }

  /// What the list wants from the store when it lacks rows near the selected one; nil when it has them.
  package var missing: DraftQuery? {
    guard let rows, rows.query.view == view, rows.query.search == chooser.text else { return query }
    let near = max(0, chooser.selected - Self.window / 4)..<min(rows.total, chooser.selected + Self.window / 4)
    let has = rows.query.range.lowerBound..<rows.query.range.lowerBound + rows.rows.count
    return near.isEmpty || (has.lowerBound <= near.lowerBound && near.upperBound <= has.upperBound) ? nil : query
  }

  package var selected: DraftRow? { rows?.row(chooser.selected) }

  /// Takes in rows that came, unless something else was asked for since; until then those that are there stay.
  mutating func receive(_ new: DraftRows) {
    guard new.query.view == view, new.query.search == chooser.text else { return }
    rows = new
    chooser.select(chooser.selected, of: new.total)
  }
}
