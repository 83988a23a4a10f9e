import TerminalCanvas

/// What the prompt is read as, so that the draft can say how many prompts it stands for while it is written.
package struct BatchReading: Equatable, Sendable {
  package private(set) var reading = PromptPattern.Reading.plain
  /// The prompt holds a name of a file, known or not.
  package private(set) var namesFiles = false
  /// Why it cannot be unfolded.
  package private(set) var flaw: Note?
  /// Which text that was.
  private var revision = -1
  private var bytes = 0

  /// Prompts that the review would show; nil for one that is sent as it is.
  package func rows(ceiling: Int) -> Int? {
    guard case .pattern(let pattern) = reading else { return nil }
    return min(ceiling, pattern.count)
  }

  /// Reads the prompt anew if it is another one.
  mutating func read(_ prompt: PromptEditor, _ wildcards: Wildcards) {
    guard prompt.revision != revision || prompt.content.byteCount != bytes else { return }
    revision = prompt.revision
    bytes = prompt.content.byteCount
    guard prompt.content.patternMarkCount > 0 else {
      (reading, namesFiles, flaw) = (.plain, false, nil)
      return
    }
    let text = prompt.text
    reading = PromptPattern.read(text, wildcards: wildcards)
    namesFiles = reading != .plain && text.holdsTwoUnderscores
    flaw = if case .flaw(let flaw) = reading { flaw.note(in: text) } else { nil }
  }

  mutating func forget() { (revision, bytes) = (-1, 0) }
}

extension State {
  /// Keeps the reading of the prompt in step with it; costs nothing while the prompt stays as it is.
  mutating func readBatch() { batch.read(prompt, wildcards) }

  mutating func wildcardsLoaded(_ loaded: Wildcards) {
    guard loaded != wildcards else { return }
    wildcards = loaded
    batch.forget()
    readBatch()
    // What is on the sheet stays as it was shown: a yes is for what was seen.
    if case .review(var sheet)? = layers.last, sheet.source != nil, batch.namesFiles {
      sheet.warnings.append(Note(Strings.wildcardsChanged, tone: .attention))
      replaceTop(.review(sheet))
    }
  }

  /// Puts the caret where the pattern goes wrong.
  mutating func showFlaw(_ flaw: PatternFlaw) -> [Effect] {
    let effects = setFocus(.prompt)
    prompt.putCaret(prompt.content.boundary(atOrAfter: flaw.offset))
    if let rows = layout.draft?.text.rows { prompt.scrollToCaret(rows: rows) }
    note(flaw.note(in: prompt.text))
    return effects
  }
}

extension String {
  fileprivate var holdsTwoUnderscores: Bool {
    var last: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "_"), last == byte { return true }
      last = byte
    }
    return false
  }
}
