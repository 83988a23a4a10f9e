import CNCurses
import TerminalCanvas

/// What terminfo says about this terminal.
enum Terminfo {
  /// The bytes a capability sends; nil when the terminal has none.
  static func capability(_ name: String) -> [UInt8]? {
    var buffer = [CChar](repeating: 0, count: 128)
    let length = cn_capability(name, &buffer, buffer.count)
    return length > 0 ? buffer.prefix(length).map { UInt8(bitPattern: $0) } : nil
  }

  /// Whether the description has a capability, of whatever kind.
  static func has(_ name: String) -> Bool { cn_has_capability(name) }

  /// What puts the terminal back behind ncurses.
  static func closing() -> String {
    ["sgr0", "rmkx", "cnorm", "rmcup"].map { String(decoding: capability($0) ?? [], as: UTF8.self) }.joined()
  }

  /// Every key terminfo knows that this program has a name for.
  static func keys() -> [(bytes: [UInt8], key: Key)] {
    named.compactMap { name, key in capability(name).map { (bytes: $0, key: key) } }
      + (1...63).compactMap { number in
        capability("kf\(number)").map { (bytes: $0, key: functionKey(number)) }
      }
  }

  private static let named: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
    ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
    ("kich1", Key(.insert)), ("kdch1", .delete), ("kent", .enter), ("kcbt", .backTab),
    ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)), ("kri", Key(.up, .shift)),
    ("kind", Key(.down, .shift)),
    ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)), ("kPRV", Key(.pageUp, .shift)),
    ("kNXT", Key(.pageDown, .shift)), ("kDC", Key(.delete, .shift)), ("kIC", Key(.insert, .shift)),
  ]

  /// xterm's description counts on with the modifiers: kf13 is F1 with Shift, kf25 with Control, and so on. Terminals
  /// that really have more keys send other bytes for them than these.
  private static func functionKey(_ number: Int) -> Key {
    let bytes = capability("kf\(number)") ?? []
    let isModified = bytes.contains(UInt8(ascii: ";"))
    guard isModified, number > 12 else { return .function(number) }
    let modifiers: [Key.Modifiers] = [[], .shift, .control, [.control, .shift], .alt, [.alt, .shift]]
    return Key(.function((number - 1) % 12 + 1), modifiers[min((number - 1) / 12, modifiers.count - 1)])
  }
}
