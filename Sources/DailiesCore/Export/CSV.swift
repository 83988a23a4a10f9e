import TerminalCanvas
import VideosAPI

/// Fields as a table for other programs.
///
/// - Source: RFC 4180; for formulas OWASP, "CSV Injection".
enum CSV {
  static func text(_ lines: [[String]]) -> String {
    lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field that a spreadsheet would take for a formula is made text. Looked at by code points: a mark behind a sign is one
  /// character with it, and hides it from nobody who reads bytes.
  private static func field(_ field: String) -> String {
    let isFormula = field.unicodeScalars.first { !isBlank($0) }.map(formulaSigns.contains) ?? false
    let text = isFormula ? "'" + field : field
    guard text.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return text }
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// The wide ones count in some spreadsheets as well.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}

extension Timestamp {
  /// ISO 8601 in UTC, to the second.
  var universalText: String {
    let time = LocalTime(self, utcOffset: 0)
    return time.date + "T" + time.time + "Z"
  }
}

/// Takes as a table, a row each. The names of the columns are a promise.
struct TakeTable {
  var takes: [Take]
  var showsMoney: Bool

  private static let head = [
    "take", "state", "shot", "prompt", "model", "seconds", "size", "profile", "id", "parent", "tags", "note",
    "recorded_at", "sent_at", "finished_at", "saved_at", "cost", "currency", "cost_source", "film_seconds",
    "film_size", "as_ordered", "file", "file_bytes", "verdict", "completed_at", "expires_at",
  ]

  var csv: String { CSV.text([Self.head] + takes.map(row)) }

  private func row(_ take: Take) -> [String] {
    let cost = showsMoney ? take.cost : nil
    let film = take.film
    var row = [
      take.number.description, take.phase.rawValue, PrintableText.clean(take.shotName),
      PrintableText.cleanLines(take.order.prompt), PrintableText.clean(take.order.model),
      take.orderedSeconds.map { String($0) } ?? "", take.orderedSize?.description ?? "",
      PrintableText.clean(take.service.profile), PrintableText.clean(take.videoID ?? ""),
      take.origin?.parent?.description ?? "",
    ]
    row.append(PrintableText.clean((take.tags ?? []).joined(separator: " ")))
    row.append(PrintableText.cleanLines(take.comment ?? ""))
    row += [take.recorded, take.sent, take.finished, take.saved].map { $0?.universalText ?? "" }
    row += [cost?.amount?.number ?? "", cost?.amount?.currency ?? "", cost?.source.rawValue ?? ""]
    row += [film.map { "\($0.seconds)" } ?? "", film.map { "\($0.width)x\($0.height)" } ?? ""]
    row.append(film == nil ? "" : take.differsFromOrder ? "no" : "yes")
    // The path as it is: other programs open it.
    row += [take.savedPath ?? "", take.savedPath == nil ? "" : take.fileBytes.map { String($0) } ?? ""]
    row.append(take.verdict?.rawValue ?? "")
    row += [take.completed, take.expires].map { $0?.universalText ?? "" }
    return row
  }
}
