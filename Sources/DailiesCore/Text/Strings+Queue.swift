/// The texts about takes that wait to be sent.
extension Strings {
  package static let queueIsPaused = Phrase(
    "Paused: nothing leaves until %{takes.pause_queue} in the list of takes.", "已暂停：在样片列表按 %{takes.pause_queue} 之前不会发送。"
  )
  package static let queueGoesOn = Phrase("What waits to be sent goes on.", "待发队列已恢复。")
  package static let paused = Phrase("paused, %{takes.pause_queue}", "已暂停 %{takes.pause_queue}")
  package static let placeInQueue = Phrase("place %1 in line", "队列第 %1 位")
  package static let placePaused = Phrase("paused, place %1", "已暂停，第 %1 位")
  package static let notInQueue = Phrase("%1 does not wait for its turn.", "%1 不在等待轮次。")
  package static let noBatch = Phrase("%1 belongs to no batch that is held.", "%1 不属于待发的批次。")
  package static let slowedToOne = Phrase(
    "%1 asked to slow down: one take at a time goes there now.", "%1 要求放慢：现在每次只发一条。")
  package static let batchReleased = Phrase("%1 was accepted: the other %2 leave now.", "%1 已被接受：其余 %2 条现在发出。")
  package static let batchToSee = Phrase(
    "%1 is done: see it, then %{takes.open} on a held take sends the other %2.",
    "%1 已完成：请先看，再在待发条上按 %{takes.open} 发送其余 %2 条。")
  package static let batchHeld = Phrase(
    "%1 came to nothing (%2): the other %3 are held.",
    "%1 未成（%2）：其余 %3 条待发。")
  package static let batchStopped = Phrase(
    "Stopped: two refused in a row (%1); the other %2 are held.",
    "已停止：连续两条被拒（%1）；其余 %2 条待发。")

  package static let waitsForWay = Phrase("%1 take waits: the service cannot be reached.", "%1 条待发：无法连接服务。")
  package static let waitForWay = Phrase("%1 takes wait: the service cannot be reached.", "%1 条待发：无法连接服务。")
  package static let waitsToLeave = Phrase(
    "%1 take was not sent while offline and waits: %{takes.send_waiting} in the list sends it.",
    "%1 条因离线未发出，正在等待：在列表按 %{takes.send_waiting} 发送。")
  package static let waitToLeave = Phrase(
    "%1 takes were not sent while offline and wait: %{takes.send_waiting} in the list sends them.",
    "%1 条因离线未发出，正在等待：在列表按 %{takes.send_waiting} 发送。")
  package static let nothingWaits = Phrase("Nothing waits that could not be sent.", "没有因离线未发出的条。")

  package static let canaryLeaves = Phrase(
    "%1 leaves soon, ahead of %2 others: %{take_back_leaving} takes it back.",
    "%1 即将先行发出，其余 %2 条在后：%{take_back_leaving} 撤回。")

  // The review
  package static let canaryOff = Phrase(
    "All leave together; %{review.change_canary} sends the first one ahead.", "全部一起发出；按 %{review.change_canary} 让首条先行。")
  package static let canaryAccepted = Phrase(
    "The first take goes ahead, the other %1 when it is accepted; %{review.change_canary} changes.",
    "首条先行，被接受后再发其余 %1 条；按 %{review.change_canary} 更改。")
  package static let canarySeen = Phrase(
    "The first take goes ahead, the other %1 wait until you have seen it; %{review.change_canary} changes.",
    "首条先行，其余 %1 条等你看过；按 %{review.change_canary} 更改。")
  package static let canaryShort = Phrase("First one ahead, then %1.", "首条先行，再发 %1 条。")
}
