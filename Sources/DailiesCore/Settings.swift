package import VideosAPI

/// What a person can set, with its default. `Settings.fields` is the one table of names, ranges and help.
package struct Settings: Hashable, Sendable {
  package var language: Language?
  /// Seconds between the yes on the review sheet and the request.
  package var countdown = 5
  /// Save a take by itself as soon as it is ready.
  package var savesAutomatically = true
  /// Folder for films; nil: `$XDG_VIDEOS_DIR/Dailies`, else `~/Videos/Dailies`.
  package var folder: String?
  /// File name without its ending; see `FileName.template`.
  package var fileName = "{take}-{date}-{words}"
  /// Write what is known of a film beside it, as JSON.
  package var sidecar = true
  package var downloads = 3
  /// What all films together may take of the line; nil: all of it.
  package var saveRate: DataRate?
  /// Saving stops before less than this is free on the disk; nil: it takes what there is.
  package var keepFree = DataSize("500 MB")
  package var creates = 2
  /// State queries under way at once, and per second, to one host.
  package var queries = 8
  package var queriesPerSecond = 10
  /// Rows of the review sheet at most, whatever a prompt unfolds to.
  package var mostRows = 50
  package var mouse = true
  /// Say in the title of the terminal's window what is live and ready.
  package var title = true
  /// Let the clocks on the screen run between two pieces of news.
  package var motion = true
  /// How a person who looks elsewhere is called: a word of `NotifyChoice`.
  package var notify = NotifyChoice.auto.rawValue
  /// What is run for `notify = "command"`, see `CommandWords`; nil: nothing.
  package var notifyCommand: String?
  /// How pictures are shown: a word of `PictureChoice`.
  package var pictures = PictureChoice.auto.rawValue
  /// What Ctrl-Y does in the prompt: `redo`, or `yank`, which brings back what was deleted.
  package var controlY = "redo"
  /// Command that plays a film; nil: mpv, else xdg-open.
  package var player: String?
  /// Megabytes of disk that pictures of films may take.
  package var frameCacheMB = 200
  /// Name of the profile used when none is asked for.
  package var profile = Profile.standardName
  package var profiles: [String: Profile] = [Profile.standardName: Profile()]

  package init() {}

  package var chosenProfile: Profile { profiles[profile] ?? Profile() }
}

/// One service.
package struct Profile: Hashable, Sendable {
  package static let standardName = "default"
  package static let standardBaseURL = "https://api.huixingyun.com/v1"
  package static let standardModel = "veo-3.1-fast-generate-001"

  package var baseURL = Profile.standardBaseURL
  /// Models offered in the picker, first one preferred; free text is always possible.
  package var models = [Profile.standardModel]
  /// Characters of a prompt beyond which the screens warn; nil: no limit is known.
  package var promptLimit: Int?
  /// Takes that may be at the service at once; the others wait here. Nil: any number.
  package var liveTakes: Int?
  /// Plain http to another host than this machine, allowed after a typed yes.
  package var allowsPlainHTTP = false
  /// How the service wants pictures: a word of `ImageEncoding`.
  package var imageAs = ImageEncoding.dataURL.rawValue
  /// Currency of the limits; nil: that of the price of whatever is ordered.
  package var currency: String?
  /// Limits as decimal amounts, `80` or `12.50`: see `SpendingLimits`.
  package var daySoft: String?
  package var dayHard: String?
  package var monthSoft: String?
  package var monthHard: String?
  /// Limits in seconds of film, for services without a known price.
  package var daySecondsHard: Int?
  package var monthSecondsHard: Int?

  /// A proxy for this service alone, or `direct`; nil: as the environment says.
  package var proxy: String?
  /// A command that prints the key, for those who keep none in a file.
  package var keyCommand: String?

  package init() {}

  package var imageEncoding: ImageEncoding { ImageEncoding(rawValue: imageAs) ?? .dataURL }
}

