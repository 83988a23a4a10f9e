/// Takes written into a file: the marked ones, or all that the list shows.
extension State {
  mutating func openExport() -> [Effect] {
    if let obstacle = obstacle(to: .exportTakes) {
      note(obstacle)
      return []
    }
    let selection = TakeExportOrder.Selection(scope: list.scope, marked: marks.numbers)
    layers.append(.line(LineEntry(.exportTakes(selection, over: nil), text: "~/dailies-\(today).csv")))
    return []
  }

  /// What will be written, in words.
  package func exported(_ selection: TakeExportOrder.Selection) -> String {
    let count = selection.marked.count
    guard count == 0 else { return say(count == 1 ? Strings.exportsMarkedOne : Strings.exportsMarked, String(count)) }
    return say(Strings.exportsShown, String(list.total))
  }

  /// - Parameter over: The file that may be written over, as it was typed.
  mutating func export(
    _ selection: TakeExportOrder.Selection, to path: String, over: String?, _ entry: LineEntry
  ) -> [Effect] {
    guard !path.isEmpty else { return [] }
    guard let format = ExportFormat(path: path) else {
      var entry = entry
      entry.refusal = Note(Strings.exportEnding, path, tone: .attention)
      layers.append(.line(entry))
      return []
    }
    var options = ExportOptions(selection.scope, isMarked: !selection.marked.isEmpty)
    options.language = language
    options.utcOffset = utcOffset
    options.showsMoney = !service.isDemo
    return [
      .exportTakes(TakeExportOrder(selection, path: path, format: format, options: options, replaces: path == over))
    ]
  }

  /// Another name tries again; where a file is in the way, so does the same one, and then it is written over.
  mutating func notExported(_ order: TakeExportOrder, _ refusal: Note, isTaken: Bool) -> [Effect] {
    // Who has gone on to something else meanwhile is not called back to it.
    guard layers.isEmpty else {
      note(refusal)
      return []
    }
    var entry = LineEntry(.exportTakes(order.selection, over: isTaken ? order.path : nil), text: order.path)
    entry.refusal = refusal
    layers.append(.line(entry))
    return []
  }
}
