internal import Foundation

/// Any JSON value, for answers whose fields change their type from server to server.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// One whose last digit counts and which no `Double` holds to the last digit is a `text`: it may be an id.
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue: Codable {
  /// Never throws for a well-formed document: a number that no `Double` can hold becomes `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Double.self) {
      let whole = number.magnitude >= Self.exact ? try? container.decode(Int.self) : nil
      self = whole.map { .text(String($0)) } ?? .number(number)
    } else if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else {
      self = .null
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .number(let number):
      if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number) }
    case .text(let text): try container.encode(text)
    case .array(let array): try container.encode(array)
    case .object(let object): try container.encode(object)
    }
  }
}

extension JSONValue {
  /// Reads a whole JSON document, refusing what could exhaust memory, time or the stack before parsing it.
  ///
  /// - Throws: `JSONReadingProblem`, for a document past `JSONLimits`, and for bytes that are not JSON.
  public init(reading bytes: [UInt8]) throws(JSONReadingProblem) {
    try JSONLimits.check(bytes)
    if let value = PlainJSON.value(of: bytes) {
      self = value
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let document = bytes.starts(with: mark) ? Data(bytes.dropFirst(mark.count)) : Data(bytes)
    do {
      // A decoder has to try one type after the other, and an answer would take milliseconds. It is asked for what the quick
      // way refuses: numbers that no `Double` holds.
      self =
        try (try? JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed)).map(Self.init(parsed:))
        ?? JSONDecoder().decode(JSONValue.self, from: document)
    } catch {
      throw .notJSON
    }
  }

  /// - Parameter value: As `JSONSerialization` gives it.
  private init(parsed value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let number as NSNumber where number.isBool: self = .bool(number.boolValue)
    case let number as NSNumber where !number.isFraction && number.doubleValue.magnitude >= Self.exact:
      self = .text(number.stringValue)
    case let number as NSNumber: self = number.doubleValue.isFinite ? .number(number.doubleValue) : .null
    case let members as [String: Any]: self = .object(members.mapValues(Self.init(parsed:)))
    case let items as [Any]: self = .array(items.map(Self.init(parsed:)))
    default: self = .null
    }
  }

  /// The member of an object; nil where this is no object, the member is absent, or it is `null`.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self, let member = members[name], member != .null else { return nil }
    return member
  }

  /// From here on `Double` passes whole numbers over.
  private static let exact = 0x1p53

  /// A text, or a number written as one; nil for anything else, and for a number whose last digits are not known.
  public var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number) where number.magnitude < Self.exact:
      Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }

  /// A text that says something: blank ones and the `"None"` that Python programs write count as absent.
  var meaningfulText: String? {
    guard let text, text.contains(where: { !$0.isWhitespace }), text != "None" else { return nil }
    return text
  }

  /// A number, or a text that is one; never infinite, never NaN.
  public var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): Double(text.trimmed).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }

  /// The compact JSON text, with members in alphabetical order.
  public func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding fails for infinite numbers only, which no document read by `init(reading:)` holds.
    return (try? encoder.encode(self)).map(Array.init) ?? Array("null".utf8)
  }
}

extension NSNumber {
  /// A Bool is "c"; numbers of a document have other types.
  fileprivate var isBool: Bool { objCType.pointee == CChar(UInt8(ascii: "c")) }
  /// Or a whole number that no integer holds.
  fileprivate var isFraction: Bool { objCType.pointee == CChar(UInt8(ascii: "d")) }
}
