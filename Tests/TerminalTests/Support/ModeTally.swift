/// Which modes of the terminal itself a transcript leaves switched on. Reads only what switches modes.
///
/// Sources: xterm's "Control Sequences" (DECSET, DECRST, DECKPAM, XTWINOPS 22 and 23), the kitty keyboard protocol.
struct ModeTally: Equatable {
  /// Private modes that are set: 1049 is the alternate screen, 2004 bracketed paste, 1000 and 1006 the mouse, 1004 focus.
  private(set) var modes: Set<Int> = []
  private(set) var isCursorShown = true
  private(set) var hasApplicationKeypad = false
  /// How many keyboard modes of kitty are pushed.
  private(set) var keyboards = 0

  /// A terminal as it was found.
  static let untouched = ModeTally([])

  init(_ bytes: [UInt8]) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == 0x1B, at + 1 < bytes.endIndex else {
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "="): hasApplicationKeypad = true
      case UInt8(ascii: ">"): hasApplicationKeypad = false
      case UInt8(ascii: "["):
        let sequence = bytes[(at + 2)...].prefix { !(0x40...0x7E).contains($0) }
        if sequence.endIndex < bytes.endIndex {
          take(String(decoding: sequence, as: UTF8.self), Character(Unicode.Scalar(bytes[sequence.endIndex])))
        }
        at = sequence.endIndex
      default: break
      }
      at += 1
    }
  }

  private mutating func take(_ parameters: String, _ final: Character) {
    switch (parameters.first, final) {
    case ("?", "h"), ("?", "l"):
      for mode in parameters.dropFirst().split(separator: ";").compactMap({ Int($0) }) {
        change(mode, to: final == "h")
      }
    case (">", "u"): keyboards += 1
    case ("<", "u"): keyboards -= 1
    default: break
    }
  }

  private mutating func change(_ mode: Int, to isOn: Bool) {
    switch mode {
    case 25: isCursorShown = isOn
    // Wrapping and blinking are the terminal's own; ncurses repeats them with other things.
    case 7, 12: break
    default: if isOn { modes.insert(mode) } else { modes.remove(mode) }
    }
  }
}
