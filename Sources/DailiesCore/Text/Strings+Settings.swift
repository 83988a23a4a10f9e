/// The texts of the settings layer.
extension Strings {
  package static let settingsTitle = Phrase("Settings: type to narrow", "偏好设置：输入以筛选")
  package static let settingsNothing = Phrase("No setting of that name.", "没有这项设置。")
  package static let settingEntryHelp = Phrase("%1 Empty: the default.", "%1留空为默认值。")
  package static let settingRefused = Phrase("That does not fit; allowed: %1.", "该值不合适；允许：%1。")
  package static let settingOutranked = Phrase("%1 sets it and ranks above: change it there.", "由 %1 设定，优先级更高：请在那里修改。")
  package static let settingKept = Phrase("Kept.", "已保存。")
  package static let settingKeptForLater = Phrase("Kept; it holds from the next start on.", "已保存；下次启动时生效。")
  package static let settingFrom = Phrase("From %1.", "来自 %1。")
  package static let settingLater = Phrase("Holds from the next start on.", "下次启动时生效。")
}
