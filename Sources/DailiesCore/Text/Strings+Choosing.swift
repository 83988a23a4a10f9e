/// The texts about judging films: verdicts, the screening and its sheet.
extension Strings {
  package static let circledWord = Phrase("circled", "圈选")
  package static let noGoodWord = Phrase("no good", "不用")
  package static let notJudgeable = Phrase("%1 has no film to judge: it is %2.", "%1 没有可评定的影片：当前%2。")
  package static let isCircled = Phrase("%1 is circled.", "%1 已圈选。")
  package static let areCircled = Phrase("%1 are circled.", "%1已圈选。")
  package static let isNoGood = Phrase("%1 is no good.", "%1 已评为不用。")
  package static let areNoGood = Phrase("%1 are no good.", "%1已评为不用。")
  package static let isUnjudged = Phrase("%1 has no verdict now.", "%1 现未评定。")
  package static let areUnjudged = Phrase("%1 have no verdict now.", "%1现未评定。")
  package static let askCircle = Phrase("Circle %1 takes?", "圈选 %1 条？")
  package static let askNoGood = Phrase("Call %1 takes no good?", "将 %1 条评为不用？")
  package static let askClear = Phrase("Clear the verdicts of %1 takes?", "取消 %1 条的评定？")
  package static let noneJudged = Phrase("None of the %1 marked has a film: %2.", "标记的 %1 条都没有影片：%2。")

  // The screening
  package static let screeningCount = Phrase(
    "%{takes.screening} screening (%1 unrated)", "%{takes.screening} 看片（%1 条未评）")
  package static let screeningTitle = Phrase("Screening, %1 of %2", "看片，第 %1 条，共 %2 条")
  package static let screeningOfAll = Phrase(
    "No film of today waits for a verdict; of other days: %1.", "今天没有待评的影片：以下是其他日子的 %1 条。")
  package static let nothingToScreen = Phrase("No film is here that is not judged.", "没有待评的影片。")
  package static let allAreJudged = Phrase("Every film is judged: this is what came of it.", "影片均已评定：以下是结果。")
  package static let editingFromScreening = Phrase(
    "A draft from %1. %{takes.screening} in the list goes on with the screening.",
    "已由 %1 新建草稿。在列表中按 %{takes.screening} 继续看片。")

  // The sheet
  package static let sheetTitle = Phrase("What came of it", "看片结果")
  package static let sheetOfDay = Phrase("Today, %1: takes %2, film %3 s", "今天（%1）：%2 条，影片 %3 秒")
  package static let sheetOfAll = Phrase("Films of any day: takes %1, film %2 s", "各日影片：%1 条，%2 秒")
  package static let sheetCounts = Phrase(
    "%1 circled (%2 s)   %3 no good   %4 not judged", "圈选 %1 条（%2 秒）   不用 %3 条   未评 %4 条")
  package static let sheetCost = Phrase("Cost %1", "花费 %1")
  package static let sheetPerTake = Phrase("%1 per circled take", "圈选的每条 %1")
  package static let sheetPerSecond = Phrase("%1 per circled second", "圈选影片每秒 %1")
  package static let sheetAtLeast = Phrase("At least %1", "至少：%1")
  package static let sheetCircledUnknown = Phrase(
    "%1 of %2 circled takes have no known cost: left out of that.", "圈选的 %2 条中有 %1 条费用未知：未计入上述平均。")
  package static let sheetUnknown = Phrase("Not in it, without a price: %1", "未计入（没有价格）：%1")
  package static let sheetFailed = Phrase("Not in it, failed at work: %1", "未计入（生成失败）：%1")
  package static let sheetUnsure = Phrase("Not in it, perhaps never charged: %1", "未计入（可能未计费）：%1")
  package static let sheetNoCost = Phrase("What it cost is not known.", "花费未知。")
  package static let sheetFilmPerCircled = Phrase("%1 s of film for each circled second", "每圈选 1 秒，拍了 %1 秒影片")
  package static let sheetCircled = Phrase("Circled", "圈选")
  package static let sheetAgain = Phrase("To try again: nothing of it is circled", "可再试：其中尚无圈选")
  package static let sheetUnjudged = Phrase("Not judged", "未评")
  package static let sheetNoGood = Phrase("No good", "不用")
  package static let sheetEmpty = Phrase("No films.", "没有影片。")
  package static let sheetTakes = Phrase("%1 takes", "%1 条")
}

