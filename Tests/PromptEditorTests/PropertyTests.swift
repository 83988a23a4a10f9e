import Foundation
import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesCore

@Suite struct PropertyTests {
  /// Applies one random operation to the editor, and to the reference where it knows the operation.
  private func operate(
    _ editor: inout PromptEditor, _ reference: inout ReferenceEditor, _ generator: inout SeededGenerator
  ) {
    let extending = Bool.random(using: &generator)
    editor.now.milliseconds += Int64.random(in: 0...900, using: &generator)
    var piece: String {
      NaughtyText.text(pieces: Int.random(in: 1...3, using: &generator), &generator)
    }
    func plain(_ text: String) -> String { PromptEditor.withPlainLineEnds(text) }
    switch Int.random(in: 0..<40, using: &generator) {
    case 0..<8:
      let text = piece
      editor.insert(text)
      reference.insert(plain(text))
    case 8..<10:
      let text = piece
      editor.paste(text)
      reference.insert(plain(text))
    case 10..<13:
      editor.deleteBackward()
      reference.deleteBackward()
    case 13..<15:
      editor.deleteForward()
      reference.deleteForward()
    case 15..<19: move(&editor, &reference, extending: extending, &generator)
    case 19..<26: deleteAndBringBack(&editor, &reference, &generator)
    case 26..<30:
      let isBack = Bool.random(using: &generator)
      guard isBack ? editor.canUndo : editor.canRedo else { return }
      if isBack { editor.undo() } else { editor.redo() }
      reference.follow(editor.text, caret: editor.selection.caret, anchor: editor.selection.anchor)
    default:
      wander(&editor, extending: extending, &generator)
      reference.follow(caret: editor.selection.caret, anchor: editor.selection.anchor)
    }
  }

  private func move(
    _ editor: inout PromptEditor, _ reference: inout ReferenceEditor, extending: Bool,
    _ generator: inout SeededGenerator
  ) {
    switch Int.random(in: 0..<16, using: &generator) {
    case 0..<6:
      editor.moveLeft(extending: extending)
      reference.moveLeft(extending: extending)
    case 6..<12:
      editor.moveRight(extending: extending)
      reference.moveRight(extending: extending)
    case 12:
      editor.moveParagraphUp(extending: extending)
      reference.moveParagraphUp(extending: extending)
    case 13:
      editor.moveParagraphDown(extending: extending)
      reference.moveParagraphDown(extending: extending)
    case 14:
      editor.moveToTextStart(extending: extending)
      reference.moveToTextStart(extending: extending)
    default:
      editor.moveToTextEnd(extending: extending)
      reference.moveToTextEnd(extending: extending)
    }
  }

