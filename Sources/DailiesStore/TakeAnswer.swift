package import DailiesCore
import GRDB

/// What a server said about a take, as it came.
package struct TakeAnswer: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case create, state, content
  }

  /// The longest body that is kept, in bytes.
  package static let bodyLimit = 64 * 1024

  package let kind: Kind
  package let at: Timestamp
  /// HTTP status; nil when the answer broke off before there was one.
  package let status: Int?
  /// The body as text, cut at `bodyLimit`. NUL, where SQLite would end the text, is shown as `␀`.
  package let body: String
  /// How often the take was asked about since that was last kept: it is kept with the answer.
  package var asked: Checks?

  package init(_ kind: Kind, at: Timestamp, status: Int?, body: String) {
    self.kind = kind
    self.at = at
    self.status = status
    self.body = Self.cut(body).replacingNUL(with: "␀")
  }

  private static func cut(_ body: String) -> String {
    let bytes = body.utf8
    guard var end = bytes.index(bytes.startIndex, offsetBy: bodyLimit, limitedBy: bytes.endIndex) else { return body }
    while end.samePosition(in: body.unicodeScalars) == nil { end = bytes.index(before: end) }
    return String(body.unicodeScalars[..<end])
  }

  /// Keeps every answer to a create, and the last one of the other kinds.
  func insert(_ number: Take.Number, _ db: Database) throws {
    var isKept = false
    if kind != .create {
      // In its place: one page is written instead of four.
      try db.run(
        "UPDATE answers SET at = ?, status = ?, body = ? WHERE number = ? AND kind = ?",
        [at.milliseconds, status, body, number.value, kind.rawValue])
      isKept = db.changesCount > 0
    }
    if !isKept {
      try db.run(
        "INSERT INTO answers (number, kind, at, status, body) VALUES (?, ?, ?, ?, ?)",
        [number.value, kind.rawValue, at.milliseconds, status, body])
    }
    try asked?.add(to: number, db)
  }
}
