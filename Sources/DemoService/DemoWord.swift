/// What a word in a prompt can bring about, so that it has been seen before it matters.
package enum DemoEffect: UInt8, CaseIterable, Sendable {
  /// Create is answered with 400: the prompt goes against the guidelines.
  case refused = 1
  /// The take is accepted, runs for a while, and fails.
  case failed
  /// The take completes, yet a filter has withheld its film.
  case withheld
  /// Create is accepted and counted, but its answer never arrives.
  case answerLost
  /// The take stands a minute longer in the queue.
  case queuedLong
  /// The first create with this prompt is answered with 429 and a time to wait; later ones are accepted.
  case rateLimited
  /// The take completes, and its film is gone at once.
  case expired
}

/// A word that brings about an effect when it stands anywhere in a prompt, in either language.
package struct DemoWord: Equatable, Sendable {
  package let english: String
  package let chinese: String
  package let effect: DemoEffect

  /// All words, in the order in which they are listed for a person.
  package static let all = [
    DemoWord(english: "demo-refuse", chinese: "演示拒绝", effect: .refused),
    DemoWord(english: "demo-limit", chinese: "演示限流", effect: .rateLimited),
    DemoWord(english: "demo-lose", chinese: "演示丢失", effect: .answerLost),
    DemoWord(english: "demo-queue", chinese: "演示排队", effect: .queuedLong),
    DemoWord(english: "demo-fail", chinese: "演示失败", effect: .failed),
    DemoWord(english: "demo-withhold", chinese: "演示扣留", effect: .withheld),
    DemoWord(english: "demo-expire", chinese: "演示过期", effect: .expired),
  ]

  /// The effect of the first word of the table that stands in `prompt`; capitals make no difference.
  package static func effect(in prompt: String) -> DemoEffect? {
    let lowercased = prompt.lowercased()
    return all.first { lowercased.contains($0.english) || lowercased.contains($0.chinese) }?.effect
  }
}
