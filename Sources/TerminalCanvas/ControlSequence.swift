/// One complete control sequence from a terminal, and what it means.
struct ControlSequence {
  enum Introducer {
    /// CSI, `ESC [`.
    case control
    /// SS3, `ESC O`.
    case singleShift
    /// `ESC [ [`, the Linux console.
    case console
  }

  var introducer: Introducer
  /// The private mark before the parameters: `<`, `=`, `>`, `?`; 0 when there is none.
  var mark: UInt8 = 0
  /// The parameters, each with its parts (`1:3`); what was left out is nil.
  var parameters: [[Int?]] = []
  var final: UInt8
  /// An Esc came before it.
  var hasAlt = false

  init(introducer: Introducer, final: UInt8) {
    self.introducer = introducer
    self.final = final
  }

  init(introducer: Introducer, parameters bytes: UnsafeBufferPointer<UInt8>, final: UInt8) {
    self.init(introducer: introducer, final: final)
    var rest = bytes[...]
    if let first = rest.first, first >= UInt8(ascii: "<") {
      mark = first
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return }
    parameters = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
  }

  /// A decimal number, at most 9,999,999; nil when there is none.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !digits.isEmpty, digits.count < 8 else { return nil }
    return digits.reduce(Optional(0)) { sum, digit in
      guard let sum, (0x30...0x39).contains(digit) else { return nil }
      return sum * 10 + Int(digit - 0x30)
    }
  }

  func parameter(_ index: Int, part: Int = 0) -> Int? {
    guard parameters.indices.contains(index), parameters[index].indices.contains(part) else { return nil }
    return parameters[index][part]
  }

  var isPasteStart: Bool { introducer == .control && mark == 0 && final == UInt8(ascii: "~") && parameter(0) == 200 }

  /// What the sequence says; nil when it says nothing to us.
  var input: Input? {
    switch (introducer, mark) {
    case (.control, UInt8(ascii: "<")): return mouse.map { .mouse($0) }
    case (.control, UInt8(ascii: "?")): return answer.map { .answer($0) }
    case (_, 1...): return nil
    case (.control, _) where final == UInt8(ascii: "I") && parameters.isEmpty: return .focus(true)
    case (.control, _) where final == UInt8(ascii: "O") && parameters.isEmpty: return .focus(false)
    case (.control, _) where final == UInt8(ascii: "R") && isCursorReport: return answer.map { .answer($0) }
    case (.control, _) where final == UInt8(ascii: "t") && parameter(0) == 6: return cellSize.map { .answer($0) }
    default:
      guard var key else { return nil }
      if hasAlt { key.modifiers.insert(.alt) }
      return .key(key)
    }
  }

  /// F3 with modifiers is sent as `CSI 1 ; 2 R`, a report of the first row looks the same: ask where the cursor is only
  /// on another row, or by DECXCPR.
  private var isCursorReport: Bool {
    guard let row = parameter(0), let column = parameter(1) else { return false }
    return row != 1 || column > 16
  }

  private var answer: TerminalAnswer? {
    switch final {
    case UInt8(ascii: "R"):
      guard let row = parameter(0), let column = parameter(1), row > 0, column > 0 else { return nil }
      return .cursor(Point(column: column - 1, row: row - 1))
    case UInt8(ascii: "c"): return .deviceAttributes(parameters.compactMap { $0.first ?? nil })
    case UInt8(ascii: "u"): return .kittyKeyboard(flags: parameter(0) ?? 0)
    case UInt8(ascii: "S"):
      guard parameter(0) == 1, parameter(1) == 0, let count = parameter(2), count > 0 else { return nil }
      return .colorRegisters(count)
    default: return nil
    }
  }

  private var cellSize: TerminalAnswer? {
    guard let height = parameter(1), let width = parameter(2) else { return nil }
    return .cellSize(width: width, height: height)
  }

  /// An SGR mouse report: the left button, motion while it is held, and the wheel; other buttons say nothing to us.
  private var mouse: Mouse? {
    guard let bits = parameter(0), let column = parameter(1), let row = parameter(2), column > 0, row > 0 else {
      return nil
    }
    let kind: Mouse.Kind
    switch (bits & ~0b11100, final) {
    case (0, UInt8(ascii: "M")): kind = .press
    case (0, UInt8(ascii: "m")): kind = .release
    case (32, UInt8(ascii: "M")): kind = .drag
    case (64, UInt8(ascii: "M")): kind = .wheelUp
    case (65, UInt8(ascii: "M")): kind = .wheelDown
    default: return nil
    }
    var modifiers: Key.Modifiers = []
    if bits & 4 != 0 { modifiers.insert(.shift) }
    if bits & 8 != 0 { modifiers.insert(.alt) }
    if bits & 16 != 0 { modifiers.insert(.control) }
    return Mouse(kind, at: Point(column: column - 1, row: row - 1), modifiers: modifiers)
  }
}

extension TerminalAnswer {
  /// Understands the answer to OSC 11: `11;rgb:RRRR/GGGG/BBBB`, each part of one to four hexadecimal digits.
  init?(operatingSystemCommand body: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: body, as: UTF8.self)
    guard text.hasPrefix("11;rgb"), let colon = text.firstIndex(of: ":") else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/").prefix(3).compactMap { digits -> Double? in
      guard (1...4).contains(digits.utf8.count), let value = UInt16(digits, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
    }
    guard parts.count == 3 else { return nil }
    self = .background(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// Understands the answer to XTVERSION: `>|tmux 3.4`.
  init?(deviceControl body: UnsafeBufferPointer<UInt8>) {
    guard body.starts(with: ">|".utf8) else { return nil }
    self = .name(String(decoding: body.dropFirst(2), as: UTF8.self))
  }

  /// Understands what kitty's graphics protocol answers: `Gi=31;OK`, or the reason why not.
  init?(applicationCommand body: UnsafeBufferPointer<UInt8>) {
    let parts = String(decoding: body, as: UTF8.self).split(separator: ";", maxSplits: 1)
    guard parts.count == 2, let keys = parts.first, keys.hasPrefix("G"),
      let key = keys.dropFirst().split(separator: ",").first(where: { $0.hasPrefix("i=") }),
      let id = Int(key.dropFirst(2))
    else { return nil }
    self = .kittyGraphics(id: id, isTaken: parts[1] == "OK")
  }
}
