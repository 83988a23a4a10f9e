/// A model of the demo service. Each stands for one of the two ways in which servers report states.
package enum DemoModel: String, CaseIterable, Sendable {
  /// Says `processing` without a percentage, and leaves nearly every field null.
  case veo = "veo-3.1-fast-generate-001"
  /// Says `queued`, then `in_progress` with a percentage.
  case sora = "sora-2"

  package var name: String { rawValue }

  /// The lengths that are accepted, in seconds.
  package var lengths: [Int] {
    switch self {
    case .veo: [4, 6, 8]
    case .sora: [4, 8, 12]
    }
  }
}
