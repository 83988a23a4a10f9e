/// The texts of notices. They are shown on a locked screen as well: short, and no prompt in full.
extension Strings {
  /// Number and state.
  package static let noticeOne = Phrase("%1 %2", "%1 %2")
  /// Count and state.
  package static let noticeSeveral = Phrase("%1 takes %2", "%1 条%2")
  /// The notice of one take, and what its prompt begins with.
  package static let noticeWords = Phrase("%1: %2", "%1：%2")
  package static let noticeDay = Phrase("limit of the day reached (%1)", "已达当日限额（%1）")
  package static let noticeMonth = Phrase("limit of the month reached (%1)", "已达当月限额（%1）")
  package static let helpNotices = Phrase(
    "Done while you look elsewhere? notify in the settings says how you are called; `dailies doctor notify` tries it. `dailies --linear` does everything line by line, for ears.",
    "不在窗口前时如何通知，由设置中的 notify 决定；`dailies doctor notify` 可试发一次。`dailies --linear` 逐行操作全部功能，适合屏幕阅读器。")
  package static let notifyCommandFailed = Phrase(
    "The command of notify_command failed: %1. Until it works again this is not repeated.",
    "notify_command 的命令失败：%1。恢复正常之前不再重复提示。")
  package static let notifyCommandMissing = Phrase(
    "notify is command, but notify_command is empty: nobody is called.", "notify 设为 command，但 notify_command 为空：不会发出通知。"
  )
}
