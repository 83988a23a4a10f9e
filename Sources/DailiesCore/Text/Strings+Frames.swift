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
}
