package import DailiesCore

/// What the downloader tells, in order.
package enum DownloadUpdate: Equatable, Sendable {
  /// A try has begun.
  case started(Take.Number)
  /// At most ten times a second for one film.
  case progressed(Take.Number, TakeActivity.Transfer)
  /// A try failed, and the next one comes by itself at that time.
  case waiting(Take.Number, Problem, until: Timestamp)
  /// It waits for room on the disk.
  case lacksSpace(Take.Number, SpaceLack)
  /// There is room for it again.
  case hasSpace(Take.Number)
  /// The film is checked and in place.
  case finished(Take.Number, path: String, bytes: Int64, film: Take.FilmFacts?)
  /// No further try by itself; what arrived is kept.
  case failed(Take.Number, Problem)
  /// There is no film to be had.
  case gone(Take.Number, Problem)
  /// Taken out by `Downloader.cancel`; what arrived is kept.
  case cancelled(Take.Number)
}
