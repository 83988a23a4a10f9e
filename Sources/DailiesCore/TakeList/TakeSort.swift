/// The order of a list. What is equal by the key stands newest first; reversed is all of it the other way round.
package struct TakeSort: Hashable, Codable, Sendable {
  package enum Key: String, Hashable, Codable, Sendable, CaseIterable {
    /// The newest first.
    case number
    /// What wants a person first.
    case state
    /// By name; what belongs to no shot comes last.
    case shot
    /// The longest, the largest, the dearest and what was finished last first.
    case length, size, cost, finished
    case prompt
    /// Circled first, then what nobody has judged, then what is no good.
    case verdict
  }

  package var key: Key
  package var isReversed: Bool

  package init(_ key: Key, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }

  package static let newest = TakeSort(.number)
  package static let oldest = TakeSort(.number, isReversed: true)

  package var reversed: TakeSort { TakeSort(key, isReversed: !isReversed) }

  /// Whether one take stands before another.
  package func areInOrder(_ a: Take, _ b: Take) -> Bool {
    isReversed ? precedes(b, a) : precedes(a, b)
  }

  private func precedes(_ a: Take, _ b: Take) -> Bool {
    let values = (TakeKeys(a).value(of: key), TakeKeys(b).value(of: key))
    return values.0 == values.1 ? a.number > b.number : values.0 < values.1
  }
}
