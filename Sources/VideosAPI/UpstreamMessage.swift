/// The part of a gateway's error message that was meant for people, and the codes that were found on the way to it.
///
/// Gateways wrap the answer of the service behind them, often twice:
/// `litellm.BadRequestError: Vertex_aiException - {"error":{"code":400,"message":"…"}}\n\nLiteLLM: …`.
///
/// Source: Videos API reference, "Errors".
struct UpstreamMessage: Equatable {
  private(set) var message: String
  /// Everything that classifies the error, the innermost first.
  private(set) var codes: [String] = []
  /// What names the error, the innermost first.
  private(set) var names: [String] = []

  init(_ wrapped: String) {
    message = wrapped
    for _ in 0..<4 {
      guard let inner = Self.innerError(of: message) else { break }
      codes = inner.codes + codes
      names = inner.names + names
      message = inner.message
    }
    // Nobody reads further, and a message can repeat a whole picture.
    message = String(String.UnicodeScalarView(message.unicodeScalars.prefix(20_000)))
    message = Self.withoutTail(message)
    message = Self.withoutPrefixes(message)
  }

  private static func innerError(of text: String) -> (message: String, codes: [String], names: [String])? {
    let bytes = Array(text.utf8.prefix(1 << 20))
    var attempts = 0
    for start in bytes.indices where bytes[start] == UInt8(ascii: "{") {
      attempts += 1
      if attempts > 16 { break }
      guard let end = objectEnd(bytes, from: start) else { continue }
      if let json = try? JSONValue(reading: Array(bytes[start...end])), let error = ErrorShape(json) {
        return (error.message, error.codes, error.names)
      }
    }
    return pythonMessage(of: String(decoding: bytes.prefix(20_000), as: UTF8.self)).map { ($0, [], []) }
  }

  /// The index of the brace that closes the object which opens at `start`.
  private static func objectEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var isInText = false
    var isEscaped = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  /// The message of a Python dictionary's text, `{'error': '…'}`, which is not JSON.
  private static func pythonMessage(of text: String) -> String? {
    guard text.contains("{'") else { return nil }
    for opening in ["'message': '", "'error': '", "'message': \"", "'error': \""] {
      guard let start = text.firstRange(of: opening) else { continue }
      let rest = text[start.upperBound...]
      guard let quote = opening.last else { continue }
      let ends = ["\(quote)}", "\(quote), '"].compactMap { rest.firstRange(of: $0)?.lowerBound }
      if let end = ends.min(), end > rest.startIndex { return String(rest[..<end]) }
    }
    return nil
  }

  private static func withoutTail(_ text: String) -> String {
    var text = text[...]
    for mark in ["\n\nLiteLLM:", ". Received Model Group=", "Traceback"] {
      if let range = text.firstRange(of: mark), range.lowerBound > text.startIndex { text = text[..<range.lowerBound] }
    }
    return text.trimmed
  }

  private static func withoutPrefixes(_ text: String) -> String {
    var rest = text[...]
    var isWrapped = false
    while let match = rest.prefixMatch(of: #/litellm\.\w+: |\w+Error: |\w+Exception(?: \w+Error)? - /#) {
      rest = rest[match.range.upperBound...]
      isWrapped = true
    }
    if isWrapped, let provider = rest.prefixMatch(of: #/\w+ - /#) { rest = rest[provider.range.upperBound...] }
    return rest.isEmpty ? text : String(rest)
  }
}
