import Foundation

/// Records as they stand in the file: compact JSON, its keys in order, so that equal records are equal texts.
enum JSON {
  static func text(of value: some Encodable) throws -> String {
    if let text = RecordEncoder.text(of: value) { return text }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, of text: String) throws -> Value {
    if let document = RecordDocument(text),
      let value = try? type.init(from: RecordDecoder(document: document, node: 0)), !document.isUnusual
    {
      return value
    }
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
