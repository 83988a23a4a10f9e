/// A JSON document to be sent: its members keep their order, and `4.0` stays `4.0`, as in the answers of real servers.
enum Document: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Double)
  case text(String)
  case array([Document])
  case object([Member])

  struct Member: Equatable, Sendable {
    let name: String
    let value: Document
  }
}

extension Document {
  /// The compact JSON text.
  var json: String { json(comma: ",", colon: ":") }

  /// The JSON text with a space after each comma and colon, as Python programs write it into messages.
  var spacedJSON: String { json(comma: ", ", colon: ": ") }

  private func json(comma: String, colon: String) -> String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): String(integer)
    case .decimal(let decimal): String(decimal)
    case .text(let text): Self.quoted(text)
    case .array(let values):
      "[" + values.map { $0.json(comma: comma, colon: colon) }.joined(separator: comma) + "]"
    case .object(let members):
      "{"
        + members.map { Self.quoted($0.name) + colon + $0.value.json(comma: comma, colon: colon) }
        .joined(separator: comma) + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Document: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(floatLiteral value: Double) { self = .decimal(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: Document...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, Document)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }
}