extension Settings {
  /// Every setting outside the profiles. The file reader, `dailies config` and the documentation read this table.
  package static let fields: [SettingField<Settings>] = [
    SettingField(
      name: "lang", title: Phrase("Language", "语言"),
      help: Phrase("Language: auto, en or zh-Hans.", "语言：auto、en 或 zh-Hans。"), kind: .language(\.language)
    ),
    SettingField(
      name: "countdown", title: Phrase("Countdown", "发送倒计时"),
      help: Phrase("Seconds in which a confirmed take can be taken back.", "确认后可以撤回的秒数。"),
      kind: .number(\.countdown, 0...30)),
    SettingField(
      name: "autosave", title: Phrase("Save by itself", "自动保存"),
      help: Phrase("Save films by themselves when they are ready.", "生成完成后自动保存。"),
      kind: .flag(\.savesAutomatically)),
    SettingField(
      name: "folder", title: Phrase("Folder for films", "影片文件夹"), help: Phrase("Folder for films.", "影片的保存文件夹。"),
      kind: .optionalText(\.folder)),
    SettingField(
      name: "file_name", title: Phrase("Name of a film", "影片文件名"),
      help: Phrase(
        "File name: {take} {shot} {date} {time} {model} {size} {seconds} {words}.",
        "文件名：{take} {shot} {date} {time} {model} {size} {seconds} {words}。"),
      kind: .text(\.fileName)),
    SettingField(
      name: "sidecar", title: Phrase("Data beside a film", "影片旁的数据"),
      help: Phrase(
        "Write NAME.json beside each film: what was ordered, what came, what it cost.",
        "在每个影片旁写 NAME.json：所订、所得和费用。"),
      kind: .flag(\.sidecar)),
    SettingField(
      name: "downloads", title: Phrase("Saved at once", "同时保存"), help: Phrase("Films saved at once.", "同时保存的影片数。"),
      kind: .number(\.downloads, 1...16),
      appliesAtOnce: false),
    SettingField(
      name: "save_rate", title: Phrase("Saving rate", "保存限速"),
      help: Phrase(
        "Rate of saving a second, of all films together: 2 MB, 500 kB; empty: no limit.",
        "所有影片合计的每秒保存速度：2 MB、500 kB；留空不限。"),
      kind: .optionalRate(\.saveRate)),
    SettingField(
      name: "keep_free", title: Phrase("Room kept free", "保留空间"),
      help: Phrase(
        "Saving waits while less than this would stay free on the disk: 500 MB, 2 GB; empty: it fills the disk.",
        "磁盘剩余将低于此值时保存暂停：500 MB、2 GB；留空则用尽磁盘。"),
      kind: .optionalSize(\.keepFree)),
    SettingField(
      name: "creates", title: Phrase("Sent at once", "同时发送"), help: Phrase("Takes sent at once.", "同时发送的条数。"),
      kind: .number(\.creates, 1...8)),
    SettingField(
      name: "queries", title: Phrase("Asked at once", "同时查询"),
      help: Phrase("State queries under way at once, to one host.", "对同一主机同时进行的状态查询数。"),
      kind: .number(\.queries, 1...64)),
    SettingField(
      name: "queries_per_second", title: Phrase("Asked a second", "每秒查询"),
      help: Phrase("State queries a second, to one host.", "每秒对同一主机的状态查询数。"),
      kind: .number(\.queriesPerSecond, 1...1000)),
    SettingField(
      name: "most_rows", title: Phrase("Prompts unfolded", "最多展开"),
      help: Phrase("Prompts that {a|b} unfolds to, at most.", "{a|b} 最多展开的提示词数。"),
      kind: .number(\.mostRows, 1...500)),
    SettingField(
      name: "mouse", title: Phrase("Mouse", "鼠标"), help: Phrase("Use the mouse.", "使用鼠标。"), kind: .flag(\.mouse)),
    SettingField(
      name: "title", title: Phrase("Window title", "窗口标题"),
      help: Phrase("Say in the window's title what is live and ready.", "在窗口标题中显示进行中和待保存的条数。"),
      kind: .flag(\.title)),
    SettingField(
      name: "motion", title: Phrase("Running clocks", "时钟走动"),
      help: Phrase(
        "Let clocks run; off: the screen changes only with news, and while something is leaving.",
        "时钟走动；关闭后画面只随消息变化，发出倒计时除外。"),
      kind: .flag(\.motion)),
    SettingField(
      name: "notify", title: Phrase("Calling you", "通知方式"),
      help: Phrase(
        "Call when a take is done: auto (unless you look), bell, osc, command, off.",
        "有结果时通知：auto（不在窗口前时）、bell、osc、command、off。"),
      kind: .choice(\.notify, NotifyChoice.allCases.map(\.rawValue))),
    SettingField(
      name: "notify_command", title: Phrase("Command that calls", "通知命令"),
      help: Phrase(
        "Command for notify = command; {text} is the notice, its input JSON.",
        "notify = command 时的命令；{text} 为通知文字，标准输入为 JSON。"),
      kind: .optionalText(\.notifyCommand)),
    SettingField(
      name: "pictures", title: Phrase("Pictures", "图片显示"),
      help: Phrase(
        "Show pictures as auto (what the terminal says it can), kitty, sixel, blocks, or off.",
        "图片显示方式：auto（按终端能力）、kitty、sixel、blocks（色块）、off。"),
      kind: .choice(\.pictures, PictureChoice.allCases.map(\.rawValue))),
    SettingField(
      name: "ctrl_y", title: Phrase("Ctrl-Y", "Ctrl-Y 的作用"),
      help: Phrase(
        "What Ctrl-Y does in the prompt: redo, or yank, which brings back what was deleted (Alt-Z redoes).",
        "提示词中 Ctrl-Y 的作用：redo 为重做，yank 为取回删除的内容（此时用 Alt-Z 重做）。"),
      kind: .choice(\.controlY, ["redo", "yank"])),
    SettingField(
      name: "player", title: Phrase("Player", "播放器"), help: Phrase("Command that plays a film.", "播放影片的命令。"),
      kind: .optionalText(\.player)),
    SettingField(
      name: "frame_cache_mb", title: Phrase("Pictures of films", "影片画面缓存"),
      help: Phrase(
        "MB of disk for pictures of films that were shown; 0: none are kept.", "已显示的影片画面占用的磁盘 MB 数；0 为不保留。"),
      kind: .number(\.frameCacheMB, 0...100_000)),
    SettingField(
      name: "profile", title: Phrase("Profile", "配置"), help: Phrase("The profile to use.", "使用的配置。"),
      kind: .text(\.profile)),
  ]
}

