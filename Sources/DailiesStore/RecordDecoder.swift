/// Decodes a record from a ``RecordDocument``. What is not as expected throws ``Mismatch``, and ``JSON`` then asks
/// `JSONDecoder`, which decides and says why.
///
/// Records hold none of the types of Foundation that `JSONDecoder` reads in ways of its own: dates, data, addresses, decimals.
struct RecordDecoder: Decoder {
  struct Mismatch: Error {}

  let document: RecordDocument
  let node: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object = document.nodes[node].kind else { throw Mismatch() }
    return KeyedDecodingContainer(Members(document: document, node: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array = document.nodes[node].kind else { throw Mismatch() }
    return Items(document: document, nodes: document.children(of: node))
  }

  /// For what is not read here.
  static func askingOther(_ document: RecordDocument) throws -> any Decoder {
    document.isUnusual = true
    throw Mismatch()
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { RecordValue(document: document, node: node) }
}

/// One value.
private struct RecordValue: SingleValueDecodingContainer {
  let document: RecordDocument
  let node: Int

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool {
    if case .null = document.nodes[node].kind { true } else { false }
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = document.nodes[node].kind else { throw RecordDecoder.Mismatch() }
    return value
  }

  func decode(_ type: String.Type) throws -> String { try known(document.string(node)) }
  func decode(_ type: Double.Type) throws -> Double { try normal() }
  func decode(_ type: Float.Type) throws -> Float { try normal() }
  func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value { try number() }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: RecordDecoder(document: document, node: node))
  }

  private func number<Value: LosslessStringConvertible>() throws -> Value { try known(document.number(node)) }

  /// Zero also comes of numbers that are too small, which the other refuses.
  private func normal<Value: BinaryFloatingPoint & LosslessStringConvertible>() throws -> Value {
    let value: Value = try number()
    if !value.isNormal { _ = try RecordDecoder.askingOther(document) }
    return value
  }

  private func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw RecordDecoder.Mismatch() }
    return value
  }
}

/// The members of an object.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let document: RecordDocument
  let node: Int

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] {
    document.children(of: node).compactMap { document.string($0).flatMap { Key(stringValue: $0) } }
  }

  func contains(_ key: Key) -> Bool { document.member(key.stringValue, of: node) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).decode(type) }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try present(key)?.decode(type)
  }

  // Without a decoder and a container for each.
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key)?.decode(type) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try RecordDecoder.askingOther(document) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try RecordDecoder.askingOther(document) }

  private func decoder(_ key: Key) throws -> RecordDecoder {
    RecordDecoder(document: document, node: try value(key).node)
  }

  private func value(_ key: Key) throws -> RecordValue {
    guard let member = document.member(key.stringValue, of: node) else { throw RecordDecoder.Mismatch() }
    return RecordValue(document: document, node: member)
  }

  /// Nil where there is none, and where it is null.
  private func present(_ key: Key) -> RecordValue? {
    guard let member = document.member(key.stringValue, of: node) else { return nil }
    let value = RecordValue(document: document, node: member)
    return value.decodeNil() ? nil : value
  }
}

/// The items of an array.
private struct Items: UnkeyedDecodingContainer {
  let document: RecordDocument
  let nodes: [Int]
  private(set) var currentIndex = 0

  var codingPath: [any CodingKey] { [] }
  var count: Int? { nodes.count }
  var isAtEnd: Bool { currentIndex == nodes.count }

  init(document: RecordDocument, nodes: [Int]) {
    (self.document, self.nodes) = (document, nodes)
  }

  mutating func decodeNil() throws -> Bool {
    let isNil = try value().decodeNil()
    if isNil { currentIndex += 1 }
    return isNil
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try value().decode(type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    let container = try RecordDecoder(document: document, node: value().node).container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try RecordDecoder(document: document, node: value().node).unkeyedContainer()
    currentIndex += 1
    return container
  }

  func superDecoder() throws -> any Decoder { try RecordDecoder.askingOther(document) }

  private func value() throws -> RecordValue {
    guard !isAtEnd else { throw RecordDecoder.Mismatch() }
    return RecordValue(document: document, node: nodes[currentIndex])
  }
}
