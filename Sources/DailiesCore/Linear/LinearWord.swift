/// The words that a person types where nothing is drawn, beside the names of commands: what on the screens is done by
/// writing in a field or by looking.
package enum LinearWord: String, CaseIterable, Sendable {
  case prompt, add, draft, model, length, size, takes, image, list, more, find, show, film, status, commands, help,
    back, yes,
    no

  /// What is typed, the first one in the language of the screens.
  package var names: Phrase {
    switch self {
    case .prompt: Phrase("prompt", "提示词")
    case .add: Phrase("add", "追加")
    case .draft: Phrase("draft", "草稿")
    case .model: Phrase("model", "模型")
    case .length: Phrase("length", "时长")
    case .size: Phrase("size", "尺寸")
    case .takes: Phrase("takes", "条数")
    case .image: Phrase("image", "图片")
    case .list: Phrase("list", "列表")
    case .more: Phrase("more", "更多")
    case .find: Phrase("find", "查找")
    case .show: Phrase("show", "查看")
    case .film: Phrase("film", "影片")
    case .status: Phrase("status", "状态")
    case .commands: Phrase("commands", "命令")
    case .help: Phrase("help", "帮助")
    case .back: Phrase("back", "返回")
    case .yes: Phrase("yes", "是")
    case .no: Phrase("no", "否")
    }
  }

  package var help: Phrase {
    switch self {
    case .prompt:
      Phrase("write the prompt: lines until a single dot, or the text in the same line", "编写提示词：逐行输入，单独一个句点结束；也可写在同一行")
    case .add: Phrase("the same, behind what is there", "同上，接在已有文字之后")
    case .draft: Phrase("say the draft: prompt, model, length, size, image, takes", "读出草稿：提示词、模型、时长、尺寸、图片、条数")
    case .model: Phrase("model NAME; alone: choose", "模型 名称；单独输入则选择")
    case .length: Phrase("length 8: seconds of film", "时长 8：影片秒数")
    case .size: Phrase("size 1280x720", "尺寸 1280x720")
    case .takes: Phrase("takes 3: how many one yes sends", "条数 3：一次确认发送几条")
    case .image: Phrase("image PATH or address; image none removes it", "图片 路径或地址；图片 无 则去掉")
    case .list: Phrase("list the takes, 20 at a time; list failed: of one view", "列出样片，每次 20 条；列表 失败：某个视图")
    case .more: Phrase("the next 20", "下 20 条")
    case .find: Phrase("find WORDS in prompts, numbers, ids, files; alone: all again", "查找 字词；单独输入则恢复全部")
    case .show: Phrase("show 31: a take in full; a number alone opens it, or settles it", "查看 31：某条的全部信息；只输入数字则打开或核实")
    case .film: Phrase("film 31: length, size, sound and file of a saved film", "影片 31：已保存影片的时长、尺寸、声音和文件")
    case .status: Phrase("what runs, what is ready", "进行中和待保存的条")
    case .commands: Phrase("every command by its name", "全部命令")
    case .help: Phrase("this", "本帮助")
    case .back: Phrase("leave what is asked", "离开当前问题")
    case .yes: Phrase("confirm what is asked", "确认")
    case .no: Phrase("leave it", "不确认")
    }
  }

  /// - Parameter typed: In small letters.
  init?(typed: some StringProtocol) {
    let also: [String: LinearWord] = [
      "?": .help, "？": .help, "h": .help, "ls": .list, "write": .prompt, "cancel": .back, "不": .no,
      "列出": .list, "显示": .show,
    ]
    guard
      let word = also[String(typed)]
        ?? Self.allCases.first(where: { $0.names.english == typed || $0.names.chinese == typed })
    else { return nil }
    self = word
  }
}
