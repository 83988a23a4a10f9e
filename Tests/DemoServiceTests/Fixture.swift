import Foundation
import VideosAPI

/// A captured answer, to compare the demo service's own with.
enum Fixture {
  static func json(_ name: String) throws -> JSONValue {
    try JSONValue(reading: [UInt8](Data(contentsOf: Folders.fixtures.appending(path: "\(name).json"))))
  }
}

extension JSONValue {
  /// The document with every value replaced by its kind: two answers of one shape have equal ones.
  var shape: JSONValue {
    switch self {
    case .null: .null
    case .bool: .text("bool")
    case .number: .text("number")
    case .text: .text("text")
    case .array(let values): .array(values.map(\.shape))
    case .object(let members): .object(members.mapValues(\.shape))
    }
  }
}

extension JSONValue {
  /// The elements of an array; nil for anything else.
  var elements: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }
}
