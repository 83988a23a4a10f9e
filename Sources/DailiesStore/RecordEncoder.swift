/// Encodes a record as `JSONEncoder` does with sorted keys and slashes as they are, only sooner: its bytes are written as
/// they come, and the members of an object are put in order where it ends.
///
/// As with ``RecordDecoder``, records hold none of the types of Foundation that `JSONEncoder` writes in ways of its own.
struct RecordEncoder: Encoder {
  fileprivate let writer: RecordWriter
  /// Where the value begins that is encoded by this.
  private let start: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  fileprivate init(_ writer: RecordWriter) {
    self.writer = writer
    start = writer.bytes.count
  }

  /// - Returns: Nil for what only `JSONEncoder` knows how to write, or to refuse. What writes nothing at all, which it refuses,
  ///   is an empty object.
  static func text(of value: some Encodable) -> String? {
    let writer = RecordWriter()
    guard (try? writer.write(value)) != nil, !writer.isUnusual else { return nil }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    expectBeginning()
    return KeyedEncodingContainer(Members(writer: writer, place: writer.open(.object)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    expectBeginning()
    return Items(writer: writer, place: writer.open(.array))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    expectBeginning()
    return RecordScalar(writer: writer)
  }

  /// A second container for the same value goes on with the first.
  private func expectBeginning() { if writer.bytes.count != start { writer.isUnusual = true } }
}

/// The text of a record as far as it has come.
private final class RecordWriter {
  enum Kind { case object, array }

  /// Where a container is, among those that are open and in the text.
  struct Place {
    let depth: Int
    let start: Int
  }

  private struct Container {
    let kind: Kind
    let start: Int
    /// Its first in `members`.
    let firstMember: Int
  }

  private struct Member {
    let name: String
    /// Where its name begins, in bytes.
    let start: Int

    func isBefore(_ other: Member) -> Bool { name.utf8.lexicographicallyPrecedes(other.name.utf8) }
  }

  // None is touched while it is being changed. They are used a dozen times for each number, and that is not checked each time.
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  @exclusivity(unchecked) var isUnusual = false
  @exclusivity(unchecked) private var containers: [Container] = []
  /// The members of all objects that are open.
  @exclusivity(unchecked) private var members: [Member] = []

  init() { bytes.reserveCapacity(1024) }

  func write(_ value: some Encodable) throws {
    let (start, depth) = (bytes.count, containers.count)
    try value.encode(to: RecordEncoder(self))
    close(to: depth)
    // As of a value that says nothing of itself.
    if bytes.count == start { bytes += "{}".utf8 }
  }

  func open(_ kind: Kind) -> Place {
    let place = Place(depth: containers.count, start: bytes.count)
    containers.append(Container(kind: kind, start: place.start, firstMember: members.count))
    bytes.append(UInt8(ascii: kind == .object ? "{" : "["))
    return place
  }

  /// Makes room for a value in the container at that place; those within it are complete.
  func next(in place: Place, name: String? = nil) {
    let depth = place.depth
    guard depth < containers.count, containers[depth].start == place.start else {
      isUnusual = true
      return
    }
    close(to: depth + 1)
    if bytes.count > place.start + 1 { bytes.append(UInt8(ascii: ",")) }
    guard let name else { return }
    members.append(Member(name: name, start: bytes.count))
    write(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private func close(to depth: Int) {
    while containers.count > depth {
      let container = containers.removeLast()
      if container.kind == .object { sort(container) }
      bytes.append(UInt8(ascii: container.kind == .object ? "}" : "]"))
    }
  }

  private func sort(_ object: Container) {
    defer { members.removeSubrange(object.firstMember...) }
    let own = object.firstMember..<members.endIndex
    guard !zip(own, own.dropFirst()).allSatisfy({ members[$0].isBefore(members[$1]) }) else { return }
    let order = own.sorted { members[$0].isBefore(members[$1]) }
    isUnusual = isUnusual || zip(order, order.dropFirst()).contains { members[$0].name == members[$1].name }
    let (begin, unsorted) = (object.start + 1, Array(bytes[(object.start + 1)...]))
    bytes.removeLast(unsorted.count)
    for index in order {
      if bytes.count > begin { bytes.append(UInt8(ascii: ",")) }
      // A comma stands before the next.
      let end = index + 1 < members.endIndex ? members[index + 1].start - 1 - begin : unsorted.count
      bytes += unsorted[(members[index].start - begin)..<end]
    }
  }

  func write(number: some CustomStringConvertible) { bytes += number.description.utf8 }
  func write(word: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Source: RFC 8259, section 7.
  func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var taken = 0
      for (at, byte) in text.enumerated() where Self.isEscaped(byte) {
        bytes.append(contentsOf: text[taken..<at])
        taken = at + 1
        escape(byte)
      }
      bytes.append(contentsOf: text[taken...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: write(word: "\\b")
    case 0x09: write(word: "\\t")
    case 0x0A: write(word: "\\n")
    case 0x0C: write(word: "\\f")
    case 0x0D: write(word: "\\r")
    case ..<0x20:
      write(word: byte < 0x10 ? "\\u000" : "\\u001")
      bytes += String(byte & 0x0F, radix: 16).utf8
    default: bytes += [UInt8(ascii: "\\"), byte]
    }
  }
}

/// One value that holds no others, or stands for another.
private struct RecordScalar: SingleValueEncodingContainer {
  let writer: RecordWriter

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.write(word: "null") }
  func encode(_ value: Bool) { writer.write(word: value ? "true" : "false") }
  func encode(_ value: String) { writer.write(value) }
  func encode(_ value: Double) { write(value) }
  func encode(_ value: Float) { write(value) }
  func encode<Value: FixedWidthInteger & Encodable>(_ value: Value) { writer.write(number: value) }
  func encode<Value: Encodable>(_ value: Value) throws { try writer.write(value) }

  /// Whole numbers have no fraction; what is no number is refused by the other.
  private func write<Value: BinaryFloatingPoint & CustomStringConvertible>(_ value: Value) {
    writer.isUnusual = writer.isUnusual || !value.isFinite
    let text = value.description
    writer.write(number: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

/// The members of an object.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: RecordWriter
  let place: RecordWriter.Place

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    writer.next(in: place, name: key.stringValue)
    writer.write(word: "null")
  }

  func encode(_ value: String, forKey key: Key) {
    writer.next(in: place, name: key.stringValue)
    writer.write(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    writer.next(in: place, name: key.stringValue)
    writer.write(number: value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    writer.next(in: place, name: key.stringValue)
    try writer.write(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    writer.next(in: place, name: key.stringValue)
    return RecordEncoder(writer).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    writer.next(in: place, name: key.stringValue)
    return RecordEncoder(writer).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { writer.leftToOther() }
  func superEncoder(forKey key: Key) -> any Encoder { writer.leftToOther() }
}

/// The items of an array.
private struct Items: UnkeyedEncodingContainer {
  let writer: RecordWriter
  let place: RecordWriter.Place
  private(set) var count = 0

  var codingPath: [any CodingKey] { [] }

  init(writer: RecordWriter, place: RecordWriter.Place) { (self.writer, self.place) = (writer, place) }

  mutating func encodeNil() {
    next()
    writer.write(word: "null")
  }

  mutating func encode(_ value: String) {
    next()
    writer.write(value)
  }

  mutating func encode(_ value: Int) {
    next()
    writer.write(number: value)
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    next()
    try writer.write(value)
  }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    next()
    return RecordEncoder(writer).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return RecordEncoder(writer).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { writer.leftToOther() }

  private mutating func next() {
    count += 1
    writer.next(in: place)
  }
}

extension RecordWriter {
  /// For what is not written here.
  fileprivate func leftToOther() -> any Encoder {
    isUnusual = true
    return RecordEncoder(self)
  }
}
