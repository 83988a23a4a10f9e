/// What the draft on the screen is, apart from its words and settings.
package struct DraftCard: Equatable, Sendable {
  /// Nil until the store has it.
  package var id: DraftID?
  package var name: String?
  package var parent: Take.Number?
  /// The first revision of `DraftSaving` that is of this draft: answers about older ones tell of the draft before.
  var firstRevision = 0

  package init(id: DraftID? = nil, name: String? = nil, parent: Take.Number? = nil) {
    self.id = id
    self.name = name
    self.parent = parent
  }

  /// What takes remember of where they come from when the draft is sent.
  var origin: TakeOrigin { TakeOrigin(shot: name, parent: parent, draft: id) }
}
