package import VideosAPI

/// What one take asks of the service: a prompt with its settings. Never changes once the take has a number; only what was
/// unknown of an order given elsewhere is filled in (`Take.unknownParts`).
package struct Order: Hashable, Codable, Sendable {
  package var model: String
  package var prompt: String
  /// Length of the film, in seconds.
  package var seconds: Int
  package var size: VideoSize
  package var image: ReferenceImage?

  package init(model: String, prompt: String, seconds: Int, size: VideoSize, image: ReferenceImage? = nil) {
    self.model = model
    self.prompt = prompt
    self.seconds = seconds
    self.size = size
    self.image = image
  }

  /// There is something to make: a service refuses an empty prompt.
  package var hasPrompt: Bool { prompt.contains { !$0.isWhitespace } }
}

/// A picture that the film starts from, as the person named it. A file is read only when the take is sent.
package enum ReferenceImage: Hashable, Codable, Sendable {
  /// An https address, passed on unchanged.
  case address(String)
  /// An absolute path of a PNG, JPEG or WebP file.
  case file(path: String)

  package var name: String {
    switch self {
    case .address(let address): address
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    }
  }
}
