/// The frame that is drawn and not sent yet.
enum Foresight {
  /// There is none.
  case none
  /// What the key that came last leads to if it comes again.
  case next
  /// What it would have led to: another key came.
  case missed

  /// Takes in that a key came alone.
  ///
  /// - Returns: Whether it is the one that was foreseen; the frame is to be sent then.
  mutating func meet(isRepeated: Bool) -> Bool {
    guard self == .next else { return false }
    self = isRepeated ? .none : .missed
    return isRepeated
  }
}
