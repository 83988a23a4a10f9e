package import TerminalCanvas

/// Work that follows from an action, as data. `EffectRunner` performs it.
package enum Effect: Equatable, Sendable {
  case quit
  /// Ends the screens and opens them again on the demo service.
  case startDemo
  case redraw
  case suspend
  case reportMouse(Bool)
  /// Reads the files of snippets.
  case loadSnippets
  /// Asks the terminal how wide it draws what.
  case measureTerminal
  /// Keeps what the terminal answered to that for the next start.
  case keepWidths(WidthMeasurement)
  /// Draws for the background that the terminal told, and keeps that for the next start.
  case adoptBackground(isLight: Bool)
  case copy(String)
  /// Copies the take's record as JSON.
  case copyRecord(Take)

  case saveDraft(DraftRecord, revision: Int)
  /// Begins a new draft row, so that the one before stays in the store.
  case beginDraft(DraftRecord, revision: Int)
  case loadRows(TakeQuery)
  case loadLiveTakes
  case loadEvents(Take.Number)

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
  /// What counts against the limits of a profile on a day and in its month.
  case loadSpending(profile: String, Day)
  case loadLedger(LedgerQuery)
  /// Reads the price table again.
  case loadPrices
  case addPrice(PriceTable.Price)
  /// Writes the sums as a CSV file; never over another one.
  case exportLedger(LedgerQuery, path: String)
  case saveSetup(SetupAnswers)
  /// Answered only when no film can be saved there.
  case checkFolder(String)
  /// Reads the files of wildcards.
  case loadWildcards
  /// Answered only when the picture cannot be sent as it is now.
  case checkImage(ReferenceImage)
}
