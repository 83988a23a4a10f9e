/// What an error comes down to for the person who reads it. The HTTP status alone does not say it: servers answer 500
/// for an unknown job and 400 for a wrong key.
///
/// Whether a create may be repeated is never decided by this, but by the status and the stage of the failure.
///
/// Source: Videos API reference, "Errors" and "Film".
public enum ErrorKind: String, Hashable, Sendable, CaseIterable {
  /// A field is wrong or missing, or a model is not known.
  case badRequest
  /// The prompt, the picture or the result goes against the service's rules.
  case contentRefused
  /// The key is missing, wrong, or not allowed to do this.
  case keyRefused
  /// The budget or the balance is used up.
  case balanceUsedUp
  /// No such video, or not yet.
  case unknownID
  /// The video is not finished; its film comes later.
  case notReady
  /// The film is gone.
  case expired
  /// The video is finished, but there is no film to be had here.
  case withheld
  case rateLimited
  case tooLarge
  case methodRefused
  /// The address leads nowhere: the base URL is probably wrong.
  case notFoundRoute
  /// A fault that goes by: ask again later.
  case passing
  case other

  init(message: String, codes: [String] = [], status: Int? = nil, isDetail: Bool = false) {
    let words = ([message] + codes).joined(separator: " ").lowercased()
    let inner = codes.compactMap { Int($0) }.first { (400..<600).contains($0) && $0 != status }
    self =
      Self.byWords(words, status: status)
      ?? status.flatMap { Self.byStatus($0, inner: inner, isDetail: isDetail) }
      ?? inner.flatMap { Self.byStatus($0, inner: nil, isDetail: false) }
      ?? .other
  }

  private static func byWords(_ words: String, status: Int?) -> ErrorKind? {
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains($0) } }
    if status == 402 || says(balance) { return .balanceUsedUp }
    if says(noFilm) { return .withheld }
    if status == 401 || says(key) { return .keyRefused }
    switch status {
    case 403, 405, 413, 429: return nil
    default: break
    }
    if status == 410 || says(gone) { return .expired }
    if says(early) { return .notReady }
    if says(unknown) { return .unknownID }
    if says(refused) { return .contentRefused }
    if says(wrong) { return .badRequest }
    return nil
  }

  private static func byStatus(_ status: Int, inner: Int?, isDetail: Bool) -> ErrorKind? {
    switch status {
    case 403: .keyRefused
    case 404: isDetail ? .notFoundRoute : .unknownID
    case 405: .methodRefused
    case 413: .tooLarge
    case 429: .rateLimited
    case 408, 409, 425: .passing
    case 400..<500: .badRequest
    case 500..<600:
      switch inner {
      case 404: .unknownID
      case 429: .rateLimited
      case 400, 422: .badRequest
      default: .passing
      }
    default: nil
    }
  }

  private static let balance = [
    "budget_exceeded", "budget has been exceeded", "insufficient_quota", "insufficient quota", "insufficient_balance",
    "insufficient balance", "insufficient_user_quota", "insufficient credit", "exceeded your current quota",
    "billing_hard_limit", "余额不足", "额度不足", "额度已用尽", "欠费",
  ]
  private static let noFilm = ["no video data found", "no base64 encoded video data"]
  private static let key = [
    "no connected db", "no_db_connection", "invalid_api_key", "token_not_found_in_db", "incorrect api key",
    "invalid api key", "api key not valid", "api key expired",
  ]
  private static let gone = ["has expired", "expired"]
  private static let early = ["not ready", "not complete", "not yet complete", "not finished"]
  private static let unknown = ["task_not_exist", "operation not found", "video not found", "message='not found'"]
  private static let refused = [
    "moderation", "content policy", "content_policy", "usage guidelines", "usage policies", "prompt was refused",
    "safety", "responsible ai", "sensitive content", "sensitive word", "filtered", "violates our", "policy violation",
    "违规", "敏感", "审核",
  ]
  private static let wrong = [
    "required positional argument", "missing required parameter", "unsupported image value", "invalid model",
    "model_not_found", "does not support",
  ]
}
