/// What a service says about a video, in the few words that this client tells apart.
///
/// Source: Videos API reference, "Status words".
public enum VideoStatus: Hashable, Sendable {
  case queued
  case running
  case completed
  case failed
  case cancelled
  case expired
  /// A word that is not known, trimmed, as it came. Not final: the service is asked again and the word is shown.
  case other(String)

  /// Reads a status word; case, blanks around it, and `-` or a space in place of `_` make no difference.
  public init(word: String) {
    let trimmed = word.trimmed
    if let known = Self.words[trimmed] {
      self = known
      return
    }
    let plain = String(trimmed.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    self = Self.words[plain] ?? .other(trimmed)
  }

  /// True when nothing further will happen to the video.
  public var isFinal: Bool {
    switch self {
    case .completed, .failed, .cancelled, .expired: true
    case .queued, .running, .other: false
    }
  }

  private static let words: [String: VideoStatus] = {
    let table: [(VideoStatus, String)] = [
      (
        .queued,
        """
        queued queue in_queue pending submitted not_start not_started notstarted created accepted scheduled waiting \
        preparing preprocessing starting throttled
        """
      ),
      (.running, "processing in_progress inprogress running generating rendering started active cancelling"),
      (.completed, "completed complete succeeded success succeed finished done"),
      (.failed, "failed failure fail error errored rejected blocked moderated timeout timed_out"),
      (.cancelled, "cancelled canceled aborted"),
      (.expired, "expired"),
    ]
    var words: [String: VideoStatus] = [:]
    for (status, list) in table {
      for word in list.split(separator: " ") { words[String(word)] = status }
    }
    return words
  }()
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    // Nearly always there is none: letters, digits and signs of ASCII at both ends.
    let visible: ClosedRange<Unicode.Scalar> = "!"..."~"
    if let first = unicodeScalars.first, let last = unicodeScalars.last, visible ~= first, visible ~= last {
      return String(self)
    }
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