  private func deleteAndBringBack(
    _ editor: inout PromptEditor, _ reference: inout ReferenceEditor, _ generator: inout SeededGenerator
  ) {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<2:
      editor.deleteToLineStart()
      reference.deleteToLineStart()
    case 2..<4:
      editor.deleteToLineEnd()
      reference.deleteToLineEnd()
    case 4..<7:
      let start = editor.wordStart(before: editor.caret)
      editor.deleteWordBackward()
      reference.deleteWord(backTo: start)
    case 7..<10:
      let end = editor.wordEnd(after: editor.caret)
      editor.deleteWordForward()
      reference.deleteWord(onTo: end)
    case 10..<12:
      editor.bringBack()
      reference.bringBack()
    case 12..<14:
      _ = editor.cut()
      reference.cut()
    case 14:
      _ = editor.copySelection()
      reference.copy()
    case 15..<17:
      editor.insertCut()
      reference.insertCut()
    case 17:
      editor.dropSelection()
      reference.dropSelection()
    case 18 where Int.random(in: 0..<8, using: &generator) == 0:
      editor.selectAll()
      reference.selectAll()
    default:
      editor.transpose()
      reference.transpose()
    }
  }

  /// Moves that depend on the layout or on words.
  private func wander(_ editor: inout PromptEditor, extending: Bool, _ generator: inout SeededGenerator) {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: editor.moveUp(extending: extending)
    case 1: editor.moveDown(extending: extending)
    case 2: editor.moveToLineStart(extending: extending)
    case 3: editor.moveToLineEnd(extending: extending)
    case 4: editor.moveWordLeft(extending: extending)
    case 5: editor.moveWordRight(extending: extending)
    case 6: editor.pageUp(rows: 5, extending: extending)
    default:
      let row = Int.random(in: 0..<editor.lineCount, using: &generator)
      editor.placeCaret(row: row, column: Int.random(in: 0...12, using: &generator), extending: extending)
    }
  }

  /// `EDITOR_SEED=N` plays a run again; without it every run is another one.
  static let seeds: [UInt64] = {
    let chosen = ProcessInfo.processInfo.environment["EDITOR_SEED"].flatMap { UInt64($0) }
    let first = chosen ?? UInt64.random(in: 0..<1_000_000) * 100
    print("The editor's random operations: EDITOR_SEED=\(first)")
    return (0..<20).map { first + $0 }
  }()

  /// 100,000 operations in all.
  @Test(arguments: seeds) func theEditorEqualsAPlainArrayOfClusters(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = PromptEditor.withPlainLineEnds(NaughtyText.text(pieces: 60, &generator))
    var editor = PromptEditor(start, columns: Int.random(in: 1...40, using: &generator))
    var reference = ReferenceEditor(start)
    // Whatever undo and redo lead to was the text once.
    var texts: Set<[UInt8]> = [Array(start.utf8)]
    let longest = seed % 10 == 9 ? 500 : 80
    for step in 0..<5_000 {
      let before = editor.revision
      operate(&editor, &reference, &generator)
      let text = Array(editor.text.utf8)
      let isNew = editor.revision != before && texts.insert(text).inserted
      guard text == Array(reference.text.utf8), editor.selection.caret == reference.caretOffset,
        editor.selection.anchor == reference.anchorOffset, editor.characterCount == reference.clusters.count,
        editor.deleted == reference.deleted, editor.cutText == reference.cutText,
        !isNew || !editor.canRedo
      else {
        let scalars = editor.text.unicodeScalars.map { String($0.value, radix: 16) }
        Issue.record("EDITOR_SEED=\(seed), step \(step): \(scalars)")
        return
      }
      if editor.characterCount > longest {
        editor.setText("")
        reference.follow("", caret: 0, anchor: 0)
        texts.insert([])
      }
    }
  }

  @Test(arguments: [(7, 1), (8, 2), (9, 5), (10, 12), (11, 40)] as [(UInt64, Int)])
  func wrappingAfterEveryEditEqualsWrappingFromScratch(seed: UInt64, columns: Int) {
    var generator = SeededGenerator(seed: seed)
    var editor = PromptEditor(NaughtyText.text(pieces: 60, &generator), columns: columns)
    var unused = ReferenceEditor(editor.text)
    for step in 0..<1_000 {
      operate(&editor, &unused, &generator)
      editor.lines.settle(0..<editor.lines.count, in: editor.content)
      guard editor.lines == LineTable(of: editor.content, columns: columns, widths: .standard) else {
        Issue.record("step \(step): \(editor.text.unicodeScalars.map { String($0.value, radix: 16) })")
        return
      }
      if editor.characterCount > 200 { editor.setText("") }
      unused = ReferenceEditor(editor.text)
      unused.follow(caret: editor.selection.caret, anchor: editor.selection.anchor)
    }
  }

  @Test(arguments: [(12, 1), (13, 2), (14, 7), (15, 30)] as [(UInt64, Int)])
  func linesHoldTheWholeTextFitTheirColumnsAndTheCaretIsInItsLine(seed: UInt64, columns: Int) {
    var generator = SeededGenerator(seed: seed)
    let widths = DisplayWidth.standard
    for _ in 0..<150 {
      var editor = PromptEditor(NaughtyText.text(pieces: 50, &generator), columns: columns)
      #expect(editor.whole.joined().utf8.elementsEqual(editor.text.utf8))
      for line in editor.screenLines(0..<editor.lineCount) {
        #expect(line.width == widths.width(of: line.text))
        #expect(line.width <= columns || line.text.count == 1)
      }
      for _ in 0..<10 {
        wander(&editor, extending: Bool.random(using: &generator), &generator)
        let position = editor.caretPosition
        let line = editor.screenLines(position.row..<position.row + 1)[0]
        #expect((0...columns).contains(position.column))
        #expect((line.range.lowerBound...line.range.upperBound).contains(editor.caret))
        #expect(String.Index(editor.content.index(editor.caret), within: editor.text) != nil)
      }
    }
  }

  @Test(arguments: 16...20 as ClosedRange<UInt64>)
  func undoingAllLeadsToTheStartAndRedoingAllToTheEnd(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = PromptEditor.withPlainLineEnds(NaughtyText.text(pieces: 30, &generator))
    var editor = PromptEditor(start, columns: 20)
    var unused = ReferenceEditor(start)
    for _ in 0..<700 {
      operate(&editor, &unused, &generator)
      unused = ReferenceEditor(editor.text)
      unused.follow(caret: editor.selection.caret, anchor: editor.selection.anchor)
    }
    while editor.canRedo { editor.redo() }
    let end = editor
    while editor.canUndo { editor.undo() }
    #expect(editor.text.utf8.elementsEqual(start.utf8))
    #expect(editor.characterCount == start.count)
    while editor.canRedo { editor.redo() }
    #expect(editor.text.utf8.elementsEqual(end.text.utf8))
    #expect(editor.characterCount == end.text.count)
    editor.lines.settle(0..<editor.lines.count, in: editor.content)
    #expect(editor.lines == LineTable(of: editor.content, columns: 20, widths: .standard))
  }

  /// In a paragraph of Han characters every insertion moves all lines that follow.
  @Test func whatIsShownOfAVeryLongParagraphLooksAsIfWrappedAtOnce() {
    var generator = SeededGenerator(seed: 21)
    var editor = PromptEditor(String(repeating: "黄昏的灯笼，工坊里慢慢地系上最后一条丝带。", count: 300), columns: 30)
    let rows = 10
    func expectPlainView() {
      let fresh = LineTable(of: editor.content, columns: 30, widths: .standard)
      let shown = editor.scrollTop..<editor.scrollTop + rows
      #expect(shown.map { editor.lines[$0] } == shown.map { fresh[$0] })
      #expect(shown.contains(editor.caretPosition.row))
    }
    for row in [380, 200, 30] {
      editor.placeCaret(row: row, column: Int.random(in: 0..<30, using: &generator))
      for _ in 0..<5 { editor.insert("灯") }
      editor.scrollToCaret(rows: rows)
      expectPlainView()
    }
    for _ in 0..<50 {
      editor.pageDown(rows: rows)
      editor.scrollToCaret(rows: rows)
      expectPlainView()
    }
  }

  @Test func editingFarFromASeamKeepsTheTextWhole() {
    var generator = SeededGenerator(seed: 22)
    var editor = PromptEditor(String(repeating: "黄昏的灯笼，", count: 1_500), columns: 14)
    for _ in 0..<300 {
      let row = Int.random(in: 0..<editor.lineCount, using: &generator)
      editor.placeCaret(row: row, column: Int.random(in: 0..<14, using: &generator), extending: row % 40 == 0)
      editor.insert(NaughtyText.piece(&generator))
      editor.scrollToCaret(rows: 6)
    }
    #expect(editor.characterCount == editor.text.count)
    #expect(editor.screenLines(0..<editor.lineCount).allSatisfy { $0.width <= 14 || $0.text.count == 1 })
    editor.lines.settle(0..<editor.lines.count, in: editor.content)
    #expect(editor.lines == LineTable(of: editor.content, columns: 14, widths: .standard))
  }
}
