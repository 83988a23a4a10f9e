/// The texts of the detail of a take.
extension Strings {
  // What to do next; the arguments are keys
  package static let nextHeld = Phrase("Next: %1 sends it, %2 drops it.", "下一步：按 %1 发送，按 %2 放弃。")
  package static let nextBatch = Phrase("Next: %1 sends the batch, %2 drops it.", "下一步：按 %1 发送整批，按 %2 放弃。")
  package static let nextPaused = Phrase("Next: %1 lets the queue go on, %2 drops it.", "下一步：按 %1 恢复队列，按 %2 放弃。")
  package static let nextByItself = Phrase("It leaves by itself; %1 drops it.", "会自动发出；按 %1 放弃。")
  package static let nextLeaving = Phrase("Next: %1 takes it back, %2 sends it now.", "下一步：按 %1 撤回，按 %2 立即发送。")
  package static let nextUnsure = Phrase("Next: %1 settles it.", "下一步：按 %1 核实。")
  package static let nextWatched = Phrase("%1 asks now.", "按 %1 立即查询。")
  package static let nextReady = Phrase("Next: %1 saves it.", "下一步：按 %1 保存。")
  package static let nextSaved = Phrase("Next: %1 plays it, %2 orders it again.", "下一步：按 %1 播放，按 %2 再来一条。")
  package static let nextEnded = Phrase("Next: %1 orders it again, %2 edits it.", "下一步：按 %1 再来一条，按 %2 修改。")

  // Timeline
  package static let forTime = Phrase("for %1", "历时 %1")
  package static let sinceThen = Phrase("for %1 so far", "已 %1")
  package static let askedOnce = Phrase("Asked once, at %1.", "共查询 1 次，于 %1。")
  package static let askedTimes = Phrase("Asked %1 times, last at %2.", "共查询 %1 次，最近 %2。")
  package static let reachedAt = Phrase("The service answered at %1.", "服务于 %1 应答。")
  package static let failedCheck = Phrase("The last check failed: %1.", "最近一次查询失败：%1。")
  package static let nextCheckAt = Phrase("Next check at %1.", "下次查询 %1。")
  package static let notPolled = Phrase("It was never asked about.", "没有查询过。")

  // Words of one's own
  package static let noteBeside = Phrase("note: %1", "备注：%1")
  package static let errorClass = Phrase("class: %1", "类别：%1")
  package static let chargedNothing = Phrase("nothing was charged", "未计费")
  package static let nothingPaid = Phrase("nothing is paid in the demo", "演示服务不计费")
}
