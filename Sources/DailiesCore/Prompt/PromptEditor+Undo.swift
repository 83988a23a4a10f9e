package import TerminalCanvas

extension PromptEditor {
  package var canUndo: Bool { history.canUndo }
  package var canRedo: Bool { history.canRedo }

  /// Takes the last step back; the caret and selection are those from before it.
  package mutating func undo() {
    guard let step = history.undo() else { return }
    exchange(step.edit.inserted, for: step.edit.removed, at: step.edit.offset, step.before)
  }

  /// Does the step again that was taken back last.
  package mutating func redo() {
    guard let step = history.redo() else { return }
    exchange(step.edit.removed, for: step.edit.inserted, at: step.edit.offset, step.after)
  }

  /// Steps that do not fit the text (they may come from a damaged file) are forgotten, all of them.
  private mutating func exchange(_ old: String, for new: String, at offset: Int, _ selection: TextSelection) {
    guard content.holds(old, at: offset) else {
      history = EditHistory()
      return
    }
    replace(offset..<offset + old.utf8.count, with: new)
    put(selection)
  }

  /// Puts caret and selection where they were.
  mutating func put(_ wanted: TextSelection) {
    putCaret(content.boundary(atOrAfter: wanted.anchor))
    putCaret(content.boundary(atOrAfter: wanted.caret), extending: !wanted.isEmpty)
  }

  /// What is kept of a prompt between two runs. Making one costs nothing.
  package struct Snapshot: Equatable, Codable, Sendable {
    package var text: String
    package var selection: TextSelection
    package var history: EditHistory

    package init(text: String, selection: TextSelection = TextSelection(0), history: EditHistory = EditHistory()) {
      self.text = text
      self.selection = selection
      self.history = history
    }

    /// Grapheme clusters.
    package var characterCount: Int { ClusteredText(text).clusterCount }
  }

  package var snapshot: Snapshot { Snapshot(text: text, selection: selection, history: history) }

  /// Goes on where a snapshot was taken; a caret outside the text goes to its end.
  package init(_ snapshot: Snapshot, columns: Int = 80, widths: DisplayWidth = .standard) {
    self.init(snapshot.text, columns: columns, widths: widths)
    history = snapshot.history
    history.close()
    put(snapshot.selection)
  }
}
