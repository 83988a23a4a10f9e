/// Reads the JSON that services write: UTF-8, every member once, numbers of usual size. It goes over the bytes once, and
/// makes nothing on the way.
///
/// What is unusual, or no JSON, gives nil: `JSONValue(reading:)` then asks the parser of the system.
struct PlainJSON {
  private var rest: UnsafeBufferPointer<UInt8>.SubSequence

  /// - Parameter document: Of bounded depth, see `JSONLimits`.
  static func value(of document: [UInt8]) -> JSONValue? {
    document.withUnsafeBufferPointer { bytes in
      var reader = PlainJSON(rest: bytes[...])
      guard let value = reader.value() else { return nil }
      reader.skipBlanks()
      return reader.rest.isEmpty ? value : nil
    }
  }

  private mutating func value() -> JSONValue? {
    skipBlanks()
    switch rest.first {
    case UInt8(ascii: "\""): return text().map(JSONValue.text)
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object() -> JSONValue? {
    rest.removeFirst()
    var members: [String: JSONValue] = [:]
    if next(is: "}") { return .object(members) }
    repeat {
      skipBlanks()
      guard let name = text(), next(is: ":"), let member = value(),
        members.updateValue(member, forKey: name) == nil
      else { return nil }
    } while next(is: ",")
    return next(is: "}") ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    rest.removeFirst()
    var items: [JSONValue] = []
    if next(is: "]") { return .array(items) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while next(is: ",")
    return next(is: "]") ? .array(items) : nil
  }

  /// A text without escapes but for `\"`, `\\`, `\/` and `\n`.
  private mutating func text() -> String? {
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    rest.removeFirst()
    var before: [UInt8] = []
    while let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }) {
      let part = rest[..<end]
      let mark = rest[end]
      rest = rest[(end + 1)...]
      if mark == UInt8(ascii: "\"") {
        if before.isEmpty { return String(validating: part, as: UTF8.self) }
        return String(validating: before + part, as: UTF8.self)
      }
      guard mark == UInt8(ascii: "\\"), let escaped = rest.popFirst() else { return nil }
      before += part
      switch escaped {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): before.append(escaped)
      case UInt8(ascii: "n"): before.append(0x0A)
      default: return nil
      }
    }
    return nil
  }

  /// A number of at most 15 digits and, behind them, at most 15 digits of a fraction.
  ///
  /// Source: RFC 8259, section 6.
  private mutating func number() -> JSONValue? {
    let start = rest
    _ = take("-")
    guard let first = rest.first, let whole = digits(), whole == 1 || first != UInt8(ascii: "0") else { return nil }
    if take("."), digits() == nil { return nil }
    if let next = rest.first, next | 0x20 == UInt8(ascii: "e") { return nil }
    let figure = start[..<rest.startIndex]
    return Double(String(decoding: figure, as: UTF8.self)).map(JSONValue.number)
  }

  /// - Returns: How many digits follow, 1 to 15.
  private mutating func digits() -> Int? {
    let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard (1...15).contains(count) else { return nil }
    rest = rest.dropFirst(count)
    return count
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  private mutating func next(is mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard let byte = rest.first, byte == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }
}
