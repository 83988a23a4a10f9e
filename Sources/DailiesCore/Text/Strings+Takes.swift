/// The texts of the list of takes and of what is said about one of them.
extension Strings {
  // List
  package static let columnTake = Phrase("TAKE", "条")
  package static let columnState = Phrase("STATE", "状态")
  package static let columnProgress = Phrase("PROGRESS", "进度")
  package static let columnTime = Phrase("LEFT", "剩余")
  package static let columnLength = Phrase("LEN", "时长")
  package static let columnSize = Phrase("SIZE", "尺寸")
  package static let columnPrompt = Phrase("PROMPT", "提示词")
  package static let view = Phrase("View", "视图")
  package static let noTakes = Phrase(
    "No takes yet. %{show_draft} writes the first; %{takes.import_take} brings in one by its ID.",
    "还没有样片。按 %{show_draft} 写第一条；按 %{takes.import_take} 按编号导入。")
  package static let allHidden = Phrase(
    "All takes are hidden. %{takes.next_view} shows them in Hidden.", "所有条都已隐藏。按 %{takes.next_view} 在“已隐藏”中查看。")
  package static let emptyView = Phrase(
    "Nothing is %1. %{takes.back} shows all %2.", "没有“%1”的条。按 %{takes.back} 显示全部 %2 条。")
  package static let nothingFound = Phrase(
    "Nothing holds “%1”. %{takes.back} shows all.", "没有包含“%1”的条。按 %{takes.back} 显示全部。")
  // The same while the keys go elsewhere, where a plain letter would be typed or mean something else
  package static let noTakesFromDraft = Phrase(
    "No takes yet. %{review} reviews and sends the first; %{show_takes} comes here.",
    "还没有样片。按 %{review} 核对并发送第一条；按 %{show_takes} 到这里。")
  package static let allHiddenFromDraft = Phrase(
    "All takes are hidden. %{show_takes}, then %{takes.next_view}, shows them in Hidden.",
    "所有条都已隐藏。先按 %{show_takes}，再按 %{takes.next_view}，在“已隐藏”中查看。")
  package static let emptyViewFromDraft = Phrase(
    "Nothing is %1. %{show_takes}, then %{takes.back}, shows all %2.",
    "没有“%1”的条。先按 %{show_takes}，再按 %{takes.back}，显示全部 %2 条。")
  package static let nothingFoundFromDraft = Phrase(
    "Nothing holds “%1”. %{show_takes}, then %{takes.back}, shows all.",
    "没有包含“%1”的条。先按 %{show_takes}，再按 %{takes.back}，显示全部。")
  package static let loading = Phrase("Reading …", "读取中…")
  package static let liveCount = Phrase("%1 live", "%1 进行中")
  package static let readyCount = Phrase("%1 ready", "%1 待保存")
  package static let autosaveOn = Phrase("autosave on", "自动保存开")
  package static let autosaveOff = Phrase("autosave off", "自动保存关")

  // Progress, at most 20 columns
  package static let noPercent = Phrase("no percent", "无百分比")
  package static let savesKey = Phrase("%{takes.save} saves", "%{takes.save} 保存")
  package static let sentNoReply = Phrase("sent, no reply", "已发，无应答")
  package static let outcomeUnknown = Phrase("outcome unknown", "结果未知")
  package static let enterKey = Phrase("%{takes.open}", "按%{takes.open}")
  package static let leavingIn = Phrase("%1 s, %{take_back_leaving} takes back", "%1 秒，%{take_back_leaving} 撤回")
  package static let leavesShortKey = Phrase("%1 s, %{take_back_leaving}", "%1 秒，%{take_back_leaving}")
  package static let leavesShort = Phrase("%1 s", "%1 秒")
  package static let waitsForAnswer = Phrase("no answer", "等待应答")
  package static let savingOf = Phrase("%1 of %2", "%1，共 %2")
  package static let savingStarts = Phrase("starting", "开始接收")
  package static let noStateFor = Phrase("no state for %1", "%1无状态")
  package static let questionRefused = Phrase("question refused", "查询被拒")
  package static let pausedUntil = Phrase("asked again after a pause, at %1", "暂停后于 %1 再查")
  package static let askedByKey = Phrase("asked again by %{takes.check_now}", "按 %{takes.check_now} 再查")
  package static let askedWithKey = Phrase("asked again when the key is changed", "更换密钥后再查")
  package static let askedWhenReached = Phrase("asked again when it is reached", "连上后再查")
  package static let notReachedFor = Phrase("unreached for %1", "%1未连上")
  package static let orderedLength = Phrase("got %2s, not %1s", "得 %2 秒，订 %1 秒")
  package static let gotSize = Phrase("got %1", "得到 %1")

  // Detail
  package static let orderedGot = Phrase("ordered %1 s %2, got %3 s %4", "订购 %1 秒 %2，得到 %3 秒 %4")
  package static let asOrdered = Phrase("%1 s %2, as ordered", "%1 秒 %2，与订购相符")
  package static let withSound = Phrase("with sound", "有声音")
  package static let noSound = Phrase("no sound", "无声音")
  /// Between two facts in one line.
  package static let aside = Phrase("; ", "；")
  package static let ordered = Phrase("%1 s", "%1 秒")
  package static let soFar = Phrase("%1 so far", "已 %1")
  package static let lastCheck = Phrase("answered %1 ago", "%1前有应答")
  package static let nextCheck = Phrase("next check in %1", "%1后再查")
  package static let nextCheckNow = Phrase("checking now", "正在查询")
  package static let serviceSays = Phrase("service: %1", "服务状态 %1")
  package static let reported = Phrase("%1% reported", "服务报告 %1%")
  package static let noFigure = Phrase("no percentage", "不报告百分比")
  package static let rate = Phrase("%1 a second", "每秒 %1")
  package static let timeLeft = Phrase("about %1 left", "约剩 %1")
  package static let leavesAt = Phrase("leaves at %1", "%1 发出")
  package static let id = Phrase("id %1", "编号 %1")
  package static let noID = Phrase("no id", "无编号")
  package static let recordedAt = Phrase("written %1", "%1 记录")
  package static let sentAt = Phrase("sent %1", "%1 发送")
  package static let savedAt = Phrase("saved %1", "%1 保存")
  package static let expiresAt = Phrase("expires %1", "%1 过期")
  package static let madeIn = Phrase("made in %1", "生成用时 %1")
  package static let took = Phrase("after %1", "历时 %1")
  package static let billed = Phrase("billed %1 s", "计费 %1 秒")
  package static let cost = Phrase("service's price: %1 USD", "服务端报价 %1 美元")
  package static let file = Phrase("file %1", "文件 %1")
  package static let httpStatus = Phrase("HTTP status %1", "HTTP 状态 %1")
  package static let profile = Phrase("profile %1", "配置 %1")
  package static let history = Phrase("History", "经过")
  package static let errorTitle = Phrase("Error, in full", "错误全文")
  package static let answerTitle = Phrase("Answer of the service, as it came", "服务的原始应答")
  package static let noAnswer = Phrase("The service has not answered yet.", "服务尚未应答。")
  package static let promptGoesOn = Phrase(
    "… and more: %1 characters in all; %{takes.edit} opens it as a draft.", "……还有更多：共 %1 字；按 %{takes.edit} 作为草稿打开。")

  // Amounts of time
  package static let roughSeconds = Phrase("%1 s", "%1 秒")
  package static let roughMinutes = Phrase("%1 m", "%1 分钟")
  package static let roughHours = Phrase("%1 h", "%1 小时")
  package static let roughDays = Phrase("%1 d", "%1 天")
}
