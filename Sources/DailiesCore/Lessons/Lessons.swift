package import VideosAPI

/// What services took and refused before. It advises and never blocks: a service may have learned something since.
package struct Lessons: Hashable, Sendable {
  /// Why a combination may be refused.
  package struct Doubt: Hashable, Sendable {
    /// When the service refused it; nil when only its documentation says so.
    package var at: Timestamp?
    /// The service's words; empty with no date.
    package var words: String
    /// What differs in one thing and was taken; nil when nothing is known.
    package var remedy: Remedy?
  }

  package enum Remedy: Hashable, Sendable {
    case seconds(Int)
    case size(VideoSize)
    case model(String)

    /// Where in the shot settings it is chosen.
    package var row: ShotRow {
      switch self {
      case .seconds: .length
      case .size: .size
      case .model: .model
      }
    }
  }

  private var accepted: [Combination: Timestamp] = [:]
  private var refused: [Combination: Lesson] = [:]

  package init(_ lessons: [Lesson] = []) {
    for lesson in lessons {
      if lesson.isRefusal { refused[lesson.combination] = lesson } else { accepted[lesson.combination] = lesson.at }
    }
  }

  /// Why `combination` may be refused; nil when nothing speaks against it, or when it was taken since.
  package func doubt(_ combination: Combination) -> Doubt? {
    if let refusal = refused[combination] {
      if let taken = accepted[combination], taken >= refusal.at { return nil }
      return Doubt(at: refusal.at, words: refusal.words, remedy: remedy(for: combination))
    }
    guard accepted[combination] == nil, Self.isStatedRefusal(combination) else { return nil }
    return Doubt(at: nil, words: "", remedy: .seconds(8))
  }

  /// Source: Videos API reference, "Film": Veo models take 4, 6 or 8 seconds and refuse others with 400.
  private static func isStatedRefusal(_ combination: Combination) -> Bool {
    combination.model.lowercased().hasPrefix("veo") && ![4, 6, 8].contains(combination.seconds)
  }

  /// The nearest length that worked with all else alike, else the size, else the model, whichever was taken last.
  private func remedy(for combination: Combination) -> Remedy? {
    var lengths: [Int] = []
    var sizes: [(at: Timestamp, size: VideoSize)] = []
    var models: [(at: Timestamp, model: String)] = []
    for (known, at) in accepted where known.baseURL == combination.baseURL && known.picture == combination.picture {
      switch (known.seconds == combination.seconds, known.size == combination.size, known.model == combination.model) {
      case (false, true, true): lengths.append(known.seconds)
      case (true, false, true): sizes.append((at, known.size))
      case (true, true, false): models.append((at, known.model))
      default: break
      }
    }
    let wanted = combination.seconds
    if let nearest = lengths.min(by: { (abs($0 - wanted), $0) < (abs($1 - wanted), $1) }) { return .seconds(nearest) }
    if let latest = sizes.max(by: { $0.at < $1.at }) { return .size(latest.size) }
    return models.max { $0.at < $1.at }.map { .model($0.model) }
  }
}
