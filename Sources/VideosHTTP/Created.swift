public import VideosAPI

/// A create that was accepted. `video.id` is the video's id for good.
public struct Created: Hashable, Sendable {
  public var video: Video
  /// The server's estimate of the price in US dollars, when it gives one.
  public var cost: Double?
  /// How long the server asks to wait before the first state query.
  public var askAgainAfter: Duration?

  public init(video: Video, cost: Double? = nil, askAgainAfter: Duration? = nil) {
    self.video = video
    self.cost = cost
    self.askAgainAfter = askAgainAfter
  }
}
