import TerminalCanvas

/// Looking for words in the prompt: a line at the bottom that selects the next place as one types.
package struct FindInText: Equatable, Sendable {
  package enum Turn: Equatable, Sendable {
    /// It went on from the top of the text, or from its end.
    case fromTop, fromEnd
  }

  package var line: LineEditor
  /// Where the caret was, and what was shown: Esc brings it back.
  package let before: TextSelection
  package let scrollTop: Int
  /// Every place, in UTF-8 bytes of the text, in order.
  package fileprivate(set) var matches: [Range<Int>] = []
  /// The selected one.
  package fileprivate(set) var current: Int?
  package fileprivate(set) var turn: Turn?

  init(_ text: String, before: TextSelection, scrollTop: Int) {
    line = LineEditor(text)
    self.before = before
    self.scrollTop = scrollTop
  }

  /// Looks anew, from where the caret was when the search began.
  fileprivate mutating func look(in text: String) {
    matches = TextSearch(line.text).matches(in: text)
    let start = before.range.lowerBound
    let ahead = matches.firstIndex { $0.lowerBound >= start }
    current = ahead ?? matches.indices.first
    turn = ahead == nil && current != nil ? .fromTop : nil
  }

  fileprivate mutating func step(_ step: Int) {
    guard let current, !matches.isEmpty else { return }
    let next = current + step
    turn = next < 0 ? .fromEnd : next >= matches.count ? .fromTop : nil
    self.current = (next + matches.count) % matches.count
  }

  package var selected: Range<Int>? { current.map { matches[$0] } }
}

extension State {
  /// The prompt lies open beside the line.
  var isFindingInText: Bool { if case .findText? = layers.last { true } else { false } }

  /// Opens the line with what is selected, if that is a piece of one line.
  mutating func findInText() -> [Effect] {
    let effects = setFocus(.prompt)
    let selected = prompt.selectedText.flatMap { $0.count <= 60 && !$0.contains("\n") ? $0 : nil }
    var find = FindInText(selected ?? "", before: prompt.selection, scrollTop: prompt.scrollTop)
    if selected != nil { find.look(in: prompt.text) }
    layers.append(.findText(find))
    return effects
  }

  mutating func performInFindText(_ command: Command, _ find: FindInText) -> [Effect] {
    var find = find
    switch command {
    case .confirm where find.line.isEmpty && !lastFound.isEmpty:
      return performInFindText(.nextRow, find)
    case .confirm:
      if !find.line.isEmpty { lastFound = find.line.text }
      layers.removeLast()
      return []
    case .nextRow, .previousRow:
      if find.line.isEmpty {
        // What was looked for last.
        find.line = LineEditor(lastFound)
        find.look(in: prompt.text)
      } else {
        find.step(command == .nextRow ? 1 : -1)
      }
      return show(find)
    default:
      let text = find.line.text
      guard find.line.perform(command) else { return [] }
      if find.line.text != text { find.look(in: prompt.text) }
      return show(find)
    }
  }

  mutating func typeInFindText(_ text: String, _ find: FindInText) -> [Effect] {
    var find = find
    find.line.insert(text)
    find.look(in: prompt.text)
    return show(find)
  }

  /// Selects the place; with none, the caret is where it was.
  private mutating func show(_ find: FindInText) -> [Effect] {
    replaceTop(.findText(find))
    return editPrompt { prompt in
      if let selected = find.selected { prompt.select(selected) } else { prompt.put(find.before) }
    }
  }

  /// Esc: the caret and the view are as before.
  mutating func leaveFindText(_ find: FindInText) -> [Effect] {
    if !find.line.isEmpty { lastFound = find.line.text }
    prompt.put(find.before)
    prompt.scroll(by: find.scrollTop - prompt.scrollTop, rows: layout.draft?.text.rows ?? 1)
    return []
  }
}
