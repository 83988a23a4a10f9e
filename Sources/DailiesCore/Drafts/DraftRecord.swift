/// A draft as the store keeps it: the words with their caret and undo steps, and what stands beside them.
package struct DraftRecord: Equatable, Codable, Sendable {
  package var prompt: PromptEditor.Snapshot
  package var shot: ShotSettings
  /// The shot it is meant to become, as the person named it; nil: it is called by its first words.
  package var name: String?
  /// The take whose prompt and settings it began with.
  package var parent: Take.Number?

  package init(
    prompt: PromptEditor.Snapshot, shot: ShotSettings, name: String? = nil, parent: Take.Number? = nil
  ) {
    self.prompt = prompt
    self.shot = shot
    self.name = name
    self.parent = parent
  }
}

/// Which draft of a store.
package struct DraftID: Hashable, Codable, Sendable {
  package let value: Int

  package init(_ value: Int) { self.value = value }

  package init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int.self) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// A draft of the store that this program goes on writing.
package struct StoredDraft: Equatable, Sendable {
  package var id: DraftID
  package var record: DraftRecord

  package init(id: DraftID, record: DraftRecord) {
    self.id = id
    self.record = record
  }
}
