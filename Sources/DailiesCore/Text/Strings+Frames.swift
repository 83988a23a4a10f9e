extension Strings {
  package static let framesNeedTool = Phrase(
    "Pictures of films need ffmpeg, which is not installed. %{takes.play} plays the film.",
    "显示影片画面需要 ffmpeg，尚未安装。按 %{takes.play} 可播放影片。")
  package static let filmGone = Phrase(
    "The film is not where it was saved. %{takes.save} saves it again, as long as the service has it.",
    "影片已不在保存的位置。服务端仍有时，按 %{takes.save} 可重新保存。")
  package static let framesUnreadable = Phrase(
    "No pictures of this film: %1. %{takes.play} tries the player.", "无法取得此影片的画面：%1。按 %{takes.play} 试用播放器。")
  package static let filmHeaders = Phrase("the file is not a film that can be read", "文件不是可读的影片")

  // The flip-book
  package static let flipBookTitle = Phrase("%1 frame by frame", "%1 逐帧翻看")
  package static let framesNeedSaving = Phrase(
    "%1 is not saved yet: %{takes.save} saves it, then its frames can be seen.", "%1 尚未保存：按 %{takes.save} 保存后可逐帧翻看。")
  package static let framesNeedColours = Phrase(
    "This terminal has no colours for pictures. %{takes.play} plays the film.", "此终端的颜色不足以显示画面。按 %{takes.play} 可播放影片。")
  package static let framesComing = Phrase("Reading the film…", "正在读取影片…")
  package static let frameUnreadable = Phrase("This frame cannot be read.", "此帧无法读取。")
  package static let framePlace = Phrase("frame %1/%2", "第 %1/%2 帧")
  package static let frameTime = Phrase("%1 of %2 s", "%1 / %2 秒")
  package static let framesRun = Phrase("runs %1x", "播放 %1x")
  package static let framesStand = Phrase("stands", "停止")
  package static let framesAwaited = Phrase("waits", "等待")
  package static let frameKeeping = Phrase("Writing this frame as a picture…", "正在将此帧写为图片…")
  package static let frameTaken = Phrase(
    "A new draft after %1 starts from %2; the last one is kept (%{open_drafts}).",
    "已按 %1 新建草稿，以 %2 为参考图；上一份已保留（%{open_drafts}）。")
  package static let frameNotKept = Phrase("The frame was not written: %1", "此帧未能写入：%1")
}
