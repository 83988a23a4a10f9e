import DailiesCore
import VideosAPI
import VideosHTTP

/// What follows a try that brought no film in place.
///
/// Source: Videos API reference, the table in "Film".
enum DownloadVerdict: Equatable {
  /// A fault that goes by: try again a few times, not before the wait the service asked for.
  case passing(Problem, wait: Duration?)
  /// There is no way to the service: a state of the network, not of the film.
  case unreachable(Problem)
  /// The film is not finished yet.
  case early(Problem, wait: Duration?)
  /// The key was refused: asked once more before it is said.
  case keyRefused(Problem)
  /// There is no film to be had from this source, and there will be none.
  case gone(Problem)
  /// Trying again would not help; a person decides.
  case failed(Problem)
  /// The same from any source: the fault is on this machine.
  case failedHere(Problem)
  /// Broken off on purpose.
  case cancelled

  init(_ error: any Error) {
    let problem = Problem(error)
    switch error {
    case is CancellationError: self = .cancelled
    case let error as VideosError where error.code == .cancelled: self = .cancelled
    case let error as VideosError: self = Self.verdict(error, problem)
    case is DownloadFault: self = .passing(problem, wait: nil)
    default: self = .failedHere(problem)
    }
  }

  private static func verdict(_ error: VideosError, _ problem: Problem) -> DownloadVerdict {
    switch error.kind {
    case .withheld, .expired: return .gone(problem)
    case .notReady: return .early(problem, wait: error.retryAfter)
    case .keyRefused: return .keyRefused(problem)
    default: break
    }
    switch (error.stage, error.code) {
    case (_, .addressRefused), (_, .invalidID), (_, .tooManyRedirects): return .failed(problem)
    case (.notSent, _) where problem.kind == .unreachable: return .unreachable(problem)
    case (.notSent, _), (.answerLost, _): return .passing(problem, wait: nil)
    case (.answered(let status), _):
      switch status {
      case 401, 403: return .keyRefused(problem)
      case 410: return .gone(problem)
      // A success that is no film is a fault like any other.
      case 200..<300, 404, 408, 409, 425, 429, 500...: return .passing(problem, wait: error.retryAfter)
      default: return .failed(problem)
      }
    }
  }
}
