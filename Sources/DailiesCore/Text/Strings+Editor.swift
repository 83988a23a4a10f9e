/// What is said of writing: the editor, its keys, and the editor of one's own.
extension Strings {
  package static let nothingSelected = Phrase("Nothing is selected.", "没有选中内容。")
  package static let nothingCut = Phrase("Nothing was cut or copied here yet.", "尚未剪切或复制内容。")
  package static let nothingDeleted = Phrase("Nothing was deleted yet that could come back.", "没有可取回的删除内容。")
  package static let nothingToRedo = Phrase("Nothing to redo.", "没有可重做的操作。")
}

extension Strings {
  package static let editorEnded = Phrase("%1 ended with code %2.", "%1 以代码 %2 结束。")
  package static let editorKilled = Phrase("%1 was ended by signal %2.", "%1 被信号 %2 终止。")
  package static let editorMissing = Phrase(
    "There is no editor “%1”: set VISUAL or EDITOR.", "没有编辑器“%1”：请设置 VISUAL 或 EDITOR。")
  package static let editorEmpty = Phrase("The text came back empty.", "返回的文本为空。")
  package static let editorNotText = Phrase("What came back is no UTF-8 text.", "返回的内容不是 UTF-8 文本。")
  package static let editorTooLong = Phrase("What came back is too long for a prompt.", "返回的文本过长，不能作为提示词。")
  package static let editorNoFile = Phrase("The editor's file could not be used: %1.", "无法使用编辑器的文件：%1。")
  package static let editorUnchanged = Phrase("%1 The prompt is as it was.", "%1提示词保持不变。")
  package static let editorKept = Phrase("Prompt as it was; the other text is in %2. %1", "提示词不变；另一份文本在 %2。%1")
  package static let editorTaken = Phrase(
    "The text of your editor is in the prompt; %{undo} brings back what was there.", "编辑器中的文本已放入提示词；%{undo} 可恢复原内容。")
  package static let textLeft = Phrase(
    "Your editor left a text: %1. %{palette}, “bring in” puts it into the prompt.",
    "编辑器留下了文本：%1。按 %{palette}，选“取入”放入提示词。")
  package static let nothingLeft = Phrase("No editor left a text.", "没有编辑器留下的文本。")
}

extension Strings {
  package static let findLabel = Phrase("Find:", "查找：")
  package static let findNothing = Phrase("not in the text", "文中没有")
  package static let findPlace = Phrase("%1 of %2", "第 %1 处，共 %2 处")
  package static let findFromTop = Phrase("on from the top", "已从头继续")
  package static let findFromEnd = Phrase("on from the end", "已从末尾继续")
  package static let promptBeyondLimit = Phrase(
    "%1 characters; the limit set for this profile is %2. It is sent whole.", "共 %1 字，超过此配置设定的 %2 字上限；仍将完整发送。")
  package static let clickSendsNothing = Phrase("A click sends nothing; Enter does.", "点击不会发送；请按 Enter。")
  package static let charactersOfLimit = Phrase("%1/%2 ch", "%1/%2 字")
}
