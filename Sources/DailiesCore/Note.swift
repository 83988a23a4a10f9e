/// One line for the person: shown above the footer and kept in the activity log.
package struct Note: Hashable, Sendable {
  package enum Tone: Hashable, Sendable { case plain, good, attention, bad }

  package var phrase: Phrase
  package var arguments: [String]
  package var tone: Tone
  /// The takes it is about: on the status line it is stale when one of them moves on.
  package var takes: [Take.Number] = []
  /// When it was said; set by the state.
  package var at: Timestamp?

  package init(_ phrase: Phrase, _ arguments: String..., tone: Tone = .plain, takes: [Take.Number] = []) {
    self.phrase = phrase
    self.arguments = arguments
    self.tone = tone
    self.takes = takes
  }

  /// A problem as a note: what failed, why, what to do next.
  ///
  /// - Parameter keymap: Names the keys that do it.
  package init(_ problem: Problem, tone: Tone = .bad, keys keymap: Keymap = .standard) {
    self.tone = tone
    let what = problem.kind.what
    let next = problem.kind.nextStep(by: keymap)
    if problem.detail.isEmpty {
      phrase = Phrase("\(what.english). \(next.english)", "\(what.chinese)。\(next.chinese)")
      arguments = []
    } else {
      phrase = Phrase("\(what.english): %1. \(next.english)", "\(what.chinese)：%1。\(next.chinese)")
      // The sentence brings its own full stop.
      let isStopped = problem.detail.hasSuffix(".") || problem.detail.hasSuffix("。")
      arguments = [isStopped ? String(problem.detail.dropLast()) : problem.detail]
    }
  }

  package func text(_ language: Language) -> String { phrase.fill(language, arguments) }
}
