/// What a person thinks of a film. A take that nobody has judged has none.
package enum Verdict: String, Hashable, Codable, Sendable, CaseIterable {
  case circled
  case noGood

  package var word: Phrase {
    switch self {
    case .circled: Strings.circledWord
    case .noGood: Strings.noGoodWord
    }
  }

  /// Stands behind the state of a take in lists.
  package var sign: String {
    switch self {
    case .circled: "+"
    case .noGood: "-"
    }
  }
}

extension Take {
  /// There is a film to be judged, here or still at the service.
  package var hasFilm: Bool { [.ready, .saving, .saved].contains(phase) }

  /// Its film is here, and nobody has judged it.
  package var awaitsVerdict: Bool { phase == .saved && !isHidden && verdict == nil }

  /// When its film came here, or, without one, when it ended; of a take that has not ended, when it was recorded.
  package var came: Timestamp { saved ?? finished ?? recorded }
}

extension Command {
  /// What a key that judges says of a take; nil: it is none.
  package var verdict: TakeWord? {
    switch self {
    case .circle: .verdict(.circled)
    case .noGood: .verdict(.noGood)
    case .clearVerdict: .verdict(nil)
    default: nil
    }
  }
}
