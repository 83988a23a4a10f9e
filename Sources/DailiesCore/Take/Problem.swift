/// What went wrong, in a form a person can act on: the kind gives what failed and what to do next in their language
/// (`Problem.Kind.what`, `.next`), `detail` says why, in the words of whoever refused.
package struct Problem: Hashable, Codable, Sendable {
  package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    // The service refused.
    case contentRefused, badRequest, modelUnknown, tooLarge, notFound, methodRefused
    case keyMissing, keyRefused, balanceUsedUp, rateLimited, redirected
    // The way to it.
    case unreachable, insecure, answerLost, serviceFault, unreadableAnswer, idMissing
    // The take itself.
    case generationFailed, cancelled, expired, withheld
    // Saving.
    case notAFilm, filmIncomplete, filmChanged, diskFull, folderNotWritable, fileFailed
    // Our side.
    case overLimit, priceUnknown
    case imageUnreadable, storeFailed, settingsFailed, playerFailed, fileMissing, interrupted, settledLost,
      neverArrived, notSettled
  }

  package var kind: Kind
  /// Why: one line, printable, without keys; empty when the kind says all.
  package var detail: String
  /// The same in Chinese, where it is in words of our own.
  package var chineseDetail: String?
  /// The whole answer for the detail view, printable, capped at 8 KB; nil when there was none.
  package var raw: String?
  /// The HTTP status that came with it, when there was one.
  package var status: Int?

  package init(_ kind: Kind, detail: String = "", raw: String? = nil, status: Int? = nil) {
    self.kind = kind
    self.detail = detail
    self.raw = raw
    self.status = status
  }
}
