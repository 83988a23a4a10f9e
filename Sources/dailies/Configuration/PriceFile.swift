import DailiesCore
import Foundation
import TOMLKit
import VideosAPI

/// `prices.toml`: what the person knows of prices, one `[[price]]` each. The Ledger screen adds entries at its end and
/// changes nothing else in it, so that it may be written by hand as well, comments and all.
struct PriceFile: Sendable {
  static let name = "prices.toml"

  let path: String

  init(folder: String) { path = folder + "/" + Self.name }

  /// What a file holds, and what in it was left out.
  struct Contents: Equatable, Sendable {
    var table = PriceTable()
    var warnings: [Note] = []
    /// It is no TOML, or cannot be read: what was known before still holds.
    var isBroken = false
  }

  static let header = """
    # Prices per second of film. Dailies adds entries at the end (the Ledger screen, `$`); edit them as you like.
    # A new price is a new entry with its day: takes keep the price that was in force when they were confirmed.

    """

  private static let unreadable = Phrase("%1 cannot be read: %2. No new price is known.", "无法读取 %1：%2。没有读到新的价格。")
  private static let noTOML = Phrase(
    "%1, line %2: this is not TOML: %3. No new price is known until it is mended.",
    "%1 第 %2 行：不是有效的 TOML：%3。修正之前不会采用新的价格。")
  private static let badEntry = Phrase(
    "%1, line %2: %3. This price is not used.", "%1 第 %2 行：%3。该价格未采用。")

  /// Reads the file; nothing when there is none.
  func read() -> Contents {
    var contents = Contents()
    do {
      guard let text = try text() else { return contents }
      let document = try TOMLTable(string: text)
      let lines = TOMLLines.headings(of: "price", in: text)
      guard let entries = document["price"]?.array else {
        if document["price"] != nil {
          contents.warnings.append(Note(Self.badEntry, path, String(lines.first ?? 1), "[[price]]", tone: .attention))
        }
        return contents
      }
      for (index, entry) in entries.enumerated() {
        switch entry.table.map(Self.price) {
        case .success(let price)?: contents.table.prices.append(price)
        case .failure(let flaw)?: warn(flaw.text, line: lines.indices.contains(index) ? lines[index] : nil)
        case nil: warn("[[price]]", line: nil)
        }
      }
    } catch let error as TOMLParseError {
      contents.isBroken = true
      contents.warnings.append(
        Note(Self.noTOML, path, String(error.source.begin.line), error.description, tone: .attention))
    } catch {
      contents.isBroken = true
      let reason = (error as? PrivateFile.SystemFailure)?.message ?? "\(error)"
      contents.warnings.append(Note(Self.unreadable, path, reason, tone: .attention))
    }
    return contents

    func warn(_ flaw: String, line: Int?) {
      contents.warnings.append(
        Note(Self.badEntry, path, line.map(String.init) ?? "?", flaw, tone: .attention))
    }
  }

  /// Adds a price at the end. Makes the file (0600) where there is none.
  func add(_ price: PriceTable.Price) throws(ConfigurationError) {
    let now = read()
    if now.isBroken, let warning = now.warnings.first {
      throw ConfigurationError(.settingsSyntax, warning)
    }
    do {
      try PrivateFile.makeFolder(URL(filePath: path).deletingLastPathComponent().plainPath)
      var text = try text() ?? Self.header
      if !text.hasSuffix("\n") { text += "\n" }
      try PrivateFile.replace(path, with: text + "\n" + Self.entry(price))
    } catch let error as ConfigurationError {
      throw error
    } catch {
      let reason = (error as? PrivateFile.SystemFailure)?.message ?? "\(error)"
      throw ConfigurationError(
        .settingsNotWritten, Phrase("%1 cannot be written: %2.", "无法写入 %1：%2。"), path, reason)
    }
  }

  private func text() throws(PrivateFile.SystemFailure) -> String? {
    do {
      let bytes = try PrivateFile.read(path, upTo: SettingsFile.largest).bytes
      let text = String(decoding: bytes, as: UTF8.self)
      return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  private static func entry(_ price: PriceTable.Price) -> String {
    let table = TOMLTable()
    table["profile"] = price.profile
    table["model"] = price.model
    if let size = price.size { table["size"] = size.description }
    table["per_second"] = price.perSecond.number
    table["currency"] = price.perSecond.currency
    table["since"] = price.since.description
    return "[[price]]\n" + table.convert() + "\n"
  }

  private struct Flaw: Error {
    var text: String
    init(_ text: String) { self.text = text }
  }

  private static func price(_ table: TOMLTable) -> Result<PriceTable.Price, Flaw> {
    func flaw(_ name: String, _ wanted: String) -> Result<PriceTable.Price, Flaw> {
      .failure(Flaw("\(name) = \(table[name]?.debugDescription ?? "") (\(wanted))"))
    }
    let known: Set = ["profile", "model", "size", "per_second", "currency", "since"]
    if let other = table.keys.sorted().first(where: { !known.contains($0) }) { return .failure(Flaw("\(other)?")) }
    let profile = table["profile"]?.string?.trimming ?? Profile.standardName
    guard let model = table["model"]?.string?.trimming, !model.isEmpty else { return flaw("model", "\"veo-3.1-…\"") }
    var size: VideoSize?
    if let given = table["size"] {
      guard let read = given.string.flatMap({ VideoSize($0.trimming) }) else { return flaw("size", "\"1280x720\"") }
      size = read
    }
    guard let currency = table["currency"]?.string?.trimming, !currency.isEmpty, currency.count <= 8 else {
      return flaw("currency", "\"CNY\"")
    }
    let number = table["per_second"].flatMap { value in
      value.string?.trimming ?? value.int.map(String.init) ?? value.double.map { "\($0)" }
    }
    guard let perSecond = number.flatMap({ Money($0, currency) }) else { return flaw("per_second", "\"0.50\"") }
    guard let since = day(table["since"]) else { return flaw("since", "2026-11-03") }
    return .success(
      PriceTable.Price(profile: profile, model: model, size: size, perSecond: perSecond, since: since))
  }

  /// A date of TOML, or the same in quotes.
  private static func day(_ value: (any TOMLValueConvertible)?) -> Day? {
    if let text = value?.string { return Day(text.trimming) }
    guard let date = value?.date else { return nil }
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    return Day("\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))")
  }
}
