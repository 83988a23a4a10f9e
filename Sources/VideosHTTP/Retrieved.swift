public import VideosAPI

/// The state of a video. `video.id` is the id that was asked for, whatever the answer called it.
public struct Retrieved: Hashable, Sendable {
  public var video: Video
  /// How long the server asks to wait before the next query.
  public var askAgainAfter: Duration?

  public init(video: Video, askAgainAfter: Duration? = nil) {
    self.video = video
    self.askAgainAfter = askAgainAfter
  }
}
