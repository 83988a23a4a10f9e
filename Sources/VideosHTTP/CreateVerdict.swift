internal import VideosAPI

/// What a failed create means for the take that it was for.
///
/// | answer | verdict |
/// |---|---|
/// | 400, 404, 405, 413, 422 and other plain refusals | refused |
/// | 401, 403, 402, 3xx, a used-up budget, nothing sent | held |
/// | 429 | slowed down |
/// | 408, 409, 5xx, cut, late, unreadable, a success without an id, anything else | unsure |
///
/// The HTTP status decides, never the words of the message, but for two: a used-up budget comes with several
/// statuses, and a wrong key with 400 on servers without a database. Both only count among the statuses that refuse.
public enum CreateVerdict: Hashable, Sendable {
  /// The service took nothing and will not take the same again.
  case refused
  /// The service took nothing; the same may be sent again once the reason is gone.
  case held(Reason)
  /// The service took nothing now; it may be sent again after the wait, when one was named.
  case slowedDown(wait: Duration?)
  /// A video may be under way and may be charged. Never sent again without a person.
  case unsure

  /// Why nothing can be sent until a person has done something about it.
  public enum Reason: Hashable, Sendable {
    /// Nothing left this machine.
    case notSent
    case keyRefused
    case balanceUsedUp
    /// The service answered with another address.
    case moved
    /// A proxy on the way wants to know who is asking.
    case proxyRefused
  }

  /// What a failed `create` means for the order.
  public init(_ error: VideosError) {
    switch error.stage {
    case .notSent:
      if case .invalidRequest = error.code { self = .refused } else { self = .held(.notSent) }
    case .answerLost:
      self = .unsure
    case .answered(let status):
      self = Self.verdict(status: status, error)
    }
  }

  private static func verdict(status: Int, _ error: VideosError) -> CreateVerdict {
    switch status {
    case 300..<400: return .held(.moved)
    case 401: return .held(.keyRefused)
    case 402: return .held(.balanceUsedUp)
    case 403: return .held(error.kind == .balanceUsedUp ? .balanceUsedUp : .keyRefused)
    case 407: return .held(.proxyRefused)
    case 429: return error.kind == .balanceUsedUp ? .held(.balanceUsedUp) : .slowedDown(wait: error.retryAfter)
    case 400, 404, 405, 406, 410, 411, 413, 414, 415, 422, 426, 431, 451:
      switch error.kind {
      case .balanceUsedUp: return .held(.balanceUsedUp)
      case .keyRefused: return .held(.keyRefused)
      default: return .refused
      }
    default: return .unsure
    }
  }
}
