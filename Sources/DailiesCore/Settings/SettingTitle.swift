/// What settings are called in words, by the last part of their name; the settings layer shows it beside the name.
enum SettingTitle {
  static let all: [String: Phrase] = [
    "lang": Phrase("Language", "语言"),
    "countdown": Phrase("Countdown", "发送倒计时"),
    "autosave": Phrase("Save by itself", "自动保存"),
    "folder": Phrase("Folder for films", "影片文件夹"),
    "file_name": Phrase("Name of a film", "影片文件名"),
    "downloads": Phrase("Saved at once", "同时保存"),
    "creates": Phrase("Sent at once", "同时发送"),
    "queries": Phrase("Asked at once", "同时查询"),
    "queries_per_second": Phrase("Asked a second", "每秒查询"),
    "most_rows": Phrase("Prompts unfolded", "最多展开"),
    "mouse": Phrase("Mouse", "鼠标"),
    "ctrl_y": Phrase("Ctrl-Y", "Ctrl-Y 的作用"),
    "player": Phrase("Player", "播放器"),
    "profile": Phrase("Profile", "配置"),
    "live_takes": Phrase("At the service", "服务端条数"),
    "base_url": Phrase("Address", "服务地址"),
    "models": Phrase("Models", "模型"),
    "prompt_limit": Phrase("Longest prompt", "提示词字数"),
    "allow_plain_http": Phrase("Plain http", "明文 http"),
    "image_as": Phrase("Pictures go as", "图片发送方式"),
    "proxy": Phrase("Proxy", "代理"),
    "key_command": Phrase("Command for the key", "密钥命令"),
    "currency": Phrase("Currency of limits", "限额币种"),
    "day_soft": Phrase("Warn above, a day", "当日提醒"),
    "day_hard": Phrase("Limit of a day", "当日限额"),
    "month_soft": Phrase("Warn above, a month", "当月提醒"),
    "month_hard": Phrase("Limit of a month", "当月限额"),
    "day_seconds_hard": Phrase("Seconds a day", "当日秒数限额"),
    "month_seconds_hard": Phrase("Seconds a month", "当月秒数限额"),
  ]
}

extension SettingRow {
  /// Nil where the name says it well enough.
  package var title: Phrase? { path.last.flatMap { SettingTitle.all[$0] } }
}
