package import TerminalCanvas

/// Everything that can happen to the screens, in the past tense. `State.apply(_:)` is the one who answers.
package enum Action: Equatable, Sendable {
  // The person
  case input(Input, at: Timestamp)
  case resized(Size)
  /// A second passed that somebody can see, or a deadline of the state was reached.
  case clockAdvanced(Timestamp)
  /// The terminal was given back by a suspend.
  case resumed
  /// The program is about to be ended by a signal, a hang-up or the end of input.
  case ending

  // The store
  case draftSaved(revision: Int)
  case draftNotSaved(Problem)
  case rowsLoaded(TakeRows)
  case liveTakesLoaded([Take])
  case lessonsLoaded([Lesson])
  case eventsLoaded(Take.Number, [TakeEvent], answer: String?)

  // The takes
  case takesRecorded([Take], TakeCounts)
  case takesNotRecorded(Problem)
  case takeChanged(Take, TakeCounts)
  case checkPlanned(Take.Number, Timestamp?)
  case takeAsked(Take.Number, at: Timestamp)
  case takeReached(Take.Number, at: Timestamp, nextCheck: Timestamp?)
  case takeNotReached(Take.Number, Problem, at: Timestamp, nextCheck: Timestamp?)
  case transferProgressed(Take.Number, TakeActivity.Transfer)
  case importRefused(Problem)

  // The service
  case serviceChanged(ServiceStatus)
  case networkChanged(NetworkState)
  case noted(Note)
  case setupSaved(ServiceStatus)
  case setupNotSaved(Problem)
  /// No film can be saved in that folder.
  case folderRefused(String, reason: String)
  /// That picture cannot be sent.
  case imageRefused(ReferenceImage, Problem)
}
