/// Everything a key can ask for, by name. Titles and groups are in `Command+Facts.swift`, keys in
/// `Keymap+Standard.swift`; the help screen, the footers and the documentation follow from these tables.
package enum Command: String, Hashable, Sendable, CaseIterable {
  // Anywhere
  case help, palette, commandLine, showDraft, showTakes, showLedger, nextPane, previousPane, back, redraw, toggleMouse
  case takeBackLeaving, interrupt, quit, suspend, showActivity, switchLanguage, setUp, changeKey, measureTerminal,
    showSettings,
    chooseProfile

  // Draft
  case review, newDraft, attachImage, removeImage, showProof, enterModel, nextLength, nextSize, nextModel, leavePrompt,
    enterPrompt
  case openDrafts, nameDraft, searchHistory, olderPrompt, newerPrompt
  case editInEditor, bringInText, findInText, insertSnippet
  case moreTakes, fewerTakes, previousRow, nextRow, previousChoice, nextChoice, choose

  // Text
  case newLine, moveLeft, moveRight, moveUp, moveDown, moveWordLeft, moveWordRight
  case moveToLineStart, moveToLineEnd, moveToTextStart, moveToTextEnd, movePageUp, movePageDown
  case moveParagraphUp, moveParagraphDown
  case selectLeft, selectRight, selectUp, selectDown, selectWordLeft, selectWordRight
  case selectToLineStart, selectToLineEnd, selectPageUp, selectPageDown, selectToTextStart, selectToTextEnd
  case selectParagraphUp, selectParagraphDown, selectAll
  case deleteBackward, deleteForward, deleteWordBackward, deleteWordForward, deleteToLineStart, deleteToLineEnd
  case transpose, bringBack, cut, copySelection, insertCut, undo, redo

  // Takes
  case open, selectPrevious, selectNext, selectFirst, selectLast, pageUp, pageDown, findTake, nextView, previousView
  case showDetail, save, saveAll, play, showInFolder, again, edit, checkNow, copyMenu, hide, importTake, drop
  case mark, markRange, markAll, clearMarks, changeTags, moveToShot, writeComment, undoAct, redoAct
  case toggleAutosave, pauseQueue, laterInQueue, earlierInQueue, dropBatch, sendWaiting
  case showViews, showSort, findNext, findPrevious, showFrames

  // Ledger
  case nextGrouping, previousGrouping, addPrice, exportLedger

  // Layers
  case tickAll, tickNone, drawAgain, moreRows, fewerRows, sendAsTyped, changeCanary
  case confirm, complete, tick, scrollUp, scrollDown, showRaw
  case renameDraft, duplicateDraft, deleteDraft, restoreDraft, showDeleted, insertAtCaret
  case deleteView, restoreView
  case previousFrame, nextFrame, secondBack, secondForward, runFrames, slower, faster, useFrame
  case copyID, copyPrompt, copyPath, copyAddress, copyCurl, copyJSON, copyError
}
