import DailiesCore

/// The texts that only the command line says.
extension Strings {
  static let settledID = Phrase("%1 is settled: the service has it as %2.", "%1 已核实：服务中的编号为 %2。")
  static let settledNever = Phrase(
    "%1 is settled: it never arrived, nothing was charged.", "%1 已核实：从未到达，未计费。")
  static let settledLost = Phrase("%1 is settled: charged, and no film.", "%1 已核实：已计费，没有影片。")
  static let noTakesYet = Phrase("No takes yet.", "还没有样片。")
  static let noneMatch = Phrase("No take matches.", "没有符合条件的条。")
  static let unusualSize = Phrase(
    "%1 is none of the usual sizes (%2): the service may refuse it.", "%1 不是常见尺寸（%2）：服务可能拒绝。")
}