extension Profile {
  /// Every setting of a profile, under `[profiles.NAME]`.
  package static let fields: [SettingField<Profile>] = [
    SettingField(
      name: "live_takes", title: Phrase("At the service", "服务端条数"),
      help: Phrase(
        "Takes at the service at once, the others wait here; 0: any number.", "同时在服务端的条数，其余在本机等待；0 为不限。"),
      kind: .optionalNumber(\.liveTakes, 1...1000)),
    SettingField(
      name: "base_url", title: Phrase("Address", "服务地址"), help: Phrase("Address of the service.", "服务地址。"),
      kind: .text(\.baseURL)),
    SettingField(
      name: "models", title: Phrase("Models", "模型"),
      help: Phrase("Models offered in the picker, the first one preferred.", "可选模型，第一个为首选。"),
      kind: .list(\.models)),
    SettingField(
      name: "prompt_limit", title: Phrase("Longest prompt", "提示词字数"),
      help: Phrase("Characters of a prompt beyond which the screens warn; nothing is cut.", "提示词超过此字数时提醒，不会截断。"),
      kind: .optionalNumber(\.promptLimit, 1...1_000_000)),
    SettingField(
      name: "allow_plain_http", title: Phrase("Plain http", "明文 http"),
      help: Phrase(
        "http to another machine: key and prompts can be read on the way.",
        "以明文 http 发往其他机器：密钥和提示词在途中可被读取。"),
      kind: .flag(\.allowsPlainHTTP)),
    SettingField(
      name: "image_as", title: Phrase("Pictures go as", "图片发送方式"),
      help: Phrase(
        "How a picture is sent: data_url, base64, or multipart as stock LiteLLM and OpenAI want it.",
        "图片的发送方式：data_url、base64，或 multipart（原版 LiteLLM 和 OpenAI 需要）。"),
      kind: .choice(\.imageAs, ImageEncoding.allCases.map(\.rawValue))),
    SettingField(
      name: "proxy", title: Phrase("Proxy", "代理"),
      help: Phrase(
        "Proxy of this service: http://…, socks5://… or direct; empty: as the environment says.",
        "此服务的代理：http://…、socks5://… 或 direct；留空则按环境变量。"),
      kind: .optionalText(\.proxy)),
    SettingField(
      name: "key_command", title: Phrase("Command for the key", "密钥命令"),
      help: Phrase(
        "Command that prints the API key, when neither the environment nor a key file has it.",
        "输出 API 密钥的命令；仅在环境变量和密钥文件都没有密钥时使用。"),
      kind: .optionalText(\.keyCommand)),
    SettingField(
      name: "currency", title: Phrase("Currency of limits", "限额币种"),
      help: Phrase("Currency of the limits; empty: that of your prices.", "限额的币种；留空则用价目的币种。"),
      kind: .optionalText(\.currency)),
    SettingField(
      name: "day_soft", title: Phrase("Warn above, a day", "当日提醒"),
      help: Phrase("Warn above this much a day.", "当日超过此金额时提醒。"), kind: .optionalText(\.daySoft)),
    SettingField(
      name: "day_hard", title: Phrase("Limit of a day", "当日限额"),
      help: Phrase("Refuse to send above this much a day.", "当日超过此金额时拒绝发送。"),
      kind: .optionalText(\.dayHard)),
    SettingField(
      name: "month_soft", title: Phrase("Warn above, a month", "当月提醒"),
      help: Phrase("Warn above this much a month.", "当月超过此金额时提醒。"),
      kind: .optionalText(\.monthSoft)),
    SettingField(
      name: "month_hard", title: Phrase("Limit of a month", "当月限额"),
      help: Phrase("Refuse to send above this much a month.", "当月超过此金额时拒绝发送。"),
      kind: .optionalText(\.monthHard)),
    SettingField(
      name: "day_seconds_hard", title: Phrase("Seconds a day", "当日秒数限额"),
      help: Phrase("Refuse to send above so many seconds of film a day; 0: no limit.", "当日影片超过此秒数时拒绝发送；0 为不限。"),
      kind: .optionalNumber(\.daySecondsHard, 1...1_000_000)),
    SettingField(
      name: "month_seconds_hard", title: Phrase("Seconds a month", "当月秒数限额"),
      help: Phrase("Refuse to send above so many seconds of film a month; 0: no limit.", "当月影片超过此秒数时拒绝发送；0 为不限。"),
      kind: .optionalNumber(\.monthSecondsHard, 1...10_000_000)),
  ]
}
