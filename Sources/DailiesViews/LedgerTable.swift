import DailiesCore
import TerminalCanvas

/// The columns of the ledger. Those that do not fit go whole, the least important first.
struct LedgerTable {
  private enum Column: CaseIterable {
    case currency, takes, differing, film, billedSeconds, estimate, billed, unsure, failed

    var columns: Int {
      switch self {
      case .currency: 5
      case .takes: 5
      case .differing: 6
      case .film, .billedSeconds: 8
      case .estimate, .billed: 9
      case .unsure, .failed: 8
      }
    }

    var title: Phrase {
      switch self {
      case .currency: Strings.columnCurrency
      case .takes: Strings.columnTakes
      case .differing: Strings.columnDiffering
      case .film: Strings.columnFilm
      case .billedSeconds: Strings.columnBilledSeconds
      case .estimate: Strings.columnEstimate
      case .billed: Strings.columnBilled
      case .unsure: Strings.columnUnsure
      case .failed: Strings.columnFailed
      }
    }

    /// A figure of money: the demo has none.
    var isMoney: Bool { [.currency, .estimate, .billed, .unsure, .failed].contains(self) }
  }

  /// What is kept longest stands first: an amount says nothing without its currency.
  private static let wanted: [Column] = [
    .currency, .billed, .estimate, .takes, .differing, .film, .unsure, .failed, .billedSeconds,
  ]
  private static let narrowestKey = 10
  private static let widestKey = 32

  let state: State
  private let keyColumns: Int
  private let shown: [Column]

  /// - Parameter hasDiffering: Some film is not what was ordered; else no column tells of such.
  init(columns: Int, hasDiffering: Bool, state: State) {
    self.state = state
    var left = columns - Self.narrowestKey
    var fitting: [Column] = []
    for column in Self.wanted where !(state.service.isDemo && column.isMoney) {
      if column == .differing, !hasDiffering { continue }
      guard left >= column.columns + 1 else { break }
      left -= column.columns + 1
      fitting.append(column)
    }
    shown = Column.allCases.filter(fitting.contains)
    keyColumns = min(Self.widestKey, Self.narrowestKey + left)
  }

  private var widths: DisplayWidth { state.widths }

  var header: TextLine {
    let titles = shown.map { " " + LedgerView.padded(state.say($0.title), $0.columns, widths, isRight: true) }
    let key = LedgerView.padded(state.say(state.ledger.grouping.title), keyColumns, widths)
    return TextLine(key + titles.joined(), .dim)
  }

  func line(_ row: LedgerRow, title: String, role: Role = .text) -> TextLine {
    var spans = [Span(LedgerView.padded(cut(title), keyColumns, widths), role)]
    for column in shown {
      let (text, role) = cell(column, row)
      spans.append(Span(" " + LedgerView.padded(text, column.columns, widths, isRight: true), role))
    }
    return TextLine(spans)
  }

  private func cell(_ column: Column, _ row: LedgerRow) -> (String, Role) {
    func amount(_ millionths: Int64, _ mark: String = "") -> String {
      guard let currency = row.currency, millionths > 0 else { return "" }
      return Money(millionths: millionths, currency).number + mark
    }
    switch column {
    case .currency: return ((row.currency ?? "-") + (row.isFromHeader ? "*" : ""), .dim)
    case .takes: return (String(row.takes), .text)
    case .differing: return (row.differingTakes > 0 ? "!\(row.differingTakes)" : "", .attention)
    case .film: return ("\(row.seconds) s", .text)
    case .billedSeconds: return (row.billedSeconds > 0 ? "\(filmSeconds(row.billedSeconds)) s" : "", .text)
    case .estimate: return (amount(row.estimate), .text)
    case .billed: return (amount(row.billed), .good)
    case .unsure:
      if row.unsureTakes > 0, row.unsure == 0 { return ("\(row.unsureTakes) x ?", .attention) }
      return (amount(row.unsure, "?"), .attention)
    case .failed:
      if row.failedTakes > 0, row.failed == 0 { return ("\(row.failedTakes) x ?", .bad) }
      return (amount(row.failed, "?"), .bad)
    }
  }

  /// A long name is cut with an ellipsis.
  private func cut(_ text: String) -> String {
    guard widths.width(of: text) > keyColumns else { return text }
    var short = ""
    for character in text {
      guard widths.width(of: short) + widths.width(of: String(character)) < keyColumns else { break }
      short.append(character)
    }
    return short + "…"
  }
}
