/// The texts about prices, costs and limits.
extension Strings {
  // What a yes would cost
  package static let aboutOnePrice = Phrase("About %1: your price of %2.", "约 %1：按你 %2 的价格。")
  package static let aboutPrices = Phrase("About %1: your prices.", "约 %1：按你的价格。")
  package static let someUnpriced = Phrase(
    "No price known for %1 of the takes (%2 s); %{show_ledger}, then %{ledger.add_price}, adds one.",
    "其中 %1 条（%2 秒）价格未知；按 %{show_ledger} 再按 %{ledger.add_price} 添加。")
  package static let noneUnpriced = Phrase(
    "No price known: %1 s are counted. %{show_ledger}, then %{ledger.add_price}, adds one.",
    "价格未知：按 %1 秒计。按 %{show_ledger} 再按 %{ledger.add_price} 添加。")
  package static let afterThis = Phrase("After this: %1.", "发送后：%1。")
  package static let todayOf = Phrase("today %1 of %2", "今日 %1 / %2")
  package static let monthOf = Phrase("month %1 of %2", "本月 %1 / %2")

  // Limits
  package static let softDay = Phrase("Above the soft limit of the day", "超过当日提醒限额")
  package static let softMonth = Phrase("Above the soft limit of the month", "超过当月提醒限额")
  package static let hardDay = Phrase("The hard limit of the day refuses this", "超出当日硬性限额，不能发送")
  package static let hardMonth = Phrase("The hard limit of the month refuses this", "超出当月硬性限额，不能发送")
  package static let limitSum = Phrase("%1 (%2): %3 + %4 = %5, allowed %6.", "%1（%2）：%3 + %4 = %5，上限 %6。")
  package static let limitWay = Phrase(
    "Untick some, wait for the next one, or raise it in config.toml.", "请减少条数、等到下一期，或在 config.toml 中提高限额。")
  package static let limitUnpriced = Phrase(
    "No price known: the limit %1 cannot be checked. Set a price with %{ledger.add_price} (%{show_ledger}), or take the limit out of config.toml.",
    "价格未知：无法核对限额 %1。请用 %{ledger.add_price}（%{show_ledger}）设定价格，或在 config.toml 中去掉限额。")
  package static let limitCurrency = Phrase(
    "The limit %1 is in %2, the price in %3: it cannot be checked. Set a price in %2 with %{ledger.add_price} (%{show_ledger}).",
    "限额 %1 的币种为 %2，价格为 %3：无法核对。请用 %{ledger.add_price}（%{show_ledger}）设定 %2 的价格。")

  // What a take cost
  package static let costHeader = Phrase("%1 by the service's price header", "%1（服务端报价）")
  package static let costBilled = Phrase("%1 for %2 s billed, your price of %3", "%1（计费 %2 秒，按你 %3 的价格）")
  package static let costEstimate = Phrase("about %1, your price of %2", "约 %1（按你 %2 的价格）")
  package static let costUnsure = Phrase("may have cost %1", "可能已计费 %1")
  package static let costUnsureUnknown = Phrase("may have been charged", "可能已计费")
  package static let costLabel = Phrase("Cost", "费用")
  package static let sourceHeader = Phrase("price header", "服务端报价")
  package static let sourceBilled = Phrase("seconds billed x your price", "计费秒数 × 你的价格")
  package static let sourceEstimate = Phrase("estimate", "估算")
  package static let sourceUnknown = Phrase("not known", "未知")
  package static let usageNone = Phrase("usage returned: none", "未返回用量")
  package static let usageSeconds = Phrase("usage returned: %1 s", "返回用量：%1 秒")
  package static let chargeUnknown = Phrase("charge not known", "是否计费未知")
  package static let chargeRefused = Phrase("refused before it began: no charge known", "在开始前被拒绝：未见计费")
  package static let chargeCounted = Phrase("the limits count %1", "限额按 %1 计")

