extension State {
  /// Opens the menu; what the files hold now comes as soon as they are read.
  mutating func openSnippets() -> [Effect] {
    message = nil
    layers.append(.snippets(SnippetScreen()))
    return [.loadSnippets]
  }

  /// The rows of the menu.
  package func matches(_ screen: SnippetScreen) -> [Snippet] {
    snippets?.matches(screen.chooser.text, language: language) ?? []
  }

  mutating func received(_ library: SnippetLibrary, _ warnings: [Note]) -> [Effect] {
    snippets = library
    for warning in warnings { note(warning) }
    return []
  }

  mutating func performInSnippets(_ command: Command, _ screen: SnippetScreen) -> [Effect] {
    var screen = screen
    let matches = matches(screen)
    if command == .confirm {
      guard matches.indices.contains(screen.chooser.selected) else { return [] }
      layers.removeLast()
      return insert(matches[screen.chooser.selected])
    }
    _ = screen.chooser.perform(command, count: matches.count)
    replaceTop(.snippets(screen))
    return []
  }

  /// Puts a snippet in place of the selection, as one step, and selects its first slot.
  private mutating func insert(_ snippet: Snippet) -> [Effect] {
    let text = SnippetText(snippet.text)
    let effects = setFocus(.prompt)
    walk = nil
    // Two words are not glued together; where no blanks are written, none comes in.
    let blank = prompt.needsBlank(before: text.plain) ? " " : ""
    let start = prompt.selection.range.lowerBound + blank.utf8.count
    let more = editPrompt { $0.paste(blank + text.plain) }
    walk = SnippetWalk(text, at: start, byteCount: prompt.byteCount)
    selectStop()
    return effects + more
  }

  /// Tab, while there are slots to be walked; nil when there are none, or no more in this direction.
  mutating func stepSlot(by step: Int) -> [Effect]? {
    guard focus == .prompt, layers.isEmpty, walk != nil else { return nil }
    // The text may have become another one: a draft that was opened, an undo from elsewhere.
    guard walk?.byteCount == prompt.byteCount else {
      walk = nil
      return nil
    }
    // Before the first slot there is nothing, but Shift-Tab does not leave the prompt either.
    guard walk?.move(by: step) == true else {
      if step > 0 { walk = nil }
      return []
    }
    selectStop()
    if let reached = walk, reached.current == reached.stops.count - 1, reached.stop.isEmpty { walk = nil }
    return []
  }

  private mutating func selectStop() {
    guard let stop = walk?.stop else { return }
    _ = editPrompt { $0.selectSlot(stop) }
  }

  /// After each change of the prompt: the slots move with the text, and end when something else is changed.
  mutating func followSlots() {
    guard var walk else { return }
    self.walk = walk.follow(byteCount: prompt.byteCount, caret: prompt.caret) ? walk : nil
  }
}
