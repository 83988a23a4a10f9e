package import VideosAPI

/// What decides how long a service works on a take, as far as that can be known beforehand.
package struct TakeKind: Hashable, Sendable {
  package var baseURL: String
  package var model: String
  package var size: VideoSize
  /// Length of the film, in seconds.
  package var seconds: Int

  package init(baseURL: String, model: String, size: VideoSize, seconds: Int) {
    self.baseURL = baseURL
    self.model = model
    self.size = size
    self.seconds = seconds
  }

  package init(_ take: Take) {
    self.init(
      baseURL: take.service.baseURL, model: take.order.model, size: take.order.size, seconds: take.order.seconds)
  }
}
