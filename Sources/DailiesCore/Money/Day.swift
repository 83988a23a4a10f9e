/// A day of the local calendar, `2026-11-25`.
package struct Day: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  private let text: String

  /// Reads `2026-11-25`; nil for anything else, or a day that no month has.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ part in part.allSatisfy { $0.isASCII && $0.isNumber } }),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.text = String(text)
  }

  /// - Parameter utcOffset: Seconds that local time is ahead of UTC.
  package init(_ timestamp: Timestamp, utcOffset: Int) { text = LocalTime(timestamp, utcOffset: utcOffset).date }

  package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Texts of this form stand in the order of the days.
  package static func < (a: Day, b: Day) -> Bool { a.text < b.text }

  package var description: String { text }

  /// The month it lies in, `2026-11`.
  package var month: String { String(text.prefix(7)) }
}
