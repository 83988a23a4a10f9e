import DailiesCore

/// The texts that only the command line says.
extension Strings {
  static let syncUnanswered = Phrase(
    "%1 holds the lease and does not answer: shown is what is known without the service.",
    "%1 正在负责跟踪但没有应答：以下为未经服务确认的已知状态。")
  static let syncUnreached = Phrase("Not reached: %1", "未能查询：%1")
  static let syncSummary = Phrase("Asked about %1; %2 changed.", "已查询 %1 条，%2 条有变化。")
  static let process = Phrase("Process %1", "进程 %1")
  static let listCut = Phrase("%1 of %2. --limit N lists more.", "共 %2 条，列出 %1 条。用 --limit N 列出更多。")
  static let anotherProgram = Phrase("Another program", "另一个程序")
  static let noTakesYet = Phrase("No takes yet.", "还没有样片。")
  static let noneMatch = Phrase("No take matches.", "没有符合条件的条。")
  static let unusualSize = Phrase(
    "%1 is none of the usual sizes (%2): the service may refuse it.", "%1 不是常见尺寸（%2）：服务可能拒绝。")
}
