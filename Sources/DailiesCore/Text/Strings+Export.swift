/// The texts about takes written into a file.
extension Strings {
  package static let exportedTakes = Phrase("Written: %1 (takes: %2)", "已写入：%1（%2 条）")
  package static let exportLeft = Phrase("%1 left out: %2.", "略去 %1 条：%2。")
  package static let exportNothing = Phrase(
    "No saved film of it belongs in: nothing was written.", "其中没有可列入的已保存影片：未写入。")
  package static let entryExportTakes = Phrase("Write takes into a file", "把样片写入文件")
  package static let exportTakesHelp = Phrase(
    "%1, by the ending: csv, json, edl, ffconcat, html.", "%1。结尾决定格式：csv、json、edl、ffconcat、html。")
  package static let exportsMarkedOne = Phrase("The marked take", "标记的 1 条")
  package static let exportsMarked = Phrase("The %1 marked", "标记的 %1 条")
  package static let exportsShown = Phrase("All %1 shown", "显示的全部 %1 条")
  package static let noFolderSo = Phrase("No folder there begins like that.", "那里没有如此开头的文件夹。")
  package static let foldersSo = Phrase("Folders: %1", "文件夹：%1")
  package static let exportEnding = Phrase(
    "%1 does not end in one of these: csv, json, edl, ffconcat, html.",
    "%1 的结尾不是其中之一：csv、json、edl、ffconcat、html。")
  package static let exportOver = Phrase(
    "There already: %{line.confirm} once more writes over it. %1", "已存在：再按一次 %{line.confirm} 则覆盖。%1")
  package static let exportNotWritten = Phrase("%1 was not written: %2.", "%1 未写入：%2。")
  package static let nothingToExport = Phrase("The list shows no take that could be written.", "列表中没有可写入的条。")
  package static let gapNoFilm = Phrase("no saved film", "没有已保存的影片")
  package static let gapNoGood = Phrase("judged no good", "评为不用")
  package static let cutSizes = Phrase("Mixed picture sizes: %1.", "画面尺寸不一：%1。")
  package static let cutRates = Phrase("Mixed frame rates, pictures a second: %1.", "帧率不一（每秒帧数）：%1。")
  package static let cutOtherRate = Phrase(
    "The films have %1 pictures a second, and this list counts %2.", "影片每秒 %1 帧，而此表按 %2 帧计。")
  package static let gapNoLength = Phrase("length of the film not known", "影片时长未知")
  package static let gapLineEnd = Phrase("line end in the path", "路径中有换行")
  package static let gapTooMany = Phrase("an edit list counts to 999", "剪辑表最多 999 项")

  // In its folder
  package static let showingInFolder = Phrase("Showing in its folder: %1.", "正在文件夹中显示：%1。")
  package static let noFileManager = Phrase(
    "Nothing here shows folders (dbus-send, xdg-open): %1", "此处没有可显示文件夹的程序（dbus-send、xdg-open）：%1")

  // Contact sheet
  package static let sheetOne = Phrase("1 take", "1 条")
  package static let sheetCount = Phrase("%1 takes", "%1 条")
  package static let sheetFilm = Phrase("Film", "影片")
  package static let sheetShot = Phrase("Shot", "镜头")
  package static let sheetParent = Phrase("From", "来自")
  package static let sheetTags = Phrase("Tags", "标签")
  package static let sheetOrdered = Phrase("Ordered", "下单")
  package static let sheetSaved = Phrase("Saved", "保存")
  package static let sheetFile = Phrase("File", "文件")
  package static let sheetID = Phrase("ID", "编号")
  package static let sheetProblem = Phrase("Problem", "问题")
}
