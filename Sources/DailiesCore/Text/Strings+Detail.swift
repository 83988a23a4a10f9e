/// The texts of the detail of a take.
extension Strings {
  // What to do next
  package static let nextHeld = Phrase(
    "Next: %{takes.open} sends it, %{takes.drop} drops it.", "下一步：按 %{takes.open} 发送，按 %{takes.drop} 放弃。")
  package static let nextBatch = Phrase(
    "Next: %{takes.open} sends the batch, %{takes.drop_batch} drops it.",
    "下一步：按 %{takes.open} 发送整批，按 %{takes.drop_batch} 放弃。")
  package static let nextPaused = Phrase(
    "Next: %{takes.pause_queue} lets the queue go on, %{takes.drop} drops it.",
    "下一步：按 %{takes.pause_queue} 恢复队列，按 %{takes.drop} 放弃。")
  package static let nextByItself = Phrase(
    "It leaves by itself; %{takes.drop} drops it.", "会自动发出；按 %{takes.drop} 放弃。")
  package static let nextLeaving = Phrase(
    "Next: %{take_back_leaving} takes it back, %{takes.open} sends it now.",
    "下一步：按 %{take_back_leaving} 撤回，按 %{takes.open} 立即发送。")
  package static let nextUnsure = Phrase("Next: %{takes.open} settles it.", "下一步：按 %{takes.open} 核实。")
  package static let nextWatched = Phrase("%{takes.check_now} asks now.", "按 %{takes.check_now} 立即查询。")
  package static let nextReady = Phrase("Next: %{takes.save} saves it.", "下一步：按 %{takes.save} 保存。")
  package static let nextSaved = Phrase(
    "Next: %{takes.play} plays it, %{takes.again} orders it again.",
    "下一步：按 %{takes.play} 播放，按 %{takes.again} 再来一条。")
  package static let nextEnded = Phrase(
    "Next: %{takes.again} orders it again, %{takes.edit} edits it.",
    "下一步：按 %{takes.again} 再来一条，按 %{takes.edit} 修改。")

  // Timeline
  package static let forTime = Phrase("for %1", "历时 %1")
  package static let sinceThen = Phrase("for %1 so far", "已 %1")
  package static let askedOnce = Phrase("Asked once, at %1.", "共查询 1 次，于 %1。")
  package static let askedTimes = Phrase("Asked %1 times, last at %2.", "共查询 %1 次，最近 %2。")
  package static let reachedAt = Phrase("The service answered at %1.", "服务于 %1 应答。")
  package static let failedCheck = Phrase("The last check failed: %1.", "最近一次查询失败：%1。")
  package static let nextCheckAt = Phrase("Next check at %1.", "下次查询 %1。")

  // Words of one's own
  package static let noteBeside = Phrase("note: %1", "备注：%1")
  package static let errorClass = Phrase("class: %1", "类别：%1")
  package static let chargedNothing = Phrase("nothing was charged", "未计费")
  package static let nothingPaid = Phrase("nothing is paid in the demo", "演示服务不计费")
}
