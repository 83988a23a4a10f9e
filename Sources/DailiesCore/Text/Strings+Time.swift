/// The texts of the time that takes take, and of the totals.
extension Strings {
  // Progress: reported figures have a bar, estimated ones this word, unknown ones neither
  package static let estimatedPercent = Phrase("about %1%", "约 %1%")
  package static let listComma = Phrase(", ", "，")
  package static let withElapsed = Phrase("%1, %2", "%1，%2")
  package static let late = Phrase("late", "超时")
  package static let lateBy = Phrase("late +%1", "超时 +%1")
  package static let leftShort = Phrase("~%1 left", "约剩 %1")

  // Detail
  package static let estimatedFigure = Phrase("about %1%, estimated", "约 %1%（估计）")
  package static let usualSame = Phrase("usual %1 (%2 of this model, size and length)", "通常 %1（同模型、尺寸和时长的 %2）")
  package static let usualLengths = Phrase("usual %1 (%2 of this model and size)", "通常 %1（同模型和尺寸的 %2）")
  package static let usualModel = Phrase("usual %1 (%2 of this model)", "通常 %1（同模型的 %2）")
  package static let usualService = Phrase("usual %1 (%2 of this service)", "通常 %1（此服务的 %2）")
  package static let oneTake = Phrase("1 take", "1 条")
  package static let someTakes = Phrase("%1 takes", "%1 条")

  // Help
  package static let helpProgress = Phrase("How far a take is", "进度的三种写法")
  package static let helpReportedSign = Phrase("a bar, 58%", "进度条，58%")
  package static let helpReported = Phrase("reported by the service", "服务报告的数字")
  package static let helpEstimatedSign = Phrase("about 58%", "约 58%")
  package static let helpEstimated = Phrase("estimated from how long your own takes took", "按自己以往各条的用时估计")
  package static let helpUnknown = Phrase("nothing is known but how long it has run", "只知道已用时间")
  package static let helpLeft = Phrase(
    "about so long left, by your own takes; how many, the detail says", "按自己以往各条估计的剩余时间；详情中有依据的条数")
  package static let helpLate = Phrase("has run longer than usual, by so much", "已超过通常用时的部分")

  // Totals
  package static let heldCount = Phrase("%1 held", "%1 待发")
  package static let unsureCount = Phrase("%1 unsure", "%1 待核实")
  package static let spentToday = Phrase("up to %1 today", "今日至多 %1")
}

extension UsualTime {
  /// `usual 3:30 (14 takes of this model, size and length)`.
  ///
  /// - Parameter median: As it is written.
  package func text(_ language: Language, median: String) -> String {
    let count = takes == 1 ? Strings.oneTake(language) : Strings.someTakes(language, String(takes))
    let phrase: Phrase =
      switch basis {
      case .same: Strings.usualSame
      case .lengths: Strings.usualLengths
      case .model: Strings.usualModel
      case .service: Strings.usualService
      }
    return phrase(language, median, count)
  }
}
