/// One line for the person: shown above the footer and kept in the activity log.
package struct Note: Hashable, Sendable {
  package enum Tone: Hashable, Sendable { case plain, good, attention, bad }

  package var phrase: Phrase
  package var arguments: [String]
  package var tone: Tone
  /// The takes it is about: on the status line it is stale when one of them moves on.
  package var takes: [Take.Number] = []
  /// No key asked for it: it does not push away what one did.
  package internal(set) var isNews = false
  /// When it was said; set by the state.
  package var at: Timestamp?

  package init(_ phrase: Phrase, _ arguments: String..., tone: Tone = .plain, takes: [Take.Number] = []) {
    self.phrase = phrase
    self.arguments = arguments
    self.tone = tone
    self.takes = takes
  }

  /// A note with a reason in the place behind its arguments.
  package init(_ phrase: Phrase, _ arguments: String..., reason: Reason, tone: Tone = .plain) {
    let place = arguments.count + 1
    // Each language has a place of its own.
    self.phrase = Phrase(phrase.english, phrase.chinese.replacing("%\(place)", with: "%\(place + 1)"))
    self.arguments = arguments + [reason.english, reason.chinese]
    self.tone = tone
  }

  /// A problem as a note: what failed, why, what to do next.
  package init(_ problem: Problem, tone: Tone = .bad) {
    self.tone = tone
    let what = problem.kind.what
    let next = problem.kind.next
    if problem.detail.isEmpty {
      phrase = Phrase("\(what.english). \(next.english)", "\(what.chinese)。\(next.chinese)")
      arguments = []
    } else {
      // Each language has a place of its own.
      let (first, second) = (what.english + ": %1. " + next.english, what.chinese + "：%2。" + next.chinese)
      phrase = Phrase(first, second)
      arguments = Language.allCases.map { Self.unstopped(problem.detail($0)) }
    }
  }

  /// The sentence brings its own full stop.
  private static func unstopped(_ text: String) -> String {
    text.hasSuffix(".") || text.hasSuffix("。") ? String(text.dropLast()) : text
  }

  package func text(_ language: Language) -> String { phrase.fill(language, arguments) }

  /// The text with the keys of a person.
  package func text(_ wording: Wording) -> String { phrase.fill(wording, arguments) }
}
