package import VideosAPI

/// What came of bringing in takes by the ids that a service gave them.
package struct TakeImport: Equatable, Sendable {
  package struct Refused: Equatable, Sendable {
    package var id: String
    package var problem: Problem

    package init(id: String, problem: Problem) {
      self.id = id
      self.problem = problem
    }
  }

  /// New takes.
  package var brought: [Take] = []
  /// Takes that had one of the ids already.
  package var known: [Take] = []
  package var refused: [Refused] = []

  package init() {}

  /// The ids in what a person pasted: one or several, with blanks or commas between them, each alone or as the end of an
  /// address (`…/videos/ID/content`). Each once.
  package static func ids(in text: String) -> [String] {
    var seen: Set<String> = []
    let words = text.split { $0.isWhitespace || ",;，；、\"'".contains($0) }
    return words.map { id(in: String($0)) }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func id(in word: String) -> String {
    guard let folder = word.firstRange(of: "/videos/") else { return word }
    return ReferenceImage.percentDecoded(word[folder.upperBound...].prefix { $0 != "/" && $0 != "?" })
  }
}

extension Take {
  /// What may be unknown of an order that was given elsewhere.
  package enum OrderPart: String, Hashable, Codable, Sendable {
    case seconds, size
  }

  /// The ordered length in seconds; nil: not known.
  package var orderedSeconds: Int? { unknownParts?.contains(.seconds) == true ? nil : order.seconds }

  /// The ordered picture size; nil: not known.
  package var orderedSize: VideoSize? { unknownParts?.contains(.size) == true ? nil : order.size }

  /// The ordered length as it is shown: `8`, or `?`.
  package var secondsText: String { orderedSeconds.map { String($0) } ?? "?" }

  /// The ordered size as it is shown: `1280x720`, or `?`.
  package var sizeText: String { orderedSize?.description ?? "?" }

  /// Fills in what was not known of the order.
  mutating func learnOrder(seconds: Double?, size: VideoSize?) {
    if let seconds, unknownParts?.remove(.seconds) != nil {
      order.seconds = Int(exactly: seconds.rounded()) ?? order.seconds
    }
    if let size, unknownParts?.remove(.size) != nil { order.size = size }
    if unknownParts?.isEmpty == true { unknownParts = nil }
  }
}
