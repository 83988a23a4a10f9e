import DailiesCore

extension Duration {
  /// `2:10`, from an hour on `1:02:10`; never negative.
  package var clock: String {
    let total = max(0, wholeSeconds)
    let seconds = Self.twoDigits(total % 60)
    guard total >= 3600 else { return "\(total / 60):\(seconds)" }
    return "\(total / 3600):\(Self.twoDigits(total / 60 % 60)):\(seconds)"
  }

  /// Roughly how long, in the largest unit that fits: `40 s`, `12 m`, `3 h`, `2 d`.
  func rough(_ language: Language) -> String {
    let seconds = max(0, wholeSeconds)
    switch seconds {
    case ..<60: return Strings.roughSeconds(language, String(seconds))
    case ..<3600: return Strings.roughMinutes(language, String(seconds / 60))
    case ..<86_400: return Strings.roughHours(language, String(seconds / 3600))
    default: return Strings.roughDays(language, String(seconds / 86_400))
    }
  }

  /// Whole seconds, a part of one counted as one: a countdown shows 1 until it ends.
  var secondsLeft: Int { max(0, (self + .milliseconds(999)).wholeSeconds) }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
