/// Saving: what holds it up.
extension Strings {
  package static let waitsForRoom = Phrase(
    "Disk nearly full, %2 free: %1 film waits until there is room.", "磁盘将满，剩余 %2：%1 部影片等待，有空间后自动保存。")
  package static let waitForRoom = Phrase(
    "Disk nearly full, %2 free: %1 films wait until there is room.", "磁盘将满，剩余 %2：%1 部影片等待，有空间后自动保存。")
  package static let roomCame = Phrase("There is room on the disk again: saving goes on.", "磁盘又有空间了：继续保存。")
  package static let savingIsPaused = Phrase(
    "%1: saving is paused, what arrived is kept. %{takes.pause_saving} goes on.",
    "%1：保存已暂停，已收到的部分保留。按 %{takes.pause_saving} 继续。")
  package static let savesArePaused = Phrase(
    "Saving %1 films is paused, what arrived is kept. %{takes.pause_all_saving} goes on.",
    "已暂停保存 %1 部影片，已收到的部分保留。按 %{takes.pause_all_saving} 继续。")
  package static let savingGoesOn = Phrase("%1: saving goes on.", "%1：继续保存。")
  package static let savesGoOn = Phrase("Saving goes on: %1.", "继续保存：%1 条。")
  package static let isBeingPaused = Phrase("%1 is being paused.", "%1 正在暂停。")
  package static let isNotSaving = Phrase("%1 is not being saved.", "%1 不在保存中。")
  package static let nothingIsSaving = Phrase("Nothing is being saved.", "没有正在保存的条。")
  // In a cell of the list.
  package static let savePaused = Phrase("paused", "已暂停")
  package static let savePausedAt = Phrase("paused at %1", "已暂停于 %1")
  package static let goesOnKey = Phrase("%{takes.pause_saving} saves", "%{takes.pause_saving} 继续")
  package static let awaitsRoom = Phrase("waits for room", "等待磁盘空间")
  package static let noRoom = Phrase("no room", "空间不足")
  package static let spaceLeft = Phrase("%1: %2 free", "%1：剩余 %2")
}
