import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore
import Foundation
import TerminalCanvas

struct Spend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spend", abstract: "Show what was spent.",
    discussion: """
      Sums by day, month, shot or model, apart for each currency and source: estimates at your prices (prices.toml), what \
      the service billed, what is unsure, what failed.
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Sums by day, month, shot or model.", valueName: "what"))
  var by: LedgerGrouping = .day

  @Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("Up to this day.", valueName: "day"))
  var to: String?

  @Flag(help: "Answer with a table for other programs.")
  var csv = false

  @Flag(help: "Answer with one JSON object.")
  var json = false

  func validate() throws {
    for (name, text) in [("--from", from), ("--to", to)] {
      if let text, Day(text) == nil { throw ValidationError("\(name) takes a day such as 2026-11-25, not '\(text)'.") }
    }
    if csv, json { throw ValidationError("Give one of --csv and --json.") }
  }

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let clock = ClockSource.live()
    let store = try surroundings.openStore(clock)
    defer { store.close() }
    let query = LedgerQuery(by, from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) })
    let rules = surroundings.settings.rules(
      for: surroundings.service.profile, prices: surroundings.prices.table, now: clock.now(),
      isDemo: surroundings.isDemo)
    var found: LedgerRows
    let spent: Spending
    do {
      found = try store.ledgerNow(query)
      if surroundings.isDemo { found = found.withoutMoney }
      spent = try store.spendingNow(surroundings.service.profile, on: rules.day)
    } catch {
      throw Failure(CommandExit.failed, Note(Problem(error)).text(surroundings.language))
    }
    let language = surroundings.language
    if csv { return StandardOutput.write(found.csv) }
    if json { return StandardOutput.write(Self.json(found) + "\n") }
    if found.rows.isEmpty {
      StandardError.write(Strings.nothingSpent(language) + "\n")
    } else {
      StandardOutput.write(Self.table(found, language))
    }
    let standing = SpendingForecast([], profile: surroundings.service.profile, rules: rules, spent: spent)
      .standing(language)
    if let standing { StandardOutput.write(standing + "\n") }
  }

  // MARK: Forms

  private static func table(_ found: LedgerRows, _ language: Language) -> String {
    let head = [
      Strings.columnCurrency, Strings.columnTakes, Strings.columnFilm, Strings.columnBilledSeconds,
      Strings.columnEstimate,
      Strings.columnBilled, Strings.columnUnsure, Strings.columnFailed,
    ].map { $0(language) }
    var lines = [[found.query.grouping.title(language)] + head]
    lines += found.rows.map { row in
      [row.key.isEmpty ? Strings.noShot(language) : row.key] + cells(row)
    }
    if found.rows.count > 1 { lines += found.totals.map { [Strings.total(language)] + cells($0) } }
    if found.differingTakes > 0 {
      lines[0].append(Strings.columnDiffering(language))
      for (index, row) in (found.rows + found.totals).enumerated() where lines.indices.contains(index + 1) {
        lines[index + 1].append(row.differingTakes > 0 ? "!\(row.differingTakes)" : "")
      }
    }
    let widths = DisplayWidth.standard
    let columns = lines[0].indices.map { index in lines.map { widths.width(of: $0[index]) }.max() ?? 0 }
    return lines.map { line in
      let fields = line.enumerated().map { index, text in
        let blanks = String(repeating: " ", count: columns[index] - widths.width(of: text))
        return index == 0 ? text + blanks : blanks + text
      }
      var text = fields.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  private static func cells(_ row: LedgerRow) -> [String] {
    func amount(_ millionths: Int64, _ takes: Int = 0, _ mark: String = "") -> String {
      if let currency = row.currency, millionths > 0 { return Money(millionths: millionths, currency).number + mark }
      return takes > 0 ? "\(takes) x ?" : ""
    }
    return [
      (row.currency ?? "-") + (row.isFromHeader ? "*" : ""), String(row.takes), "\(row.seconds) s",
      row.billedSeconds > 0 ? "\(row.billedSeconds) s" : "", amount(row.estimate), amount(row.billed),
      amount(row.unsure, row.unsureTakes, "?"), amount(row.failed, row.failedTakes, "?"),
    ]
  }

  private static func json(_ found: LedgerRows) -> String {
    let rows = found.rows.map { row in
      func amount(_ millionths: Int64) -> String? { row.currency.map { Money(millionths: millionths, $0).number } }
      return Answer.Row(
        key: row.key, currency: row.currency, source: row.source, takes: row.takes, seconds: row.seconds,
        billedSeconds: row.billedSeconds, estimate: amount(row.estimate), billed: amount(row.billed),
        unsure: amount(row.unsure), unsureTakes: row.unsureTakes, failed: amount(row.failed),
        failedTakes: row.failedTakes, differingTakes: row.differingTakes)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(Answer(by: found.query.grouping.rawValue, rows: rows)) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private struct Answer: Codable {
    var version = TakeReport.version
    var by: String
    var rows: [Row]

    /// Amounts are decimal texts, in `currency`.
    struct Row: Codable {
      var key: String
      var currency: String?
      var source: String
      var takes: Int
      var seconds: Int
      var billedSeconds: Double
      var estimate: String?
      var billed: String?
      var unsure: String?
      var unsureTakes: Int
      var failed: String?
      var failedTakes: Int
      /// Whose film is not what was ordered.
      var differingTakes: Int
    }
  }
}

extension LedgerGrouping: ExpressibleByArgument {}

extension Strings {
  static let nothingSpent = Phrase("Nothing spent yet.", "尚无花费。")
}
