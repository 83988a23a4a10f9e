/// A video as the service describes it, read leniently: nothing but the id can be counted on.
///
/// Source: Videos API reference, "State".
public struct Video: Hashable, Sendable, Identifiable {
  public typealias ID = String

  /// What the service calls the video. Long, opaque, no file name.
  public var id: ID
  /// The status word as it came; empty when there was none.
  public var statusWord: String
  public var model: String?
  /// Unix seconds. Some services put the time of the query here.
  public var createdAt: Int?
  public var completedAt: Int?
  public var expiresAt: Int?
  /// 0 to 100; nil when the service reports none, which is not the same as 0.
  public var progress: Int?
  /// Length of the film, in seconds.
  public var seconds: Double?
  public var size: VideoSize?
  public var failure: Failure?
  public var usage: Usage?
  /// Where the film can be fetched when the service's own content address does not serve it: an http or https address.
  public var contentAddress: String?
  /// The answer's text, cut after 64 KB.
  public var raw: String

  public init(
    id: ID, statusWord: String, model: String? = nil, createdAt: Int? = nil, completedAt: Int? = nil,
    expiresAt: Int? = nil, progress: Int? = nil, seconds: Double? = nil, size: VideoSize? = nil,
    failure: Failure? = nil, usage: Usage? = nil, contentAddress: String? = nil, raw: String = ""
  ) {
    self.id = id
    self.statusWord = statusWord
    self.model = model
    self.createdAt = createdAt
    self.completedAt = completedAt
    self.expiresAt = expiresAt
    self.progress = progress
    self.seconds = seconds
    self.size = size
    self.failure = failure
    self.usage = usage
    self.contentAddress = contentAddress
    self.raw = raw
  }

  public var status: VideoStatus { VideoStatus(word: statusWord) }

  /// Why a video failed, in the service's words.
  public struct Failure: Hashable, Sendable {
    /// `"moderation_blocked"`, `"13"`, or nil.
    public var code: String?
    public var message: String

    public init(code: String? = nil, message: String) {
      self.code = code
      self.message = message
    }

    public var kind: ErrorKind { ErrorKind(message: message, codes: code.map { [$0] } ?? []) }
  }

  /// What the service counts for the video.
  public struct Usage: Hashable, Sendable {
    public var durationSeconds: Double?
    /// `"720p"`.
    public var resolution: String?

    public init(durationSeconds: Double? = nil, resolution: String? = nil) {
      self.durationSeconds = durationSeconds
      self.resolution = resolution
    }
  }
}
