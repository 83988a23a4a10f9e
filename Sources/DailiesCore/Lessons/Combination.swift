package import VideosAPI

/// What a service takes or refuses as a whole: model, length, size and kind of picture. Which of them it minds, only its
/// words say.
package struct Combination: Hashable, Codable, Sendable {
  package enum Picture: String, Hashable, Codable, Sendable {
    case none, file, address
  }

  package var baseURL: String
  package var model: String
  /// Length of the film, in seconds.
  package var seconds: Int
  package var size: VideoSize
  package var picture: Picture

  package init(baseURL: String, model: String, seconds: Int, size: VideoSize, picture: Picture) {
    self.baseURL = baseURL
    self.model = model
    self.seconds = seconds
    self.size = size
    self.picture = picture
  }

  package init(_ order: Order, baseURL: String) {
    self.baseURL = baseURL
    model = order.model
    seconds = order.seconds
    size = order.size
    picture =
      switch order.image {
      case nil: .none
      case .file: .file
      case .address: .address
      }
  }
}

/// That a service took a combination, or refused it.
package struct Lesson: Hashable, Sendable {
  package var combination: Combination
  package var isRefusal: Bool
  package var at: Timestamp
  /// The service's own words for a refusal, printable.
  package var words: String

  package init(_ combination: Combination, isRefusal: Bool, at: Timestamp, words: String = "") {
    self.combination = combination
    self.isRefusal = isRefusal
    self.at = at
    self.words = words
  }
}

extension Take {
  /// What the answer to its create teaches; nil when it says nothing of the settings: a prompt may be refused for what
  /// it says, and a key or a balance for what they are.
  package func lesson(at now: Timestamp) -> Lesson? {
    let combination = Combination(order, baseURL: service.baseURL)
    if accepted != nil { return Lesson(combination, isRefusal: false, at: now) }
    guard phase == .failed, let problem, [.badRequest, .modelUnknown].contains(problem.kind) else { return nil }
    return Lesson(combination, isRefusal: true, at: now, words: problem.detail)
  }
}
