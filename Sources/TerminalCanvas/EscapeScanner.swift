/// Finds where the escape sequence at the start of some bytes ends, and what kind it is.
enum EscapeScanner {
  enum Found {
    /// The rest has not come yet.
    case unfinished
    /// It should have ended long ago.
    case tooLong(isString: Bool)
    /// An Esc that belongs to nothing after it.
    case escapeKey
    case withAlt(UInt8)
    case scalarWithAlt(Unicode.Scalar, end: Int)
    case sequence(ControlSequence, end: Int)
    /// A control string that has been understood, or not.
    case string(Input?, end: Int)
    /// Something broken off or unknown up to `end`.
    case dropped(end: Int)
  }

  private static let escape = KeyDecoder.escape
  private static let longestSequence = 256
  private static let longestString = 4096

  /// - Precondition: `bytes[start]` is Esc.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    guard start + 1 < bytes.count else { return .unfinished }
    let third = start + 2 < bytes.count ? bytes[start + 2] : nil
    switch bytes[start + 1] {
    case escape: return scanDoubled(bytes, from: start)
    case UInt8(ascii: "["): return scanSequence(bytes, from: start)
    case UInt8(ascii: "O"): return scanSingleShift(bytes, from: start)
    case UInt8(ascii: "]"):
      guard let third else { return .unfinished }
      return isDigit(third) ? scanString(bytes, from: start) : .withAlt(bytes[start + 1])
    case UInt8(ascii: "P"):
      guard let third else { return .unfinished }
      return isDigit(third) || "!$+>|".utf8.contains(third)
        ? scanString(bytes, from: start) : .withAlt(bytes[start + 1])
    case UInt8(ascii: "_"):
      guard let third else { return .unfinished }
      return third == UInt8(ascii: "G") ? scanString(bytes, from: start) : .withAlt(bytes[start + 1])
    case 0x80...: return scanScalar(bytes, from: start)
    default: return .withAlt(bytes[start + 1])
    }
  }

  /// Esc Esc: rxvt and others put an Esc before a sequence for Alt; else it is an Esc by itself.
  private static func scanDoubled(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    guard start + 2 < bytes.count else { return .unfinished }
    guard bytes[start + 2] == UInt8(ascii: "[") || bytes[start + 2] == UInt8(ascii: "O") else { return .escapeKey }
    switch scan(bytes, from: start + 1) {
    case .unfinished: return .unfinished
    case .sequence(var sequence, let end):
      guard case .key = sequence.input else { return .escapeKey }
      sequence.hasAlt = true
      return .sequence(sequence, end: end)
    default: return .escapeKey
    }
  }

  /// CSI: parameter bytes, intermediate bytes, a final byte. Anything else inside breaks it off.
  private static func scanSequence(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    let body = start + 2
    guard body < bytes.count else { return .unfinished }
    if bytes[body] == UInt8(ascii: "[") {  // the Linux console's F1 to F5: CSI [ A
      guard body + 1 < bytes.count else { return .unfinished }
      guard (0x40...0x7E).contains(bytes[body + 1]) else { return .dropped(end: body + 1) }
      return .sequence(ControlSequence(introducer: .console, final: bytes[body + 1]), end: body + 2)
    }
    if bytes[body] == UInt8(ascii: "M") {  // a mouse report of the old kind, never asked for: three more bytes
      return body + 3 < bytes.count ? .dropped(end: body + 4) : .unfinished
    }
    var at = body
    while at < bytes.count, (0x30...0x3F).contains(bytes[at]) { at += 1 }
    let parameters = UnsafeBufferPointer(rebasing: bytes[body..<at])
    if at < bytes.count, bytes[at] == UInt8(ascii: "$"), !parameters.isEmpty, parameters.allSatisfy(isDigit) {
      return .sequence(  // rxvt's shift
        ControlSequence(introducer: .control, parameters: parameters, final: bytes[at]), end: at + 1)
    }
    let hasIntermediates = at < bytes.count && (0x20...0x2F).contains(bytes[at])
    while at < bytes.count, (0x20...0x2F).contains(bytes[at]) { at += 1 }
    guard at < bytes.count else {
      return at - start > longestSequence ? .tooLong(isString: false) : .unfinished
    }
    guard (0x40...0x7E).contains(bytes[at]) else { return .dropped(end: at) }
    if hasIntermediates { return .dropped(end: at + 1) }
    return .sequence(
      ControlSequence(introducer: .control, parameters: parameters, final: bytes[at]), end: at + 1)
  }

  /// SS3: one final byte, with some terminals the modifiers before it.
  private static func scanSingleShift(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    var at = start + 2
    while at < bytes.count, at < start + 5, isDigit(bytes[at]) { at += 1 }
    guard at < bytes.count else { return .unfinished }
    guard (0x20...0x7E).contains(bytes[at]) else {
      return at == start + 2 ? .withAlt(UInt8(ascii: "O")) : .dropped(end: at)
    }
    let parameters = UnsafeBufferPointer(rebasing: bytes[start + 2..<at])
    return .sequence(
      ControlSequence(introducer: .singleShift, parameters: parameters, final: bytes[at]), end: at + 1)
  }

  /// OSC, DCS, APC: up to BEL or ST. Other control characters break it off.
  private static func scanString(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    guard let end = bytes[(start + 2)...].firstIndex(where: { $0 < 0x20 }) else {
      return bytes.count - start > longestString ? .tooLong(isString: true) : .unfinished
    }
    let body = UnsafeBufferPointer(rebasing: bytes[start + 2..<end])
    let answer: TerminalAnswer? =
      switch bytes[start + 1] {
      case UInt8(ascii: "]"): TerminalAnswer(operatingSystemCommand: body)
      case UInt8(ascii: "P"): TerminalAnswer(deviceControl: body)
      case UInt8(ascii: "_"): TerminalAnswer(applicationCommand: body)
      default: nil
      }
    switch bytes[end] {
    case 0x07: return .string(answer.map { .answer($0) }, end: end + 1)
    case escape:
      guard end + 1 < bytes.count else { return .unfinished }
      guard bytes[end + 1] == UInt8(ascii: "\\") else { return .dropped(end: end) }
      return .string(answer.map { .answer($0) }, end: end + 2)
    default: return .dropped(end: end)
    }
  }

  private static func scanScalar(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    let rest = bytes[(start + 1)...].prefix(4)
    var decoder = UTF8()
    var iterator = rest.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      let first = bytes[start + 1]
      let needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      let couldGrow =
        rest.count < needed && (0xC2...0xF4).contains(first) && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
      return couldGrow ? .unfinished : .escapeKey
    }
    let end = start + 1 + UTF8.width(scalar)
    return scalar.value < 0xA0 ? .dropped(end: end) : .scalarWithAlt(scalar, end: end)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
