/// Texts on their way between the prompt and the person's own editor.
package struct EditorTexts: Equatable, Sendable {
  /// Files whose text is in the prompt, but not yet in the store.
  var unstored: [String] = []
  /// What an editor left that did not get into the prompt, or that a crash left; brought in by name.
  package var left: String?
}

extension State {
  /// Hands the prompt to the person's own editor.
  mutating func editInEditor() -> [Effect] {
    let effects = setFocus(.prompt)
    return effects + saveDraftNow() + [.editText(prompt.text)]
  }

  /// Takes in what an editor left, in place of the prompt.
  mutating func bringInText() -> [Effect] {
    guard let left = editorTexts.left else { return [] }
    return setFocus(.prompt) + [.readText(file: left)]
  }

  /// An editor's text of an earlier run was found.
  package mutating func offerText(file: String) {
    editorTexts.left = file
    note(Note(Strings.textLeft, homeRelative(file), tone: .attention))
  }

  mutating func receive(_ edited: EditedText) -> [Effect] {
    switch edited {
    case .text(let text, let file):
      if editorTexts.left == file { editorTexts.left = nil }
      var effects: [Effect] = []
      if !text.utf8.elementsEqual(prompt.text.utf8) {
        effects = editPrompt { $0.setText(text) }
        note(Note(Strings.editorTaken, tone: .good))
      }
      if draft.isSaved { return effects + [.forgetText(file: file)] }
      editorTexts.unstored.append(file)
      return effects + saveDraftNow()
    case .failed(let failure, nil):
      note(Note(Strings.editorUnchanged, failure.text(language), tone: .attention))
    case .failed(let failure, let file?):
      editorTexts.left = file
      note(Note(Strings.editorKept, failure.text(language), homeRelative(file), tone: .attention))
    }
    return []
  }

  /// The files whose text is in the store now.
  mutating func storedTexts() -> [Effect] {
    guard draft.isSaved else { return [] }
    defer { editorTexts.unstored.removeAll() }
    return editorTexts.unstored.map { .forgetText(file: $0) }
  }

  private func homeRelative(_ path: String) -> String {
    guard !homeFolder.isEmpty, path.hasPrefix(homeFolder + "/") else { return path }
    return "~" + path.dropFirst(homeFolder.count)
  }
}
