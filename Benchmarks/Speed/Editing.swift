import Benchmark
import DailiesCore
import Histories
import TerminalCanvas

private let size = 32_000
private let columns = 76
private let rows = 18

/// 32,000 characters in one language, in paragraphs of a few hundred.
private func text(isChinese: Bool) -> String {
  var writer = PromptWriter()
  var text = ""
  var number = isChinese ? 1 : 0
  while text.count < size {
    text += writer.next(number) + (number % 6 < 2 ? "\n\n" : " ")
    number += 2
  }
  return String(text.prefix(size))
}

/// The caret in the middle of the text, all that is shown wrapped.
private func editor(_ text: String) -> PromptEditor {
  var editor = PromptEditor(text, columns: columns)
  editor.placeCaret(row: editor.lineCount / 2, column: 20)
  editor.scrollToCaret(rows: rows)
  return editor
}

/// A draft before and after a letter.
private func draft(_ text: String, before typed: Character) -> (whole: DraftRecord, written: DraftRecord) {
  func record(_ editor: PromptEditor) -> DraftRecord {
    DraftRecord(prompt: editor.snapshot, shot: ShotSettings(model: "m"))
  }
  var changed = editor(text)
  let whole = record(changed)
  changed.insert(typed)
  return (whole, record(changed))
}

/// What follows each change before it is drawn.
private func show(_ editor: inout PromptEditor) {
  editor.scrollToCaret(rows: rows)
  blackHole(editor.screenLines(editor.scrollTop..<editor.scrollTop + rows))
  blackHole(editor.caretPosition)
}

func editing() {
  for (language, isChinese) in [("English", false), ("Chinese", true)] {
    let text = text(isChinese: isChinese)
    let typed: Character = isChinese ? "灯" : "a"

    Benchmark("Editor: a character typed in 32,000, \(language)") { benchmark, editor in
      benchmark.startMeasurement()
      editor.value.insert(typed)
      show(&editor.value)
      benchmark.stopMeasurement()
      editor.value.deleteBackward()
    } setup: {
      Box(editor(text))
    }

    Benchmark("Editor: a character deleted in 32,000, \(language)") { benchmark, editor in
      editor.value.insert(typed)
      benchmark.startMeasurement()
      editor.value.deleteBackward()
      show(&editor.value)
      benchmark.stopMeasurement()
    } setup: {
      Box(editor(text))
    }

    Benchmark("Editor: a word taken back in 32,000, \(language)") { benchmark, editor in
      editor.value.breakUndoGroup()
      editor.value.insert(isChinese ? "灯笼作坊" : "lantern ")
      editor.value.breakUndoGroup()
      benchmark.startMeasurement()
      editor.value.undo()
      show(&editor.value)
      benchmark.stopMeasurement()
    } setup: {
      Box(editor(text))
    }

    Benchmark("Editor: a paste of 32,000, \(language)") { benchmark, editor in
      benchmark.startMeasurement()
      editor.value.paste(text)
      show(&editor.value)
      benchmark.stopMeasurement()
      editor.value.undo()
    } setup: {
      Box(editor(""))
    }

    Benchmark("Draft: what is new in 32,000, \(language)") { _, records in
      blackHole(DraftPatch(from: records.value.whole, to: records.value.written))
    } setup: {
      Box(draft(text, before: typed))
    }

    Benchmark("Wrapping 32,000 characters, \(language)") { _ in
      blackHole(PromptEditor(text, columns: columns).lineCount)
    }

    Benchmark("Measuring the width of 32,000 characters, \(language)") { _ in
      blackHole(DisplayWidth.standard.width(of: text))
    }
  }
}

/// Keeps what an iteration changed for the next one.
final class Box<Value> {
  var value: Value

  init(_ value: Value) { self.value = value }
}
