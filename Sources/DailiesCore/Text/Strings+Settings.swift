/// The texts of the settings layer.
extension Strings {
  package static let settingsTitle = Phrase("Settings: type to narrow", "偏好设置：输入以筛选")
  package static let settingsNothing = Phrase("No setting of that name.", "没有这项设置。")
  package static let settingEntryHelp = Phrase("%1 Empty: the default.", "%1留空为默认值。")
  package static let settingRefused = Phrase("That does not fit; allowed: %1.", "该值不合适；允许：%1。")
  package static let settingOutranked = Phrase("%1 sets it and ranks above: change it there.", "由 %1 设定，优先级更高：请在那里修改。")
  package static let settingKept = Phrase("Kept.", "已保存。")
  package static let settingKeptForLater = Phrase("Kept; it holds from the next start on.", "已保存；下次启动时生效。")
  package static let settingIs = Phrase("%1 = %2 from now on.", "%1 = %2，已生效。")
  package static let settingIsLater = Phrase("%1 = %2 from the next start on.", "%1 = %2，下次启动时生效。")
  package static let noSuchSetting = Phrase("There is no setting %1.", "没有设置项 %1。")
  package static let noSuchProfile = Phrase("There is no profile %1.", "没有配置 %1。")
  package static let settingFrom = Phrase("From %1.", "来自 %1。")
  package static let profilesTitle = Phrase("Profile: the service that new takes go to", "配置：新的条发往哪个服务")
  package static let profileNew = Phrase("Add a service", "添加服务")
  package static let profileNewHelp = Phrase(
    "Asks for a name, the address and the key.", "依次询问名称、地址和密钥。")
  package static let profileFacts = Phrase("%1  Models: %2", "%1  模型：%2")
  package static let profileNow = Phrase("New takes go to %1 (%2).", "新的条将发往 %1（%2）。")
  package static let profileForNow = Phrase(
    "New takes go to %1 (%2) in this run; the next start uses what %3 says.",
    "本次运行中新的条将发往 %1（%2）；下次启动时以 %3 为准。")
  package static let profileName = Phrase("Name of the new profile", "新配置的名称")
  package static let profileNameHelp = Phrase("Letters, digits, - and _.", "字母、数字、- 和 _。")
  package static let profileNameForm = Phrase(
    "That is no name: letters, digits, - and _, not beginning with -.", "名称无效：只用字母、数字、- 和 _，且不以 - 开头。")
  package static let profileExists = Phrase("There is a profile %1 already.", "已有配置 %1。")
  package static let setupProfile = Phrase("New service: %1", "新服务：%1")
  package static let profileHint = Phrase("Profile %1", "配置 %1")
  package static let keyCommandFailed = Phrase(
    "key_command of profile %1 gave no key: %2. %{takes.check_now} on a take asks again.",
    "配置 %1 的 key_command 未给出密钥：%2。在条上按 %{takes.check_now} 可再试。")
  package static let keyCommandForm = Phrase(
    "What key_command of profile %1 printed is no key: visible ASCII characters only.",
    "配置 %1 的 key_command 输出的不是密钥：只能含可见的 ASCII 字符。")
  package static let modelsTitle = Phrase("Model: choose, or type a name", "模型：选择或输入名称")
  package static let modelsNothing = Phrase("The service lists no model.", "服务没有列出模型。")
  package static let modelsHelp = Phrase("Any name can be typed, listed or not.", "可输入任何名称，不必在列表中。")
  package static let modelTyped = Phrase("  Use “%1”", "  使用“%1”")
  package static let modelListed = Phrase("listed by the service", "服务列出")
  package static let modelsAsk = Phrase("  Ask %1 for its list", "  向 %1 查询模型列表")
  package static let modelsAsking = Phrase("Asking %1 …", "正在查询 %1……")
  package static let modelsAnswered = Phrase("%1 lists %2 models for films.", "%1 列出 %2 个视频模型。")
  package static let settingsReread = Phrase("The settings were changed in their file and hold now.", "设置文件已更改，现已生效。")
  package static let settingsRereadLater = Phrase(
    "The settings were changed in their file and hold now; from the next start on: %1.", "设置文件已更改，现已生效；下次启动时生效：%1。")
  package static let keysReread = Phrase("keys.toml was changed: its keys hold now.", "keys.toml 已更改，按键现已生效。")
  package static let keyFilesReread = Phrase("The API keys were read again.", "已重新读取 API 密钥。")
  /// Of a file that cannot be used as it is now.
  package static let keptAsBefore = Phrase("%1 What was read before still holds.", "%1在此之前读到的内容仍然有效。")
  package static let settingLater = Phrase("Holds from the next start on.", "下次启动时生效。")
}
