/// Work that follows from an action, as data. `EffectRunner` performs it.
package enum Effect: Equatable, Sendable {
  case quit
  /// Ends the screens and opens them again on the demo service.
  case startDemo
  case redraw
  case suspend
  case reportMouse(Bool)
  case copy(String)
  /// Copies the take's record as JSON.
  case copyRecord(Take)

  case saveDraft(DraftRecord, revision: Int)
  /// Begins a new draft row, so that the one before stays in the store.
  case beginDraft(DraftRecord, revision: Int)
  case loadRows(TakeQuery)
  case loadLiveTakes
  case loadEvents(Take.Number)
  /// What the service at this address took and refused before.
  case loadLessons(baseURL: String)

  /// One yes: record the intents and start the countdown. `seconds` 0 sends at once.
  case confirm(Confirmation, countdown: Int)
  case takeBack([Take.Number])
  case sendNow([Take.Number])
  /// A held take leaves again, by a key.
  case release([Take.Number], countdown: Int)
  case save([Take.Number])
  case checkNow([Take.Number])
  case settle(Take.Number, Settlement)
  case hide([Take.Number], Bool)
  case importTake(id: String)
  case selectTake(Take.Number?)
  case setAutosave(Bool)
  case play(path: String)
  case saveSetup(SetupAnswers)
  /// Answered only when no film can be saved there.
  case checkFolder(String)
  /// Answered only when the picture cannot be sent as it is now.
  case checkImage(ReferenceImage)
}
