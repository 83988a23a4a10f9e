import VideosAPI
import VideosHTTP

extension PollSchedule.Outcome {
  /// What a failed state query means for asking again.
  ///
  /// Source: Videos API reference, "Asking again".
  init(_ error: VideosError) {
    switch (error.stage, error.code) {
    case (_, .cancelled): self = .abandoned
    case (_, .invalidID): self = .refused
    case (.notSent, _): self = .unreachable
    case (.answerLost, _): self = .passing(wait: nil)
    case (.answered(let status), .service(let kind)): self = Self.outcome(status, kind, error.retryAfter)
    case (.answered, _): self = .passing(wait: error.retryAfter)
    }
  }

  private static func outcome(_ status: Int, _ kind: ErrorKind, _ wait: Duration?) -> Self {
    switch (status, kind) {
    case (429, _): .rateLimited(wait: wait)
    case (401, _), (403, _), (_, .keyRefused): .keyRefused
    // Some servers say 400 or 500 of a job that they do not know, or not yet.
    case (404, _), (_, .unknownID): .unknown
    case (400, .notReady), (400, .passing): .passing(wait: wait)
    case (400, _): .refused
    default: .passing(wait: wait)
    }
  }
}
