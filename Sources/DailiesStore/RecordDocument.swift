/// A record's JSON, taken apart in one go: where each of its values begins and ends. Nothing is made of them before they are
/// asked for.
///
/// What `JSONEncoder` mostly writes is read: no blanks, no escapes by number. For anything else `init` gives nil, or
/// ``isUnusual`` is set when a value is asked for, and ``JSON`` asks the parser of the system.
final class RecordDocument {
  enum Kind {
    case object, array, number, null
    case bool(Bool)
    case text(hasEscapes: Bool)
  }

  /// A value, or the name of a member, which stands before its value.
  struct Node {
    let kind: Kind
    /// In bytes; of a text what stands between its marks.
    let bytes: Range<Int>
    /// The first node behind it and all that it holds.
    var end: Int
  }

  private(set) var nodes: [Node] = []
  /// Something was asked for that `JSONDecoder` may know how to read.
  var isUnusual = false
  private let text: String
  private var at = 0
  private static let greatestDepth = 50

  init?(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    nodes.reserveCapacity(64)
    guard withBytes({ readValue($0, depth: 0) && at == $0.count }) else { return nil }
  }

  /// Gives `body` the bytes of the whole document.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
  }

  /// The value of an object's member; nil where there is none.
  func member(_ name: String, of object: Int) -> Int? {
    var name = name
    return name.withUTF8 { name in
      withBytes { bytes in
        nodes.withUnsafeBufferPointer { nodes in
          var node = object + 1
          while node < nodes[object].end {
            let found = nodes[node].bytes
            if found.count == name.count, bytes[found].elementsEqual(name) { return node + 1 }
            node = nodes[node + 1].end
          }
          return nil
        }
      }
    }
  }

  /// What an object or an array holds: the names of its members, or its values.
  func children(of parent: Int) -> [Int] {
    var found: [Int] = []
    var node = parent + 1
    while node < nodes[parent].end {
      found.append(node)
      if case .object = nodes[parent].kind { node += 1 }
      node = nodes[node].end
    }
    return found
  }

  /// - Returns: Nil for anything but a text.
  func string(_ node: Int) -> String? {
    guard case .text(let hasEscapes) = nodes[node].kind else { return nil }
    return withBytes { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[nodes[node].bytes])
      return hasEscapes ? Self.unescaped(part) : String(decoding: part, as: UTF8.self)
    }
  }

  /// - Returns: Nil for anything but a number that is written in its way; unusual where it is a number.
  func number<Value: LosslessStringConvertible>(_ node: Int) -> Value? {
    guard case .number = nodes[node].kind else { return nil }
    let figure = withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[nodes[node].bytes]), as: UTF8.self) }
    let value = Value(figure)
    if value == nil { isUnusual = true }
    return value
  }

  /// - Parameter part: Each `\` in it stands before one that `escaped` knows.
  private static func unescaped(_ part: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count)
    var rest = part[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "\\")) {
      bytes += rest[..<mark]
      if let escaped = escaped(rest[mark + 1]) { bytes.append(escaped) }
      rest = rest[(mark + 2)...]
    }
    return String(decoding: bytes + rest, as: UTF8.self)
  }

  /// Source: RFC 8259, section 7.
  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  // MARK: Taking apart

  private func readValue(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) -> Bool {
    guard at < bytes.count, depth < Self.greatestDepth else { return false }
    switch bytes[at] {
    case UInt8(ascii: "\""): return readText(bytes)
    case UInt8(ascii: "{"): return readMembers(bytes, of: .object, until: UInt8(ascii: "}"), depth: depth)
    case UInt8(ascii: "["): return readMembers(bytes, of: .array, until: UInt8(ascii: "]"), depth: depth)
    case UInt8(ascii: "t"): return readWord("true", .bool(true), bytes)
    case UInt8(ascii: "f"): return readWord("false", .bool(false), bytes)
    case UInt8(ascii: "n"): return readWord("null", .null, bytes)
    default: return readNumber(bytes)
    }
  }

  private func readMembers(_ bytes: UnsafeBufferPointer<UInt8>, of kind: Kind, until end: UInt8, depth: Int) -> Bool {
    let (node, start) = (nodes.count, at)
    nodes.append(Node(kind: kind, bytes: start..<start, end: node))
    at += 1
    var isFirst = true
    while at < bytes.count {
      if bytes[at] == end {
        at += 1
        nodes[node].end = nodes.count
        return true
      }
      if !isFirst, !readMark(",", bytes) { return false }
      if case .object = kind {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), readText(bytes), readMark(":", bytes) else {
          return false
        }
        if case .text(hasEscapes: true) = nodes[nodes.count - 1].kind { return false }
      }
      guard readValue(bytes, depth: depth + 1) else { return false }
      isFirst = false
    }
    return false
  }

  private func readMark(_ mark: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private func readText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    at += 1
    let start = at
    var hasEscapes = false
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] < 0x20 { return false }
      if bytes[at] == UInt8(ascii: "\\") {
        hasEscapes = true
        at += 1
        guard at < bytes.count, Self.escaped(bytes[at]) != nil else { return false }
      }
      at += 1
    }
    guard at < bytes.count else { return false }
    nodes.append(Node(kind: .text(hasEscapes: hasEscapes), bytes: start..<at, end: nodes.count + 1))
    at += 1
    return true
  }

  private func readWord(_ word: StaticString, _ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = at + word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[at..<end].elementsEqual(wanted) else { return false }
    nodes.append(Node(kind: kind, bytes: at..<end, end: nodes.count + 1))
    at = end
    return true
  }

  /// Source: RFC 8259, section 6.
  private func readNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func skip(_ mark: (UInt8) -> Bool) -> Int {
      let start = at
      while at < bytes.count, mark(bytes[at]) { at += 1 }
      return at - start
    }
    func skipOne(_ mark: (UInt8) -> Bool) -> Bool {
      guard at < bytes.count, mark(bytes[at]) else { return false }
      at += 1
      return true
    }
    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
    let start = at
    _ = skipOne { $0 == UInt8(ascii: "-") }
    let first = at
    let count = skip(isDigit)
    guard count == 1 || count > 1 && bytes[first] != UInt8(ascii: "0") else { return false }
    if skipOne({ $0 == UInt8(ascii: ".") }), skip(isDigit) == 0 { return false }
    if skipOne({ $0 | 0x20 == UInt8(ascii: "e") }) {
      _ = skipOne { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      if skip(isDigit) == 0 { return false }
    }
    nodes.append(Node(kind: .number, bytes: start..<at, end: nodes.count + 1))
    return true
  }
}
