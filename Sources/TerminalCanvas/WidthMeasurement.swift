/// How wide a terminal said it draws each ``WidthSample``, in columns.
package struct WidthMeasurement: Hashable, Codable, Sendable {
  /// By the names of the samples; all of them are there.
  package let columns: [String: Int]

  /// - Parameter answers: Where the cursor stood after each sample, drawn at the start of row `row`, in their order.
  /// - Returns: nil when answers are missing or cannot be those to these questions.
  package init?(_ answers: [Point], row: Int) {
    guard answers.count == WidthSample.allCases.count, answers.allSatisfy({ $0.row == row }) else { return nil }
    self.init(
      columns: Dictionary(
        zip(WidthSample.allCases.map(\.rawValue), answers.map(\.column)), uniquingKeysWith: { first, _ in first }))
  }

  /// A measurement that was kept; nil when it is not one of these samples.
  package init?(columns: [String: Int]) {
    self.columns = columns
    for sample in WidthSample.allCases {
      guard let width = columns[sample.rawValue], (0...16).contains(width), sample.expected ?? width == width else {
        return nil
      }
    }
  }

  package init(from decoder: any Decoder) throws {
    let columns = try [String: Int](from: decoder)
    guard let measurement = Self(columns: columns) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "not a measurement of these samples"))
    }
    self = measurement
  }

  package func encode(to encoder: any Encoder) throws { try columns.encode(to: encoder) }

  package subscript(sample: WidthSample) -> Int { columns[sample.rawValue] ?? 1 }

  /// The widths to lay out by.
  package var widths: DisplayWidth {
    let letters: [WidthSample] = [.section, .alpha, .ellipsis, .quotation, .circledDigit]
    var clusters: ClusterHabits = []
    if self[.family] == 2 { clusters.insert(.families) }
    if self[.skinTone] == 2 { clusters.insert(.skinTones) }
    if self[.flag] == 2 { clusters.insert(.flags) }
    if self[.flag] >= 4 { clusters.insert(.wideIndicators) }
    if self[.keycap] == 2 { clusters.insert(.keycaps) }
    if self[.emojiSelector] == 2 { clusters.insert(.emojiSelectors) }
    if self[.textSelector] == 1 { clusters.insert(.textSelectors) }
    if self[.newEmoji] < 2 { clusters.insert(.narrowNewEmoji) }
    if self[.conjunct] <= 2 { clusters.insert(.conjuncts) }
    return DisplayWidth(
      ambiguousIsWide: letters.filter { self[$0] == 2 }.count * 2 > letters.count,
      linesAreWide: self[.line] == 2 || self[.block] == 2, clusters: clusters)
  }
}
