/// What a service's error answer says: a message for people, the text it was found in, and what it comes down to.
///
/// Source: Videos API reference, "Errors".
public struct APIErrorBody: Hashable, Sendable {
  /// The HTTP status of the answer.
  public var status: Int
  public var kind: ErrorKind
  /// One line for people: unwrapped, without control characters, keys masked.
  public var message: String
  /// `"invalid_value"`, `"429"`: the innermost one that says more than an HTTP status.
  public var code: String?
  public var type: String?
  /// The answer's text for a detail view, cut after 8 KB, keys masked.
  public var raw: String

  public init(
    status: Int, kind: ErrorKind, message: String, code: String? = nil, type: String? = nil, raw: String = ""
  ) {
    self.status = status
    self.kind = kind
    self.message = message
    self.code = code
    self.type = type
    self.raw = raw
  }

  /// Reads any error answer; never fails, because a status alone is a message too.
  ///
  /// - Parameters:
  ///   - contentType: The answer's `Content-Type`, which tells a web page from other texts.
  ///   - body: The answer's bytes, or as many of them as were received.
  ///   - key: The API key that was sent, masked wherever the answer repeats it.
  public init(status: Int, contentType: String? = nil, body: [UInt8], masking key: String? = nil) {
    let shape = (try? JSONValue(reading: body)).flatMap(ErrorShape.init)
    let upstream = shape.map { UpstreamMessage($0.message) }
    let readable = upstream?.message ?? Self.messageOfText(body, contentType: contentType)
    let message = readable.map { ReadableText.line($0) } ?? ""
    let codes = (upstream?.codes ?? []) + (shape?.codes ?? [])
    let names = (upstream?.names ?? []) + (shape?.names ?? [])
    let code = names.first { Int($0).map { !(400..<600).contains($0) } ?? true } ?? shape?.code

    self.init(
      status: status,
      kind: ErrorKind(message: message, codes: codes, status: status, isDetail: shape?.isDetail ?? false),
      message: message.isEmpty ? HTTPStatusWords.phrase(for: status) : message.redacting(key),
      code: code.map { ReadableText.line($0).redacting(key) },
      type: shape?.type.map { ReadableText.line($0).redacting(key) },
      raw: ReadableText.raw(body, limit: 8 * 1024, masking: key))
  }

  /// A page's title, or the first line of any other text; nil when there is neither.
  private static func messageOfText(_ body: [UInt8], contentType: String?) -> String? {
    let start = body.prefix(64 * 1024)
    guard !start.contains(0) else { return nil }
    let text = String(decoding: start, as: UTF8.self).trimmed
    let opening = text.prefix(15).lowercased()
    let isPage = contentType?.lowercased().contains("html") == true || opening.hasPrefix("<")
    if isPage {
      return text.firstMatch(of: #/(?i)<title[^>]*>([^<]+)<\/title>/#).map { String($0.output.1).trimmed }
    }
    guard text != "{}", text != "[]", text != "null" else { return nil }
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }
}
