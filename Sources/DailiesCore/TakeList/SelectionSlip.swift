/// The selection went to another take by itself, as the one before left the list: a key that is on its way meant that one.
struct SelectionSlip: Equatable, Sendable {
  /// How long a key may have been on its way.
  static let reaction = Duration.milliseconds(700)

  /// When it happened; nil: a key has come since.
  var at: Timestamp?
  /// What a key was done to last: that this take leaves the list is what the person wanted.
  var acted: Take.Number?
}

extension State {
  mutating func noteSlip(from before: Take.Number?, by action: Action) {
    switch action {
    case .input, .typed, .stepped, .lineTyped: slip.at = nil
    default:
      guard let before, let selected = list.selectedNumber, selected != before, before != slip.acted else { return }
      slip.at = now
    }
  }

  /// Whether what cannot be undone is not done yet, because the person may not have seen what it would be done to.
  mutating func refusesSlipped(_ command: Command, on take: Take) -> Bool {
    defer { slip.acted = take.number }
    let isForGood =
      switch command {
      case .drop, .dropBatch: true
      case .open: [.held, .leaving].contains(take.phase)
      default: false
      }
    guard isForGood, layers.isEmpty, let at = slip.at, now - at < SelectionSlip.reaction else { return false }
    note(Note(Strings.selectionSlipped, take.number.description, tone: .attention))
    return true
  }
}
