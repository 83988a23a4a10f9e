extension Cell {
  /// Whether it has colours that ncurses cannot write: it is drawn beside ncurses, which is given a blank.
  package var isPainted: Bool { style.isPainted }

  /// Whether every terminal moves its cursor by the cell's width when it is sent the cell's text, and a cell of ncurses
  /// can hold it. Where not, what stands right of it must be addressed.
  package var isCertain: Bool {
    if ascii != nil { return true }
    var isCertain = true
    var count = 0
    forEachScalar { scalar in
      if count == 0 ? !Self.isCertain(scalar) : !Self.isCertainMark(scalar) { isCertain = false }
      count += 1
    }
    return isCertain && count <= 1 + DisplayWidth.marksPerCell
  }

  /// Emoji are as wide as a terminal's own table says, and may join their neighbours; so may the letters of the scripts
  /// of India and South-East Asia, and the parts of Hangul syllables.
  private static func isCertain(_ base: Unicode.Scalar) -> Bool {
    switch base.value {
    case 0x900...0xDFF, 0xE33, 0xEB3, 0xF00...0x11FF, 0x1780...0x18AF, 0x1A00...0x1CFF, 0xA800...0xABFF,
      0xD7B0...0xD7FF, 0x10A00...0x1247F, 0x1F000...0x1FFFF:
      false
    default: true
    }
  }

  private static func isCertainMark(_ mark: Unicode.Scalar) -> Bool {
    switch mark.value {
    case 0x300...0x36F: true
    case 0x20E3, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180F: false
    default: WidthClass(of: mark) == .zero
    }
  }
}
