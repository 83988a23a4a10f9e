package import DailiesCore
package import VideosAPI

/// What the poller tells, in order. `nextCheck` is nil when no check is planned.
package enum PollUpdate: Equatable, Sendable {
  /// A take is watched now, or its next check was moved.
  case planned(Take.Number, nextCheck: Timestamp?)
  case asked(Take.Number, at: Timestamp)
  /// The service answered with a state; after a final one the take is no longer watched.
  case answered(Take.Number, Video, at: Timestamp, nextCheck: Timestamp?)
  /// The check failed, which says nothing about the take.
  case failed(Take.Number, Problem, at: Timestamp, nextCheck: Timestamp?)
  /// The service refused the question, which says nothing about the take; it is asked again only by a person.
  case refused(Take.Number, Problem, at: Timestamp)
  /// Not known to the service for several minutes. Asking goes on.
  case seemsLost(Take.Number, Problem)

  // Pauses and broken ways are those of a host: told of each of its services that asks, one after the other.

  /// The host asked for a pause in everything.
  case slowedDown(Take.Service, until: Timestamp)
  /// The host cannot be reached; the way is tried again at that time.
  case offline(Take.Service, Problem, nextTry: Timestamp)
  /// The key was refused twice: nothing is asked until the key was changed, or a person asks.
  case stopped(Take.Service, Problem)
  /// After one of the three above: the service answers again.
  case resumed(Take.Service)
}