  // Ledger
  package static let ledger = Phrase("Ledger", "账目")
  package static let byDay = Phrase("day", "日")
  package static let byMonth = Phrase("month", "月")
  package static let byShot = Phrase("shot", "镜头")
  package static let byModel = Phrase("model", "模型")
  package static let ledgerBy = Phrase("By", "分组")
  package static let columnCurrency = Phrase("CUR", "币种")
  package static let columnTakes = Phrase("TAKES", "条数")
  package static let columnFilm = Phrase("FILM", "影片")
  package static let columnBilledSeconds = Phrase("BILLED", "计费时长")
  package static let columnEstimate = Phrase("ESTIMATE", "估算")
  package static let columnBilled = Phrase("CHARGED", "已计费")
  package static let columnUnsure = Phrase("UNSURE", "待核实")
  package static let columnFailed = Phrase("FAILED", "失败")
  package static let columnCost = Phrase("COST", "费用")
  package static let columnDiffering = Phrase("DIFFER", "不符")
  package static let ledgerDiffers = Phrase(
    "1 film is not what was ordered: %{takes.copy_menu} on its take copies a note for the provider.",
    "1 条影片与订购不符：在该条上按 %{takes.copy_menu} 可复制给客服的说明。")
  package static let ledgerDiffer = Phrase(
    "%1 films are not what was ordered: %{takes.copy_menu} on a take copies a note for the provider.",
    "%1 条影片与订购不符：在条上按 %{takes.copy_menu} 可复制给客服的说明。")
  package static let noShot = Phrase("no name", "未命名")
  package static let total = Phrase("in all", "合计")
  package static let ledgerEmpty = Phrase(
    "Nothing spent yet; prices: none, %{ledger.add_price} adds them.", "尚无花费；价格：无，按 %{ledger.add_price} 添加。")
  package static let ledgerEmptyPriced = Phrase("Nothing spent yet.", "尚无花费。")
  package static let ledgerDemo = Phrase(
    "Demo service: nothing is paid; seconds are counted. With a service of your own, %{ledger.add_price} adds prices here, and the settings day_hard and month_hard of its profile are limits.",
    "演示服务：不产生费用，只计秒数。使用自己的服务时，在此按 %{ledger.add_price} 添加价格；限额见该配置的设置 day_hard 和 month_hard。")
  package static let ledgerSources = Phrase(
    "ESTIMATE: seconds ordered x your price. CHARGED: seconds billed x your price.", "估算：订购秒数 × 你的价格。已计费：计费秒数 × 你的价格。")
  package static let ledgerHeader = Phrase(
    "*: the service's own figure (price header). ?: charged or not is not known.", "*：服务端报价。?：是否计费未知。")
  package static let pricesTitle = Phrase("Prices a second", "每秒价格")
  package static let noPrices = Phrase(
    "No price known; %{ledger.add_price} adds one.", "尚无价格；按 %{ledger.add_price} 添加。")
  package static let everySize = Phrase("every size", "所有尺寸")
  package static let priceSince = Phrase("since %1", "%1 起")
  package static let noLimits = Phrase(
    "No limits set: day_hard, month_soft and others in config.toml.", "未设限额：可在 config.toml 中设 day_hard、month_soft 等。")
  package static let limitDay = Phrase("Today", "今日")
  package static let limitMonth = Phrase("Month", "本月")
  package static let limitSoftWord = Phrase("warns", "提醒")
  package static let limitHardWord = Phrase("refuses", "拒绝")
  package static let limitFilm = Phrase("film", "影片")

  // Price form
  package static let priceTitle = Phrase("A price per second of film", "每秒影片的价格")
  package static let priceModel = Phrase("Model", "模型")
  package static let priceSize = Phrase("Size", "尺寸")
  package static let pricePerSecond = Phrase("Per second", "每秒")
  package static let priceCurrency = Phrase("Currency", "币种")
  package static let priceFrom = Phrase("Holds from", "生效日期")
  package static let priceHelp = Phrase(
    "Size empty: every size. Takes keep the price of the day they were confirmed.", "尺寸留空：所有尺寸。已确认的条保留当时的价格。")
  package static let priceNeedsModel = Phrase("Name the model.", "请填写模型。")
  package static let priceNeedsSize = Phrase("A size such as 1280x720, or nothing.", "尺寸形如 1280x720，或留空。")
  package static let priceNeedsAmount = Phrase("An amount such as 0.50.", "金额形如 0.50。")
  package static let priceNeedsCurrency = Phrase("A currency such as CNY or USD.", "币种如 CNY 或 USD。")
  package static let priceNeedsDay = Phrase("A day such as 2026-11-25.", "日期形如 2026-11-25。")
  package static let priceAdded = Phrase("%1: %2 a second from %3 on.", "%1：自 %3 起每秒 %2。")
  package static let pricesNotInDemo = Phrase("The demo has no prices: nothing is paid.", "演示没有价格：不产生费用。")

  // Export
  package static let entryExport = Phrase("Export as CSV", "导出 CSV")
  package static let entryExportHelp = Phrase("A file to be made; none is ever written over.", "要新建的文件；不会覆盖已有文件。")
  package static let exported = Phrase("Written: %1", "已写入：%1")
  package static let exportExists = Phrase("%1 is there already; give another name.", "%1 已存在；请换一个名字。")
  package static let exportFailed = Phrase("%1 cannot be written.", "无法写入 %1。")

  // Draft and review
  package static let aboutShort = Phrase("About %1.", "约 %1。")
  package static let reviewLimitShort = Phrase("Refused: %1.", "不能发送：%1。")
  package static let reviewOverLimit = Phrase("Nothing was sent: the limit refuses it.", "没有发送：限额不允许。")
  package static let willSendBatchPriced = Phrase(
    "%{review}: %1 prompts x %2 x %3 s = %4 s, about %5", "%{review}：%1 条提示词 × %2 条 × %3 秒 = %4 秒，约 %5")
  package static let willSendPriced = Phrase(
    "%{review}: %1 x %2 s = %3 s of film, about %4", "%{review}：%1 条 × %2 秒 = %3 秒影片，约 %4")
}
