/// Stepping through older prompts in the place of the one being written, as shells do.
package struct HistoryRecall: Equatable, Sendable {
  /// What was being written; comes back at the newer end.
  var kept: PromptEditor
  var entries: [HistoryEntry] = []
  var isComplete = false
  /// What the store was asked for and has not answered yet.
  var awaited: HistoryQuery?
  /// The entry on the screen; nil: what was being written.
  var index: Int?
  /// Of the prompt as the last step left it: another one means that it was edited since.
  var revision: Int

  init(_ prompt: PromptEditor) {
    kept = prompt
    revision = prompt.revision
  }

  /// The entry before the one on the screen; nil: it is not known, or there is none.
  var older: Int? {
    let next = index.map { $0 + 1 } ?? 0
    return entries.indices.contains(next) ? next : nil
  }

  mutating func receive(_ page: HistoryPage) {
    // What is on the screen anyway is no step.
    entries = page.entries.filter { $0.text != kept.text }
    isComplete = page.isComplete
    awaited = nil
  }
}
