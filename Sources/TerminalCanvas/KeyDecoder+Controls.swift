extension KeyDecoder {
  /// The key that sends one control byte.
  func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08: backspaceIsControlH ? .backspace : .control("h")
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// The key that sends Esc and one more byte.
  func keyWithAlt(_ byte: UInt8) -> Key {
    if byte < 0x20 || byte == 0x7F {
      var key = controlKey(byte)
      key.modifiers.insert(.alt)
      return key
    }
    return .typed(Unicode.Scalar(byte), with: .alt)
  }
}

extension Key {
  /// A character with modifiers, in the one form every terminal's report is brought to: capitals become small letters
  /// with shift, shift alone becomes the capital, and the keys that have always sent a control character are that key.
  static func typed(_ scalar: Unicode.Scalar, with modifiers: Modifiers) -> Key {
    var scalar = scalar
    var modifiers = modifiers
    if modifiers.isDisjoint(with: [.alt, .control]) {
      if modifiers == .shift, scalar.properties.isLowercase {
        scalar = only(scalar.properties.uppercaseMapping) ?? scalar
      }
      return .character(Character(scalar))
    }
    if scalar.properties.isUppercase, let small = only(scalar.properties.lowercaseMapping) {
      scalar = small
      modifiers.insert(.shift)
    }
    guard modifiers.contains(.control) else { return Key(.character(Character(scalar)), modifiers) }
    let others = modifiers.subtracting(.control)
    switch (scalar, others) {
    case ("i", _): return Key(.tab, others)
    case ("m", _): return Key(.enter, others)
    case ("[", _): return Key(.escape, others)
    case ("/", []): return .control("_")
    case ("-", .shift), ("_", .shift): return .control("_")
    case ("@", _), ("2", .shift): return .control(" ")
    default: return Key(.character(Character(scalar)), modifiers)
    }
  }

  private static func only(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
