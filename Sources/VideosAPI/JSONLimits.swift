/// Why some bytes were not read as JSON.
public enum JSONReadingProblem: Error, Hashable, Sendable {
  /// More than `JSONLimits.bytes`.
  case tooLarge
  /// More than `JSONLimits.depth` arrays and objects inside each other.
  case tooDeep
  /// More than `JSONLimits.values` values.
  case tooMany
  case notJSON
}

/// The bounds of a JSON answer. The parser goes one level down the stack for each level of nesting and works per value,
/// so both are counted by a plain scan before it starts.
public enum JSONLimits {
  public static let bytes = 8 * 1024 * 1024
  public static let depth = 64
  public static let values = 100_000

  static func check(_ document: [UInt8]) throws(JSONReadingProblem) {
    guard document.count <= bytes else { throw .tooLarge }
    var depth = 0
    var values = 1
    var isInText = false
    var isEscaped = false
    for byte in document {
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
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        values += 1
        if depth > Self.depth { throw .tooDeep }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","):
        values += 1
      default: break
      }
      if values > Self.values { throw .tooMany }
    }
  }
}
