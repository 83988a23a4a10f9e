/// Texts of the drawer and of the history.
extension Strings {
  package static let draftsTitle = Phrase("Drafts: type to find", "草稿：输入以查找")
  package static let draftsDeletedTitle = Phrase("Deleted drafts, kept for 30 days", "已删除的草稿（保留 30 天）")
  package static let draftsNone = Phrase("No drafts yet: what you write is kept here.", "还没有草稿：写下的内容都会保存在这里。")
  package static let draftsNoneDeleted = Phrase("Nothing was deleted in the last 30 days.", "最近 30 天没有删除过草稿。")
  package static let draftsNoMatch = Phrase("No draft holds that.", "没有包含这些文字的草稿。")
  package static let draftsCount = Phrase("%1 of %2", "第 %1 / %2 份")
  package static let draftIsOpen = Phrase("open", "当前")
  package static let draftSent = Phrase("sent %1", "已发 %1")
  package static let draftWithoutWords = Phrase("no words; undo brings them back", "无文字；撤销可找回")
  package static let draftOfBlanks = Phrase("nothing but blanks", "只有空白")
  package static let draftGone = Phrase("That draft is gone.", "该草稿已不存在。")
  package static let draftCopied = Phrase("Copied: %1", "已复制：%1")
  package static let draftDeleted = Phrase(
    "Deleted: %1. %{drafts.restore_draft} brings it back.", "已删除：%1。按 %{drafts.restore_draft} 恢复。")
  package static let draftBack = Phrase("It is back: %1", "已恢复：%1")
  package static let draftNamed = Phrase("The draft is called %1; so is the shot of its takes.", "草稿名为 %1，其各条亦属此镜头。")
  package static let draftUnnamed = Phrase("The draft is called by its first words.", "草稿以开头的文字为名。")
  package static let historyTitle = Phrase("Everything written or sent: type to find", "写过和发过的提示词：输入以查找")
  package static let historyNone = Phrase(
    "Nothing yet: every prompt you write or send comes here.", "还没有内容：写过或发过的提示词都会出现在这里。")
  package static let historyNoMatch = Phrase("No prompt holds that.", "没有包含这些文字的提示词。")
  package static let historyKept = Phrase(
    "An older prompt; %{newer_prompt} brings yours back, and so does %{undo}.",
    "较早的提示词；%{newer_prompt} 或 %{undo} 可找回原文。")
  package static let historyOldest = Phrase("There is no older prompt.", "没有更早的提示词。")
  package static let historyNewest = Phrase("There is no newer prompt.", "没有更新的提示词。")
  package static let entryDraftName = Phrase("Name of the draft and of its shot", "草稿及其镜头的名称")
  package static let fromTake = Phrase("from %1", "源自 %1")
  package static let ofShot = Phrase("shot %1", "镜头 %1")
}
