/// Asks a person what became of an UNSURE take.
package struct SettleSheet: Equatable, Sendable {
  package enum Choice: Int, CaseIterable, Sendable {
    case id, neverArrived, lost
  }

  package var take: Take
  package var choice = Choice.id
  package var id = LineEditor()
  /// The id that the service is being asked about.
  package var asked: String?
  package var refusal: Note?

  package init(take: Take) { self.take = take }

  package mutating func move(by step: Int) {
    let count = Choice.allCases.count
    choice = Choice.allCases[(choice.rawValue + step + count) % count]
    refusal = nil
  }

  /// The answer as it stands; nil while the id is missing.
  package var settlement: Settlement? {
    switch choice {
    case .id:
      let text = id.text.filter { !$0.isWhitespace }
      return text.isEmpty ? nil : .id(text)
    case .neverArrived: return .neverArrived
    case .lost: return .lost
    }
  }
}
