/// How the help screen groups commands.
package enum CommandGroup: String, Sendable, CaseIterable {
  case everywhere, draft, text, takes, layers

  package var title: Phrase {
    switch self {
    case .everywhere: Phrase("Everywhere", "通用")
    case .draft: Phrase("Draft", "草稿")
    case .text: Phrase("Text", "文字编辑")
    case .takes: Phrase("Takes", "样片列表")
    case .layers: Phrase("In what opens over them", "弹出层")
    }
  }
}

extension Command {
  package var group: CommandGroup {
    switch self {
    case .help, .palette, .showDraft, .showTakes, .nextPane, .previousPane, .back, .redraw, .toggleMouse,
      .takeBackLeaving, .interrupt, .quit, .suspend, .showActivity, .switchLanguage, .setUp:
      .everywhere
    case .review, .newDraft, .attachImage, .enterModel, .nextLength, .nextSize, .nextModel, .leavePrompt, .enterPrompt,
      .moreTakes, .fewerTakes, .previousRow, .nextRow, .previousChoice, .nextChoice, .choose:
      .draft
    case .newLine, .moveLeft, .moveRight, .moveUp, .moveDown, .moveWordLeft, .moveWordRight, .moveToLineStart,
      .moveToLineEnd, .moveToTextStart, .moveToTextEnd, .movePageUp, .movePageDown, .moveParagraphUp,
      .moveParagraphDown, .selectLeft, .selectRight, .selectUp, .selectDown, .selectWordLeft, .selectWordRight,
      .selectToLineStart, .selectToLineEnd, .selectPageUp, .selectPageDown, .selectToTextStart, .selectToTextEnd,
      .selectAll, .deleteBackward, .deleteForward, .deleteWordBackward, .deleteWordForward, .deleteToLineStart,
      .deleteToLineEnd, .bringBack, .cut, .copySelection, .insertCut, .undo, .redo:
      .text
    case .open, .showDetail, .selectPrevious, .selectNext, .selectFirst, .selectLast, .pageUp, .pageDown, .findTake,
      .nextView, .previousView, .save, .saveAll, .play, .again, .edit, .checkNow, .copyMenu, .hide, .undoHide,
      .importTake, .drop, .toggleAutosave:
      .takes
    case .confirm, .tick, .scrollUp, .scrollDown, .showRaw, .copyID, .copyPrompt, .copyPath, .copyAddress, .copyCurl,
      .copyJSON, .copyError:
      .layers
    }
  }

  /// Only moves the caret of the prompt or its selection: the keys say it all.
  package var isMovement: Bool {
    guard group == .text else { return false }
    return rawValue.hasPrefix("move") || (rawValue.hasPrefix("select") && self != .selectAll)
  }

  /// An entry of the copy menu.
  package var isCopying: Bool {
    switch self {
    case .copyID, .copyPrompt, .copyPath, .copyAddress, .copyCurl, .copyJSON, .copyError: true
    default: false
    }
  }

  /// Worth a name in the palette: it acts, and does not only move a caret or a window.
  package var isOfferedByName: Bool {
    switch group {
    case .text, .layers: return false
    case .everywhere: return ![.palette, .back, .interrupt].contains(self)
    case .draft:
      return ![.leavePrompt, .enterPrompt, .previousRow, .nextRow, .previousChoice, .nextChoice, .choose].contains(self)
    case .takes: return ![.selectPrevious, .selectNext, .pageUp, .pageDown].contains(self)
    }
  }
}
