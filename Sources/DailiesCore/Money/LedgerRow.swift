/// What the rows of the ledger stand for.
package enum LedgerGrouping: String, Hashable, Codable, Sendable, CaseIterable {
  case day, month, shot, model

  package var title: Phrase {
    switch self {
    case .day: Strings.byDay
    case .month: Strings.byMonth
    case .shot: Strings.byShot
    case .model: Strings.byModel
    }
  }
}

/// Which part of the ledger is asked for.
package struct LedgerQuery: Hashable, Sendable {
  package var grouping: LedgerGrouping
  package var from: Day?
  package var to: Day?

  package init(_ grouping: LedgerGrouping = .day, from: Day? = nil, to: Day? = nil) {
    self.grouping = grouping
    self.from = from
    self.to = to
  }
}

/// Sums over some takes in one currency and from one source. Amounts are in millionths; those of two columns are never
/// added, and rows of two currencies neither.
package struct LedgerRow: Hashable, Sendable {
  /// Day, month, shot or model; empty: takes of no shot, or the sum of all rows.
  package var key: String
  /// Nil: takes of which no figure is known.
  package var currency: String?
  /// The figures are the service's own, from its price header.
  package var isFromHeader: Bool
  package var takes = 0
  /// Seconds of film that were ordered, and that the service says it billed.
  package var seconds = 0
  package var billedSeconds = 0.0
  /// Seconds ordered at the person's price, where the service has said nothing.
  package var estimate: Int64 = 0
  package var billed: Int64 = 0
  /// Sent, outcome not known.
  package var unsure: Int64 = 0
  package var unsureTakes = 0
  /// Failed, as far as a figure is known.
  package var failed: Int64 = 0
  package var failedTakes = 0
  /// Whose film is not what was ordered.
  package var differingTakes = 0

  package init(key: String, currency: String?, isFromHeader: Bool = false) {
    self.key = key
    self.currency = currency
    self.isFromHeader = isFromHeader
  }

  /// Takes and seconds alone.
  fileprivate var withoutMoney: LedgerRow {
    var row = LedgerRow(key: key, currency: nil)
    (row.takes, row.seconds, row.billedSeconds) = (takes, seconds, billedSeconds)
    row.differingTakes = differingTakes
    return row
  }

  fileprivate mutating func add(_ row: LedgerRow) {
    takes += row.takes
    seconds += row.seconds
    billedSeconds += row.billedSeconds
    estimate += row.estimate
    billed += row.billed
    unsure += row.unsure
    unsureTakes += row.unsureTakes
    failed += row.failed
    failedTakes += row.failedTakes
    differingTakes += row.differingTakes
  }
}

/// What the store found, in the order of the keys, the last day first.
package struct LedgerRows: Equatable, Sendable {
  package var query: LedgerQuery
  package var rows: [LedgerRow]

  package init(query: LedgerQuery, rows: [LedgerRow]) {
    self.query = query
    self.rows = rows
  }

  /// Takes and seconds alone, one row for each key: for a service where nothing is paid, whatever its answers name as a price.
  package var withoutMoney: LedgerRows {
    var sums: [LedgerRow] = []
    for row in rows.map(\.withoutMoney) {
      if sums.last?.key == row.key { sums[sums.count - 1].add(row) } else { sums.append(row) }
    }
    return LedgerRows(query: query, rows: sums)
  }

  /// How many takes have a film that is not what was ordered.
  package var differingTakes: Int { rows.reduce(0) { $0 + $1.differingTakes } }

  /// One sum for each currency and source.
  package var totals: [LedgerRow] {
    var totals: [LedgerRow] = []
    for row in rows {
      if let index = totals.firstIndex(where: { $0.currency == row.currency && $0.isFromHeader == row.isFromHeader }) {
        totals[index].add(row)
      } else {
        var total = LedgerRow(key: "", currency: row.currency, isFromHeader: row.isFromHeader)
        total.add(row)
        totals.append(total)
      }
    }
    return totals.sorted {
      ($0.currency ?? "~", $0.isFromHeader ? 1 : 0) < ($1.currency ?? "~", $1.isFromHeader ? 1 : 0)
    }
  }

  /// As a table for other programs (RFC 4180): amounts with a point, empty where nothing is known.
  package var csv: String {
    let head = [
      query.grouping.rawValue, "currency", "source", "takes", "seconds", "billed_seconds", "estimate", "billed",
      "unsure",
      "unsure_takes", "failed", "failed_takes", "differing_takes",
    ]
    let lines = rows.map { row -> [String] in
      func number(_ millionths: Int64) -> String {
        row.currency.map { Money(millionths: millionths, $0).number } ?? ""
      }
      return [
        row.key, row.currency ?? "", row.source, String(row.takes), String(row.seconds), "\(row.billedSeconds)",
        number(row.estimate), number(row.billed), number(row.unsure), String(row.unsureTakes), number(row.failed),
        String(row.failedTakes), String(row.differingTakes),
      ]
    }
    return CSV.text([head] + lines)
  }
}

extension LedgerRow {
  /// Where its figures come from, by name: `price`, `header` or `none`.
  package var source: String { currency == nil ? "none" : isFromHeader ? "header" : "price" }
}
