/// Which drafts the drawer shows.
package enum DraftView: Hashable, Sendable, CaseIterable {
  /// All that were not deleted, those that were sent among them.
  case kept
  case deleted
}

/// Which rows of the drawer are wanted; the draft changed last (or deleted last) is row 0.
package struct DraftQuery: Hashable, Sendable {
  package var view: DraftView
  /// Stands in the name or anywhere in the words; empty finds all.
  package var search: String
  package var range: Range<Int>

  package init(view: DraftView = .kept, search: String = "", range: Range<Int>) {
    self.view = view
    self.search = search
    self.range = range
  }
}

/// A draft as a row of the drawer.
package struct DraftRow: Equatable, Sendable {
  package var id: DraftID
  package var name: String?
  /// The beginning of its words, on one line.
  package var head: String
  /// Grapheme clusters of its words.
  package var characters: Int
  package var shot: ShotSettings
  package var updated: Timestamp
  package var deleted: Timestamp?
  /// When it was sent last, and the take that came of it.
  package var sent: Sent?

  package struct Sent: Equatable, Sendable {
    package var at: Timestamp
    package var take: Take.Number

    package init(at: Timestamp, take: Take.Number) {
      self.at = at
      self.take = take
    }
  }

  package init(
    id: DraftID, name: String? = nil, head: String, characters: Int, shot: ShotSettings, updated: Timestamp,
    deleted: Timestamp? = nil, sent: Sent? = nil
  ) {
    self.id = id
    self.name = name
    self.head = head
    self.characters = characters
    self.shot = shot
    self.updated = updated
    self.deleted = deleted
    self.sent = sent
  }
}

/// What the store found: a part of the rows, and how many there are.
package struct DraftRows: Equatable, Sendable {
  package var query: DraftQuery
  package var rows: [DraftRow]
  package var total: Int

  package init(query: DraftQuery, rows: [DraftRow], total: Int) {
    self.query = query
    self.rows = rows
    self.total = total
  }

  /// The row of an index of the whole list; nil when it was not loaded.
  package func row(_ index: Int) -> DraftRow? {
    let place = index - query.range.lowerBound
    return rows.indices.contains(place) ? rows[place] : nil
  }
}

/// What can be done to a draft in the drawer.
package enum DraftChange: Hashable, Sendable {
  case rename(DraftID, String?)
  case duplicate(DraftID)
  /// Kept for 30 days.
  case delete(DraftID)
  /// Nil: the draft that was deleted last.
  case restore(DraftID?)
}
