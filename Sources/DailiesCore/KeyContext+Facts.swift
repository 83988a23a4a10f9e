extension KeyContext {
  /// One of the panes, or what they share: what is not a layer.
  package var isPane: Bool {
    switch self {
    case .anywhere, .outsideText, .prompt, .promptPane, .shot, .takes, .ledger: true
    default: false
    }
  }

  /// What its keys are for, as `dailies config keys` says it.
  package var title: Phrase {
    switch self {
    case .anywhere: Phrase("in every pane", "所有栏")
    case .outsideText: Phrase("in every pane but the prompt", "提示词以外的所有栏")
    case .prompt: Phrase("in the prompt", "提示词中")
    case .promptPane: Phrase("beside the prompt, after %{leave_prompt}", "提示词之外（按 %{leave_prompt} 之后）")
    case .shot: Phrase("in the shot settings", "镜头设置")
    case .takes: Phrase("in the list of takes", "样片列表")
    case .ledger: Phrase("on the ledger", "账目")
    case .review: Phrase("on the review sheet", "核对页")
    case .help: Phrase("in the help", "帮助")
    case .detail: Phrase("in the detail of a take", "详情")
    case .settle: Phrase("where an UNSURE take is settled", "核实页")
    case .copyMenu: Phrase("in the copy menu", "复制菜单")
    case .question: Phrase("where many marked takes are asked about", "对多条的确认")
    case .tags: Phrase("where tags are typed", "填写标签")
    case .shots: Phrase("where a shot is chosen", "选择镜头")
    case .activity: Phrase("in the activity log", "活动记录")
    case .quitQuestion: Phrase("where quitting is asked", "退出确认")
    case .palette: Phrase("in the list of all commands", "全部命令")
    case .snippets: Phrase("in the menu of snippets", "短语菜单")
    case .commandLine: Phrase("where a command is typed", "命令行")
    case .image: Phrase("where a picture is named", "填写图片")
    case .models: Phrase("where a model is chosen", "选择模型")
    case .proof: Phrase("in the proof of a picture", "图片校样")
    case .flipBook: Phrase("in the flip-book of a film", "逐帧翻看")
    case .line: Phrase("where one line is asked for", "单行输入")
    case .setup: Phrase("in the set-up", "设置向导")
    case .price: Phrase("where a price is written down", "填写价格")
    case .drafts: Phrase("in the drawer of drafts", "草稿箱")
    case .history: Phrase("in the history", "历史")
    case .findText: Phrase("where words are looked for in the prompt", "在提示词中查找")
    case .views: Phrase("in the menu of views", "视图菜单")
    case .sort: Phrase("where the order is chosen", "选择排序")
    case .settings: Phrase("in the settings", "偏好设置")
    case .profiles: Phrase("where a profile is chosen", "选择配置")
    }
  }
}
