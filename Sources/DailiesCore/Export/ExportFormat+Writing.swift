extension ExportFormat {
  /// Takes in this format, in their order.
  ///
  /// - Parameter json: What the format JSON is; the fields of a take are not the core's.
  package func write(_ takes: [Take], _ options: ExportOptions, json: ([Take]) -> String) -> ExportedTakes {
    switch self {
    case .csv: ExportedTakes(TakeTable(takes: takes, showsMoney: options.showsMoney).csv, count: takes.count)
    case .json: ExportedTakes(json(takes), count: takes.count)
    case .edl: EditList(cut: Cut(takes, options), options: options).exported
    case .concat: ConcatList(cut: Cut(takes, options), options: options).exported
    case .html: ExportedTakes(ContactSheet(takes: takes, options: options).html, count: takes.count)
    }
  }
}
