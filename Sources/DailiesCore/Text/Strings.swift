/// The texts of the screens that belong to no table of their own (commands, problems and settings have theirs).
package enum Strings {
  // Title line
  package static let draft = Phrase("Draft", "草稿")
  package static let takes = Phrase("Takes", "样片")
  package static let demo = Phrase("demo", "演示")
  package static let networkReached = Phrase("net ok", "网络正常")
  package static let networkUnknown = Phrase("not asked yet", "尚未查询")
  package static let networkOffline = Phrase("offline since %1", "%1 起离线")
  package static let networkSlow = Phrase("slowed down until %1", "限速至 %1")
  package static let networkKey = Phrase("key refused", "密钥被拒")
  package static let noKey = Phrase("no key", "无密钥")

  // Draft
  package static let prompt = Phrase("Prompt", "提示词")
  package static let characters = Phrase("%1 ch", "%1 字")
  package static let draftSaved = Phrase("saved", "已保存")
  package static let draftUnsaved = Phrase("unsaved", "未保存")
  package static let draftNotSaved = Phrase("NOT saved", "未能保存")
  package static let emptyPrompt1 = Phrase("Who or what, and what happens.", "写明主体和动作。")
  package static let emptyPrompt2 = Phrase("Camera: lens, height, movement, cuts.", "镜头：焦距、机位、运动、剪辑。")
  package static let emptyPrompt3 = Phrase("Light and sound: hour, colour, voices.", "光线与声音：时间、色调、人声。")
  package static let shot = Phrase("Shot", "镜头")
  package static let model = Phrase("Model", "模型")
  package static let length = Phrase("Length", "时长")
  package static let size = Phrase("Size", "尺寸")
  package static let image = Phrase("Image", "图片")
  package static let takesCount = Phrase("Takes", "条数")
  package static let typeModel = Phrase(
    "%{prompt_pane.enter_model} for another", "按 %{prompt_pane.enter_model} 输入其他")
  package static let secondsUnit = Phrase("s", "秒")
  package static let none = Phrase("none", "无")
  package static let imageHint = Phrase("%{attach_image} or drop a path", "%{attach_image} 或拖入路径")
  package static let landscape = Phrase("landscape", "横屏")
  package static let portrait = Phrase("portrait", "竖屏")
  package static let willSend = Phrase(
    "%{review} will ask for %1 x %2 s = %3 s of film, price not known", "%{review} 将请求 %1 条 × %2 秒 = %3 秒影片，价格未知")
  package static let willSendDemo = Phrase(
    "%{review} will ask for %1 x %2 s = %3 s of film, nothing is paid", "%{review} 将请求 %1 条 × %2 秒 = %3 秒影片，不产生费用")
  package static let moreText = Phrase("more above and below", "上下还有")
  package static let moreTextAbove = Phrase("more above", "上方还有")
  package static let moreTextBelow = Phrase("more below", "下方还有")
  package static let writeHere = Phrase("%{prompt_pane.enter_prompt} writes", "按 %{prompt_pane.enter_prompt} 编写")
  package static let live = Phrase("LIVE", "进行")
  package static let nothingLive = Phrase("Nothing under way.", "没有进行中的条。")

  // Review
  package static let reviewTitle = Phrase("Review: what one yes will send", "核对：确认后将发送")
  package static let reviewSum = Phrase("Takes: %1   film in all: %2 s", "共 %1 条，影片 %2 秒")
  package static let reviewPrice = Phrase(
    "Price not known: the service charges by its own list.", "价格未知：按服务商的价目计费。")
  package static let reviewDemo = Phrase("Demo service: nothing is paid.", "演示服务：不产生费用。")
  package static let reviewCountdown = Phrase(
    "After Enter there are %1 s to take it back with %{review.take_back_leaving}.",
    "按 Enter 后有 %1 秒可用 %{review.take_back_leaving} 撤回。")
  package static let reviewNoCountdown = Phrase("Enter sends at once.", "按 Enter 立即发送。")
  package static let reviewPriceShort = Phrase("Price not known.", "价格未知。")
  package static let reviewCountdownShort = Phrase(
    "%{review.take_back_leaving} takes it back for %1 s.", "%1 秒内可用 %{review.take_back_leaving} 撤回。")
  package static let reviewLookFirst = Phrase(
    "Look at the sheet first; Enter again sends it.", "请先核对；再按一次 Enter 发送。")
  package static let reviewOtherService = Phrase(
    "The service is another one now: Esc, then review it anew.", "服务已切换：按 Esc 返回后重新核对。")
  package static let reviewNothing = Phrase("Nothing is ticked: there is nothing to send.", "没有勾选任何一条，无可发送。")
  package static let reviewKeys = Phrase(
    "Enter send   %{review.tick} tick   %{review.more_takes} %{review.fewer_takes} takes   Esc back",
    "Enter 发送   %{review.tick} 勾选   %{review.more_takes} %{review.fewer_takes} 条数   Esc 返回")
  package static let promptEmpty = Phrase("The prompt is empty: write it first.", "提示词为空：请先填写。")
  package static let keyMissing = Phrase(
    "No API key: “Set up” in all commands (%{palette}) asks for it; or try --demo.",
    "没有 API 密钥：可在全部命令（%{palette}）中用“设置”填写，或用 --demo 试用。")
  package static let to = Phrase("To %1", "发往 %1")
  package static let reviewLine = Phrase("%1 x %2 s", "%1 条 × %2 秒")
  package static let withImage = Phrase("image %1", "图片 %1")

  // Settle
  package static let settleTitle = Phrase("Settle %1: it was sent, the outcome is unknown", "核实 %1：已发送，结果未知")
  package static let settleAdvice = Phrase(
    "Look for it in the provider's console; nothing is sent from here.", "请在服务商控制台查找；这里不会发送任何请求。")
  package static let settleID = Phrase("It is there, with this ID:", "查到了，编号是：")
  package static let settleNever = Phrase("It never arrived (not charged)", "从未到达（未计费）")
  package static let settleLost = Phrase("It is lost (charged, no film)", "已丢失（已计费，无影片）")
  package static let settleUnknownID = Phrase(
    "The service does not know this ID; nothing has changed.", "服务查不到这个编号；没有任何更改。")
  package static let settleAsks = Phrase("The service is asked about it.", "正在向服务查询。")
  package static let settleNeedsID = Phrase("Paste the ID first.", "请先粘贴编号。")

  // Layers
  package static let copyTitle = Phrase("Copy from %1", "从 %1 复制")
  package static let activityTitle = Phrase("Activity", "活动记录")
  package static let noActivity = Phrase("Nothing was said yet.", "还没有任何消息。")
  package static let helpTitle = Phrase("Help", "帮助")
  package static let helpHere = Phrase("Here: %1", "当前位置：%1")
  package static let helpPromptPane = Phrase("beside the prompt, after %{leave_prompt}", "提示词之外（按 %{leave_prompt} 之后）")
  package static let helpMoving = Phrase(
    "Arrows, Home, End, PgUp, PgDn and Ctrl-arrows move; with Shift they select.",
    "方向键、Home、End、PgUp、PgDn 和 Ctrl+方向键移动；加 Shift 则选择。")
  package static let helpWanted = Phrase(
    "*1 beside Takes: so many are READY or UNSURE and wait for you.", "“样片”旁的 *1：有这么多条待保存或待核实，等你处理。")
  package static let helpStates = Phrase("States", "状态")
  package static let helpDemo = Phrase("Words for the demo service", "演示服务的触发词")
  package static let helpMouse = Phrase(
    "With the mouse: click, a second click opens, the wheel scrolls; in the prompt drag, or click twice or three times, to select. With Shift (Option in some terminals) the terminal itself selects.",
    "鼠标：单击选择，再次单击打开，滚轮滚动；在提示词中拖动、双击或三击可选择文字。按住 Shift（部分终端为 Option）则由终端选择。")
  package static let scrolled = Phrase("%1-%2 of %3", "第 %1-%2 行，共 %3 行")
  package static let nothingYet = Phrase("not yet", "暂无")
  package static let paletteTitle = Phrase("All commands: type to narrow", "全部命令：输入以筛选")
  package static let commandLineTitle = Phrase("Command", "命令")
  package static let commandLineHelp = Phrase(
    "%{command_line.complete} completes, Enter runs; profile, lang, size, set … take a value.",
    "%{command_line.complete} 补全，Enter 执行；profile、lang、size、set 等可带值。")
  package static let severalMatch = Phrase(
    "Several match: %{command_line.complete} goes through them.", "有多个命令与之相符：按 %{command_line.complete} 逐个选择。"
  )
  package static let nothingMatches = Phrase("No command of that name.", "没有这个命令。")
  package static let quitTitle = Phrase("Quit?", "退出？")
  package static let quitLeaving = Phrase(
    "%1 leaving or being sent: what has not left is held.", "%1 条即将或正在发出：未发出的会保留待发。")
  package static let quitCountdown = Phrase(
    "The countdown goes on meanwhile: %1 s. %{quit_question.take_back_leaving} takes it back.",
    "倒计时仍在继续：%1 秒。%{quit_question.take_back_leaving} 撤回。")
  package static let quitSaving = Phrase("%1 being saved: saving goes on at the next start.", "%1 条正在保存：下次启动时继续。")
  package static let quitLive = Phrase("Live takes go on at the service.", "进行中的条会在服务端继续。")
  package static let quitKeys = Phrase("Enter quits   Esc stays", "Enter 退出   Esc 留下")
  package static let entryFindInHelp = Phrase("Find in the help", "在帮助中查找")
  package static let helpNothing = Phrase("Nothing here holds “%1”.", "没有包含“%1”的内容。")
  package static let entryFind = Phrase("Find in takes", "在样片中查找")
  package static let entryImport = Phrase("ID of a take made elsewhere", "在别处生成的编号")
  package static let tooSmall = Phrase("40x12 needed, %1x%2 now", "需要 40x12，现为 %1x%2")

  // Set-up
  package static let setupTitle = Phrase("Welcome to Dailies", "欢迎使用样片 Dailies")
  package static let setupLanguage = Phrase("Language", "语言")
  package static let setupAddress = Phrase("Address of the service", "服务地址")
  package static let setupKey = Phrase("API key (hidden; tested by your first take)", "API 密钥（不显示；由第一条测试）")
  package static let setupFolder = Phrase("Folder for films", "影片文件夹")
  package static let setupStart = Phrase("Ready", "就绪")
  package static let setupDemo = Phrase("Try the demo service: everything works, nothing is paid", "试用演示服务：功能齐全，不收费")
  package static let setupGo = Phrase("Start with this service", "开始使用该服务")
  package static let setupLanguageHelp = Phrase(
    "%{setup.previous_row} and %{setup.next_row} choose.", "用%{setup.previous_row}、%{setup.next_row}键选择。")
  package static let setupAddressHelp = Phrase(
    "Any service that speaks the Videos API. The key goes to this host only.", "任何兼容 Videos API 的服务。密钥只会发往这个主机。")
  package static let setupKeyHelp = Phrase(
    "Paste it; it is kept in a file that only you can read. May stay empty: drafting works without.",
    "请粘贴；密钥存入仅你可读的文件。可留空：没有密钥也能写草稿。")
  package static let setupFolderHelp = Phrase("Finished films are saved here by themselves.", "完成的影片会自动保存到这里。")
  package static let setupPage = Phrase("%1 of %2", "第 %1 页，共 %2 页")
  package static let setupTyped = Phrase("%1 characters", "%1 个字符")

  // Keys in sentences
  /// A command that has no key, by its title, and how it is reached then.
  package static let commandInPalette = Phrase("“%1” (%2)", "“%1”（%2）")
  package static let unboundCommand = Phrase("“%1” (no key)", "“%1”（无按键）")

  // Messages
  package static let leavesSoon = Phrase(
    "%1 leaves soon: %{take_back_leaving} takes it back, %{takes.open} on its row sends it now.",
    "%1 即将发出：%{take_back_leaving} 撤回，在该行按 %{takes.open} 立即发送。")
  package static let leaveSoon = Phrase(
    "%1 takes leave soon: %{take_back_leaving} takes them back, %{takes.open} on a row sends it now.",
    "%1 条即将发出：%{take_back_leaving} 撤回，在某行按 %{takes.open} 立即发送。")
  /// From the draft screen the rows are a key away.
  package static let leavesSoonFromDraft = Phrase(
    "%1 leaves soon: %{take_back_leaving} takes it back. %{show_takes}, then %{takes.open}, sends it now.",
    "%1 即将发出：%{take_back_leaving} 撤回。先按 %{show_takes} 再按 %{takes.open} 可立即发送。")
  package static let leaveSoonFromDraft = Phrase(
    "%1 takes leave soon: %{take_back_leaving} takes them back. %{show_takes}, then %{takes.open}, sends one now.",
    "%1 条即将发出：%{take_back_leaving} 撤回。先按 %{show_takes} 再按 %{takes.open} 可立即发送一条。")
  package static let takenBack = Phrase("Taken back: %1. Nothing was sent.", "已撤回：%1。没有发送。")
  package static let nothingLeaving = Phrase("Nothing is leaving.", "没有即将发出的条。")
  package static let accepted = Phrase("%1 was accepted.", "%1 已被接受。")
  package static let isReady = Phrase(
    "%1 is ready and not saved yet. %{takes.save} saves it.", "%1 已生成，尚未保存。按 %{takes.save} 保存。")
  package static let isSavedAlready = Phrase("%1 is saved already: %2", "%1 早已保存：%2")
  package static let isSaved = Phrase("%1 is saved: %2", "%1 已保存：%2")
  package static let areSaved = Phrase("%1 takes are saved.", "%1 条已保存。")
  package static let areAccepted = Phrase("%1 takes were accepted.", "%1 条已被接受。")
  package static let severalNews = Phrase(
    "%2 news, %{show_activity} lists them: %1", "%2 条消息，按 %{show_activity} 查看：%1")
  package static let hasProblem = Phrase("%1: %2", "%1：%2")
  package static let hidden = Phrase(
    "%1 is hidden. %{takes.undo_act} brings it back.", "%1 已隐藏。按 %{takes.undo_act} 恢复。")
  package static let notHidden = Phrase("%1 is back.", "%1 已恢复。")
  package static let nothingToUndo = Phrase("Nothing to undo here.", "没有可撤销的操作。")
  package static let copied = Phrase("Sent to the terminal's clipboard: %1", "已送往终端剪贴板：%1")
  package static let nothingToCopy = Phrase("%1 has no such thing.", "%1 没有这项内容。")
  package static let newDraft = Phrase(
    "New draft; the last one is kept (%{open_drafts}).", "新草稿；上一份已保留（%{open_drafts}）。")
  package static let editing = Phrase(
    "%1 is a new draft now; the last one is kept (%{open_drafts}).", "%1 已成为新草稿；上一份已保留（%{open_drafts}）。")
  package static let snippetsTitle = Phrase("Snippets: type to narrow", "短语：输入以筛选")
  package static let snippetsLoading = Phrase("Reading the snippets…", "正在读取短语…")
  package static let noSnippet = Phrase("No snippet holds these words.", "没有包含这些字词的短语。")
  package static let snippetOwn = Phrase("yours", "自定义")
  package static let measuring = Phrase("Asking the terminal how wide it draws things…", "正在询问终端的字宽…")
  package static let measured = Phrase(
    "Measured; the screen is laid out as this terminal draws it.", "测量完成，已按此终端的字宽排版。")
  package static let measuredSame = Phrase(
    "Measured; this terminal draws everything as was known.", "测量完成，此终端的字宽与已知的一致。")
  package static let mouseOn = Phrase("Mouse on. Hold Shift to select text.", "鼠标已开。按住 Shift 选择文字。")
  package static let mouseOff = Phrase("Mouse off.", "鼠标已关。")
  package static let pressAgain = Phrase("Ctrl-C again quits.", "再按一次 Ctrl-C 退出。")
  package static let pressAgainOrQ = Phrase(
    "Ctrl-C again, or %{prompt_pane.quit}, quits.", "再按一次 Ctrl-C 或按 %{prompt_pane.quit} 退出。")
  package static let notSavable = Phrase("%1 has nothing to save: it is %2.", "%1 没有可保存的影片：当前%2。")
  package static let notPlayable = Phrase("%1 is not saved yet.", "%1 尚未保存。")
  package static let playing = Phrase("Playing %1.", "正在播放 %1。")
  package static let notSendable = Phrase("%1 has left already.", "%1 已经发出。")
  package static let droppedNow = Phrase("%1 is dropped. Nothing was sent.", "%1 已放弃。没有发送。")
  package static let saved = Phrase("%1 takes are being saved.", "正在保存 %1 条。")
  package static let nothingReady = Phrase("No take is waiting to be saved.", "没有等待保存的条。")
  package static let recovered = Phrase(
    "%1 takes were left behind by the last run; look at Held and Unsure.",
    "上次运行留下 %1 条；请查看“待发”和“待核实”。")
  package static let noLease = Phrase(
    "Another Dailies watches these takes; this one shows what it finds.",
    "另一个 Dailies 正在跟踪这些条；此处同步显示。")
  package static let offline = Phrase("The service cannot be reached: %1. Asking goes on.", "无法连接服务：%1。会继续尝试。")
  package static let seemsLost = Phrase(
    "The service has not known the ID of %1 for minutes. Asking goes on.", "服务已有几分钟查不到 %1 的编号。会继续查询。")
  package static let pauseAsked = Phrase(
    "The service asked for a pause: no question before %1.", "服务要求暂停：%1 之前不再查询。")
  package static let checkRefused = Phrase(
    "The service refuses the question about %1: %2. It is asked again by a key alone: %{takes.check_now}.",
    "服务拒绝查询 %1：%2。之后只在按 %{takes.check_now} 时再次查询。")
  package static let sidecarTaken = Phrase(
    "%1 is saved; its data are not: %2 is another file, and was left alone.", "%1 已保存，但未写数据文件：%2 是另一个文件，未作改动。")
  package static let sidecarFailed = Phrase(
    "%1 is saved; its data are not beside it: %2", "%1 已保存，但未能写数据文件：%2")
  package static let savingWaits = Phrase("Saving %1: %2. Next try in %3 s.", "保存 %1：%2。%3 秒后重试。")
  // Command line
  package static let nothingSent = Phrase("Nothing was sent.", "没有发送。")
  package static let needsYes = Phrase(
    "Nobody to ask and no --yes: nothing was sent.", "无人确认且没有 --yes：没有发送。")
  package static let askSend = Phrase("Send it? (yes/no)", "发送吗？（是/否，yes/no）")
  package static let keyThere = Phrase("key found", "已有密钥")
  package static let selectTake = Phrase("Select a take first.", "请先选择一条。")
  package static let unavailable = Phrase("Not here: %1", "此处不可用：%1")
}