/// The texts about ordering a take larger, and about which take came from which.
extension Strings {
  package static let blowUpTitle = Phrase("Blow up %1", "放大 %1")
  package static let blowUpHelp = Phrase(
    "A new roll of the dice: another take by the same words, not the same film larger. Nothing is sent before the review.",
    "相当于重新掷一次骰子：按同样的提示词另拍一条，而不是把同一影片放大。核对之前不会发送。")
  package static let blowUpNothing = Phrase("No larger form matches.", "没有匹配的更大规格。")
  package static let blowUpIsNew = Phrase(
    "A new roll of the dice: the service makes another film by these words, not %1 larger.",
    "相当于重新掷一次骰子：服务会按这些提示词另拍一条，而不是把 %1 放大。")
  package static let blowUpMore = Phrase("Each take %1: %2 more than %3 cost (%4)", "每条 %1：比 %3（%4）多 %2")
  package static let blowUpLess = Phrase("Each take %1: %2 less than %3 cost (%4)", "每条 %1：比 %3（%4）少 %2")
  package static let blowUpPrice = Phrase("Each take %1; what %2 cost is not known", "每条 %1；%2 的花费未知")
  package static let blowUpNoPrice = Phrase(
    "What it costs more is not known: there is no price for it.", "多花费多少未知：没有它的价格。")
  package static let blowUpNotCircled = Phrase(
    "%1 is not circled: %{takes.circle} circles it, then %{takes.blow_up} blows it up.",
    "%1 未圈选：先按 %{takes.circle} 圈选，再按 %{takes.blow_up} 放大。")
  package static let blowUpLargest = Phrase("%1 is as large and as long as can be ordered.", "%1 已是可选的最大尺寸和最长时长。")
  package static let lineageTitle = Phrase("Which take came from which", "各条的来历")
  package static let lineageNothing = Phrase("No take matches.", "没有匹配的条。")
  package static let wayAgain = Phrase("again", "再来")
  package static let wayBlowUp = Phrase("blown up", "放大")
  package static let wayFrame = Phrase("from frame of %1", "取自 %1 的画面")
  package static let wayEdit = Phrase("edited", "修改")
}

/// The texts about comparing two takes.
extension Strings {
  package static let compareTitle = Phrase("%1 beside %2", "对比 %1 与 %2")
  package static let compareMark = Phrase(
    "Mark another take with %{takes.mark}: then %{takes.compare} shows it beside %1.",
    "先用 %{takes.mark} 标记另一条，再按 %{takes.compare} 与 %1 对比。")
  package static let compareTooMany = Phrase(
    "Two takes can be compared, and %1 are marked.", "只能对比两条，现已标记 %1 条。")
  package static let compareState = Phrase("State", "状态")
  package static let compareTook = Phrase("Made in", "用时")
  package static let compareNote = Phrase("Note", "备注")
  package static let compareCame = Phrase("Came from", "来自")
  package static let comparePrompt = Phrase("Prompt, from %1 to %2", "提示词，从 %1 到 %2")
  package static let compareSamePrompt = Phrase("The prompts are the same.", "提示词相同。")
  package static let compareNoFilm = Phrase("No film of it is here.", "这里没有它的影片。")
  package static let comparePromptOf = Phrase("Prompt of %1", "%1 的提示词")
  package static let compareOther = Phrase("(%1: %2)", "（%1：%2）")
  package static let compareTab = Phrase("%{compare.other_side} shows %1.", "按 %{compare.other_side} 看 %1。")
}
