extension PromptEditor {
  /// Does what a command of the group "Text" asks for.
  ///
  /// - Parameter rows: How many screen lines are shown, for the page moves.
  /// - Returns: False when the command is none of the text's.
  package mutating func perform(_ command: Command, rows: Int) -> Bool {
    edits(command) || moves(command, rows: rows) || selects(command, rows: rows)
  }

  private mutating func edits(_ command: Command) -> Bool {
    switch command {
    case .newLine: newLine()
    case .deleteBackward: deleteBackward()
    case .deleteForward: deleteForward()
    case .deleteWordBackward: deleteWordBackward()
    case .deleteWordForward: deleteWordForward()
    case .deleteToLineStart: deleteToLineStart()
    case .deleteToLineEnd: deleteToLineEnd()
    case .transpose: transpose()
    case .bringBack: bringBack()
    case .cut: _ = cut()
    case .copySelection: _ = copySelection()
    case .insertCut: insertCut()
    case .undo: undo()
    case .redo: redo()
    default: return false
    }
    return true
  }

  private mutating func moves(_ command: Command, rows: Int) -> Bool {
    switch command {
    case .moveLeft: moveLeft()
    case .moveRight: moveRight()
    case .moveUp: moveUp()
    case .moveDown: moveDown()
    case .moveWordLeft: moveWordLeft()
    case .moveWordRight: moveWordRight()
    case .moveToLineStart: moveToLineStart()
    case .moveToLineEnd: moveToLineEnd()
    case .moveToTextStart: moveToTextStart()
    case .moveToTextEnd: moveToTextEnd()
    case .movePageUp: pageUp(rows: rows)
    case .movePageDown: pageDown(rows: rows)
    case .moveParagraphUp: moveParagraphUp()
    case .moveParagraphDown: moveParagraphDown()
    default: return false
    }
    return true
  }

  private mutating func selects(_ command: Command, rows: Int) -> Bool {
    switch command {
    case .selectLeft: moveLeft(extending: true)
    case .selectRight: moveRight(extending: true)
    case .selectUp: moveUp(extending: true)
    case .selectDown: moveDown(extending: true)
    case .selectWordLeft: moveWordLeft(extending: true)
    case .selectWordRight: moveWordRight(extending: true)
    case .selectToLineStart: moveToLineStart(extending: true)
    case .selectToLineEnd: moveToLineEnd(extending: true)
    case .selectPageUp: pageUp(rows: rows, extending: true)
    case .selectPageDown: pageDown(rows: rows, extending: true)
    case .selectToTextStart: moveToTextStart(extending: true)
    case .selectToTextEnd: moveToTextEnd(extending: true)
    case .selectParagraphUp: moveParagraphUp(extending: true)
    case .selectParagraphDown: moveParagraphDown(extending: true)
    case .selectAll: selectAll()
    default: return false
    }
    return true
  }
}
