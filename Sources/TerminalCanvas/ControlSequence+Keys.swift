extension ControlSequence {
  /// The key that sends this sequence.
  var key: Key? {
    switch introducer {
    case .console: (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
    case .singleShift: singleShiftKey
    case .control: controlKey
    }
  }

  // MARK: - SS3

  private var singleShiftKey: Key? {
    guard let modifiers = Self.modifiers(parameter(0)) else { return nil }
    if (0x61...0x64).contains(final) {  // rxvt: a to d are arrows with control
      return Self.cursorKey(final - 0x20).map { Key($0, .control) }
    }
    if let code = Self.cursorKey(final) ?? Self.functionKey(final) { return Key(code, modifiers) }
    switch final {
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: " "): return .character(" ")
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return nil
    }
  }

  // MARK: - CSI

  private var controlKey: Key? {
    switch final {
    case UInt8(ascii: "~"): return parameter(0) == 27 ? otherKey : numberedKey([])
    case UInt8(ascii: "$"): return numberedKey(.shift)
    case UInt8(ascii: "^"): return numberedKey(.control)
    case UInt8(ascii: "@"): return numberedKey([.control, .shift])
    case UInt8(ascii: "u"): return kittyKey
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty:  // rxvt
      return Self.cursorKey(final - 0x20).map { Key($0, .shift) }
    default:
      guard isPress, let modifiers = Self.modifiers(parameter(1)) else { return nil }
      if final == UInt8(ascii: "Z") { return Key(.tab, modifiers.union(.shift)) }
      guard let code = Self.cursorKey(final) ?? Self.functionKey(final) else { return nil }
      return Key(code, modifiers)
    }
  }

  /// `CSI number ; modifiers ~`, and rxvt's other finals.
  private func numberedKey(_ byFinal: Key.Modifiers) -> Key? {
    guard isPress, let number = parameter(0), let modifiers = Self.modifiers(parameter(1)) else { return nil }
    let code: Key.Code
    switch number {
    case 1, 7: code = .home
    case 2: code = .insert
    case 3: code = .delete
    case 4, 8: code = .end
    case 5: code = .pageUp
    case 6: code = .pageDown
    case 11...15: code = .function(number - 10)
    case 17...21: code = .function(number - 11)
    case 23...26: code = .function(number - 12)
    case 28, 29: code = .function(number - 13)
    case 31...34: code = .function(number - 14)
    default: return nil
    }
    return Key(code, modifiers.union(byFinal))
  }

  /// xterm's modifyOtherKeys: `CSI 27 ; modifiers ; code ~`.
  private var otherKey: Key? {
    guard let code = parameter(2), let modifiers = Self.modifiers(parameter(1)) else { return nil }
    return Self.key(code: code, modifiers)
  }

  /// The kitty keyboard protocol: `CSI code : shifted : base ; modifiers : event ; text u`.
  private var kittyKey: Key? {
    guard isPress, let code = parameter(0), let modifiers = Self.modifiers(parameter(1)) else { return nil }
    if modifiers == .shift, let shifted = parameter(0, part: 1) { return Self.key(code: shifted, []) }
    return Self.key(code: code, modifiers)
  }

  /// A repeated key counts as pressed again, a released one does not.
  private var isPress: Bool { parameter(1, part: 1) != 3 }

  // MARK: - Tables

  /// Modifiers come as 1 and the sum of shift 1, alt 2, control 4, super 8, hyper 16, meta 32, and the locks 64 and
  /// 128. Keys with super and its kin belong to the desktop: nil.
  private static func modifiers(_ parameter: Int?) -> Key.Modifiers? {
    let bits = max(0, (parameter ?? 1) - 1)
    guard bits & 0b0011_1000 == 0, bits < 256 else { return nil }
    return Key.Modifiers(rawValue: UInt8(bits & 0b111))
  }

  private static func cursorKey(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    default: nil
    }
  }

  /// F1 to F4 as the keys PF1 to PF4 of a vt100.
  private static func functionKey(_ final: UInt8) -> Key.Code? {
    (0x50...0x53).contains(final) ? .function(Int(final) - 0x4F) : nil
  }

  /// A key by its code point, or by its number in the private range of the kitty protocol.
  private static func key(code: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch code {
    case 9: return Key(.tab, modifiers)
    case 13, 57414: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 57376...57398: return Key(.function(code - 57376 + 13), modifiers)
    case 57399...57416:
      return .typed(Array("0123456789./*-+\r=,".unicodeScalars)[code - 57399], with: modifiers)
    case 57417...57426:
      let codes: [Key.Code] = [.left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete]
      return Key(codes[code - 57417], modifiers)
    case 0xE000...0xF8FF, ..<0x20, 0x7F...0x9F: return nil
    default: return Unicode.Scalar(UInt32(code)).map { .typed($0, with: modifiers) }
    }
  }
}
