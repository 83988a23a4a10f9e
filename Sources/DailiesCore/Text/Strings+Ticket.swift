/// A paragraph for the provider's support.
extension Strings {
  package static let ticketOpening = Phrase("This film is not what was ordered.", "这条影片与订购不符。")
  package static let ticketID = Phrase("ID: %1.", "编号：%1。")
  package static let ticketModel = Phrase("Model: %1.", "模型：%1。")
  package static let ticketOrdered = Phrase("Ordered: %1 s, %2.", "订购：%1 秒，%2。")
  package static let ticketDelivered = Phrase("Delivered: %1.", "得到：%1。")
  package static let ticketFinished = Phrase("finished %1", "%1 完成")
  package static let ticketTimes = Phrase("Times (%2): %1.", "时间（%2）：%1。")
  package static let ticketHeader = Phrase("Charged by your price header: %1.", "按服务端报价计费：%1。")
  package static let ticketBilled = Phrase("Billed: %1 s.", "计费：%1 秒。")
  package static let ticketBilledAt = Phrase("Billed: %1 s, %2 at the price known to me.", "计费：%1 秒，按我所知的价格为 %2。")
  package static let ticketEstimate = Phrase(
    "What was charged is not known here; the order is %1 at the price known to me.", "实际计费未知；按我所知的价格，该订单为 %1。")
  package static let ticketUntold = Phrase("What was charged is not known here.", "实际计费未知。")
  package static let ticketDemo = Phrase("Nothing was charged: it is the demo service.", "演示服务，未计费。")
  package static let ticketPrompt = Phrase("Prompt: “%1”.", "提示词：“%1”。")
  package static let ticketRequest = Phrase("Please look into it, and into the charge.", "请核查影片及其计费。")
  package static let comma = Phrase(", ", "，")
}
