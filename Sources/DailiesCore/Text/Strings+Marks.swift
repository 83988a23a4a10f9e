/// The texts about marked takes, and about what is said of takes.
extension Strings {
  package static let marked = Phrase("%1 marked", "已标记 %1 条")
  package static let noMarks = Phrase("Nothing is marked.", "没有标记任何条。")
  package static let marksCleared = Phrase("Marks taken away: %1.", "已去掉 %1 条的标记。")
  package static let marksComing = Phrase("The marked takes are still being read.", "仍在读取标记的条。")
  package static let rangeBegun = Phrase(
    "From %1: move, then %{takes.mark_range} marks up to there; %{takes.back} leaves it.",
    "自 %1 起：移动后按 %{takes.mark_range} 标记到该处；%{takes.back} 放弃。")
  package static let countOfTakes = Phrase("%1 takes", "%1 条")

  // Doing
  package static let noneSaved = Phrase("None of the %1 marked can be saved: %2.", "标记的 %1 条都不能保存：%2。")
  package static let noneChecked = Phrase("None of the %1 marked can be asked about: %2.", "标记的 %1 条都不能查询：%2。")
  package static let noneDropped = Phrase("None of the %1 marked can be dropped: %2.", "标记的 %1 条都不能放弃：%2。")
  package static let noneAgain = Phrase("None of the %1 marked can be ordered again: %2.", "标记的 %1 条都不能再来：%2。")
  package static let noneDone = Phrase("None of the %1 marked allows that: %2.", "标记的 %1 条都不适用：%2。")
  package static let notToAll = Phrase("%1 Not %2 others: %3.", "%1 另外 %2 条不适用：%3。")
  package static let hiddenAlready = Phrase("hidden already", "已隐藏")
  package static let withoutPrompt = Phrase("without a prompt", "没有提示词")
  package static let askPauseSaving = Phrase("Pause saving of %1 takes, or let them go on?", "暂停保存 %1 条，或让其继续？")
  package static let checkedNow = Phrase("%1 takes are asked about now.", "正在查询 %1 条。")
  package static let notWatched = Phrase("%1 is not at work there: it is %2.", "%1 不在服务端处理中：当前%2。")
  package static let dropping = Phrase("%1 takes are dropped.", "放弃 %1 条。")
  package static let notOnSheet = Phrase("Not on the sheet: %1 of the marked takes (%2).", "标记的条中有 %1 条不在表中（%2）。")

  // The question
  package static let askTitle = Phrase("Marked takes", "标记的条")
  package static let askSave = Phrase("Save %1 takes?", "保存 %1 条？")
  package static let askCheck = Phrase("Ask about %1 takes now?", "现在查询 %1 条？")
  package static let askHide = Phrase("Hide %1 takes?", "隐藏 %1 条？")
  package static let askShow = Phrase("Bring back %1 hidden takes?", "恢复 %1 条隐藏的条？")
  package static let askDrop = Phrase("Drop %1 takes that have not left?", "放弃 %1 条未发出的条？")
  package static let askNot = Phrase("Not %1 others: %2.", "另外 %1 条不适用：%2。")
  package static let askUnseen = Phrase("%1 of them are not among the rows at hand.", "其中 %1 条不在当前列表中。")
  package static let askKeys = Phrase("Enter does it   Esc leaves it", "Enter 执行   Esc 放弃")

  // What was done
  package static let staysDropped = Phrase(
    "%1 stays dropped: it never left. %{takes.again} orders it anew.", "%1 已放弃且从未发出，不可撤销。按 %{takes.again} 再来一条。")
  package static let stayDropped = Phrase(
    "%1 stay dropped: they never left. %{takes.again} orders them anew.", "%1已放弃且从未发出，不可撤销。按 %{takes.again} 再来一条。")
  package static let areHidden = Phrase(
    "%1 are hidden. %{takes.undo_act} brings them back.", "%1已隐藏。按 %{takes.undo_act} 恢复。")
  package static let areNotHidden = Phrase("%1 are back.", "%1已恢复。")
  package static let isInShot = Phrase("%1 is in the shot %2 now.", "%1 现属镜头 %2。")
  package static let areInShot = Phrase("%1 are in the shot %2 now.", "%1现属镜头 %2。")
  package static let isInNoShot = Phrase("%1 is in no shot now.", "%1 现不属任何镜头。")
  package static let areInNoShot = Phrase("%1 are in no shot now.", "%1现不属任何镜头。")
  package static let hasTags = Phrase("%1: %2", "%1：%2")
  package static let hasNoTags = Phrase("%1 has no tags now.", "%1 现无标签。")
  package static let tagsChanged = Phrase("The tags of %1 are changed.", "%1的标签已更改。")
  package static let commentKept = Phrase("Noted beside %1: %2", "已为 %1 备注：%2")
  package static let commentGone = Phrase("The note beside %1 is gone.", "%1 的备注已删除。")
  package static let undoneAct = Phrase("Undone for %1: %2.", "已对 %1 撤销：%2。")
  package static let redoneAct = Phrase("Done again for %1: %2.", "已对 %1 重做：%2。")
  package static let someLeft = Phrase("%1 As they were: %2.", "%1 未变：%2 条。")
  package static let likeThatAlready = Phrase("Nothing to change: it is like that already.", "无需更改：已是如此。")
  package static let haveLeft = Phrase("%1: left already, and cannot be taken back.", "%1：已经发出，无法撤回。")

  // Tags, shot, note
  package static let tagsTitle = Phrase("Tags of %1", "%1 的标签")
  package static let tagsHelp = Phrase("a, b are the tags from now on; +a -b add and take off.", "a, b 即全部标签；+a -b 增减。")
  package static let tagsHelpMany = Phrase(
    "+a -b add and take off; a, b are all the tags each of them has from now on.", "+a -b 增减；a, b 则是每条的全部标签。")
  package static let tagsMixed = Phrase(
    "Either a list, a, b, or changes, +a -b: not both.", "要么列出 a, b，要么增减 +a -b，不能混用。")
  package static let tagsNotTyped = Phrase("Type +a to add a tag, -a to take one off.", "输入 +a 添加标签，-a 去掉标签。")
  package static let tagsNone = Phrase("No tags yet: what is typed becomes the first.", "还没有标签：输入的就是第一个。")
  package static let shotsTitle = Phrase("Move %1 to a shot", "移到镜头：%1")
  package static let shotsNew = Phrase("New shot: %1", "新镜头：%1")
  package static let shotsNone = Phrase("No shot", "不属任何镜头")
  package static let shotsHelp = Phrase("Type to narrow, or a new name.", "输入以筛选，或输入新名称。")
  package static let commentTitle = Phrase("Note beside %1", "%1 的备注")
  package static let commentHelp = Phrase("One line; an empty one takes the note away.", "一行；留空则删除备注。")
}
