import DailiesCore

extension Duration {
  /// `2:10`, from an hour on `1:02:10`; never negative.
  package var clock: String {
    let total = max(0, wholeSeconds)
    let seconds = Self.twoDigits(total % 60)
    guard total >= 3600 else { return "\(total / 60):\(seconds)" }
    return "\(total / 3600):\(Self.twoDigits(total / 60 % 60)):\(seconds)"
  }

  /// Whole seconds, a part of one counted as one: a countdown shows 1 until it ends.
  var secondsLeft: Int { max(0, (self + .milliseconds(999)).wholeSeconds) }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
