import DailiesCore
package import DailiesRuntime
package import DemoService
package import TerminalCanvas

/// One line of a script after its head.
package enum ScriptStep: Equatable, Sendable {
  // The person
  case type(String)
  case paste(String)
  /// Pastes the id of the take that the service accepted last: what its console would show.
  case pasteID
  case keys([Key])
  case mouse(Mouse)
  case resize(Size)

  // The world
  case advance(Duration)
  case fault(FaultPlan.Operation, Fault)
  /// The fault of every request for which none waits; `.pass` ends that.
  case faultAlways(FaultPlan.Operation, Fault)
  /// Nothing listens at the service's address any more.
  case offline
  case online
  /// The key that the program finds when it is opened next.
  case apiKey(ScriptSetup.APIKeyChoice)
  /// Ends the program, if it still runs, and opens it again on what it left behind; on the demo service when the
  /// person asked for that.
  case restart

  // What should be
  case screen(String)
  case expect(String)
  case expectNot(String)
  case expectTitle(String)
  case expectCopied(String)
  case expectEnd(Session.End)
  /// So many create requests have arrived at the service, and so many of them were accepted.
  case expectCreates(received: Int, accepted: Int)
  /// The one film whose name begins so is byte for byte this clip.
  case expectFilm(prefix: String, clip: String)
  /// So many files are in the folder of films, partial ones included.
  case expectFiles(Int)
}
