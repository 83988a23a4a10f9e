package import VideosAPI

/// What stands beside a prompt in a draft: model, length, size, picture and the number of takes.
package struct ShotSettings: Hashable, Codable, Sendable {
  package static let lengths = [4, 8, 12]
  package static let takesRange = 1...20

  package var model: String
  /// Length of the film, in seconds.
  package var seconds: Int
  package var size: VideoSize
  package var image: ReferenceImage?
  /// How many takes one confirmation asks for.
  package var takes: Int

  package init(
    model: String, seconds: Int = 8, size: VideoSize = VideoSize(width: 1280, height: 720),
    image: ReferenceImage? = nil, takes: Int = 1
  ) {
    self.model = model
    self.seconds = seconds
    self.size = size
    self.image = image
    self.takes = takes
  }

  package func order(prompt: String) -> Order {
    Order(model: model, prompt: prompt, seconds: seconds, size: size, image: image)
  }
}
