public import VideosAPI

/// Why a call to the service gave nothing, and what may be done about it.
public struct VideosError: Error, Hashable, Sendable {
  public var operation: Operation
  /// How far the call got; for a create this alone decides whether something may have been charged.
  public var stage: Stage
  public var code: Code
  /// One line for people, in the service's words where it said something. Without keys and control characters.
  public var message: String
  /// What was received, for a detail view: cut after 8 KB, keys masked.
  public var raw: String
  /// How long the server asks to be left alone, at most two minutes.
  public var retryAfter: Duration?
  /// What the system or a library said, for the log.
  public var cause: String

  /// What was asked for.
  public enum Operation: Hashable, Sendable {
    case create, retrieve, content, models
    /// A look at a picture that the service is to fetch.
    case picture
  }

  /// How far the call got.
  public enum Stage: Hashable, Sendable {
    /// Nothing that the service could act on left this machine.
    case notSent
    /// The request, or a part of it, left; no answer came, or not the whole of it.
    case answerLost
    /// The service, or something in front of it, answered.
    case answered(status: Int)
  }

  /// What went wrong.
  public enum Code: Hashable, Sendable {
    /// The request was not even tried.
    case invalidRequest(CreateVideoRequest.Flaw)
    /// An id that cannot stand in an address.
    case invalidID
    /// An address that is none, or one that would take the call from https to plain http.
    case addressRefused(String)
    case nameNotFound(host: String)
    case cannotConnect(host: String)
    case connectTimedOut(host: String)
    case encryptionFailed(host: String)
    case proxyFailed
    /// The connection ended before the answer did.
    case connectionCut
    /// Nothing came for longer than the time allowed.
    case timedOut
    case cancelled
    case tooManyRedirects
    /// The answer is not what it should be: not HTTP, not JSON, or past the limits.
    case unreadableAnswer
    /// A success that names no video.
    case noID
    /// The service refused or failed.
    case service(ErrorKind)
    case other
  }

  public init(
    _ operation: Operation, stage: Stage, code: Code, message: String, raw: String = "", retryAfter: Duration? = nil,
    cause: String = ""
  ) {
    self.operation = operation
    self.stage = stage
    self.code = code
    self.message = message
    self.raw = raw
    self.retryAfter = retryAfter
    self.cause = cause
  }

  /// The HTTP status, when there was an answer.
  public var status: Int? {
    if case .answered(let status) = stage { status } else { nil }
  }

  /// What the service's error comes down to; nil for failures on the way.
  public var kind: ErrorKind? {
    if case .service(let kind) = code { kind } else { nil }
  }

  /// True when the same call can be made again without the danger of a second charge.
  public var isSafeToRepeat: Bool {
    guard operation == .create else { return true }
    switch CreateVerdict(self) {
    case .refused, .held, .slowedDown: return true
    case .unsure: return false
    }
  }
}
