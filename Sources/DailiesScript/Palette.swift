import TerminalCanvas

/// The colours of pictures: those of a terminal with a dark background.
enum Palette {
  static let background = "#14171c"
  static let foreground = "#d5d9e0"

  /// The sixteen that a terminal chooses itself.
  private static let own = [
    "#20242b", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#abb2bf",
    "#7f8794", "#ff7a85", "#b5e08f", "#ffd68a", "#7cc4ff", "#dc8ef0", "#6fd3df", "#ffffff",
  ]

  /// The fixed part of the 256 is a cube of six steps a side, then greys.
  ///
  /// Source: xterm, 256colres.h.
  static func color(_ index: UInt8) -> String {
    let index = Int(index)
    if index < own.count { return own[index] }
    if index >= 232 { return hex([8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10]) }
    let place = index - 16
    return hex([place / 36, place / 6 % 6, place % 6].map { $0 == 0 ? 0 : 55 + $0 * 40 })
  }

  /// Nil: the terminal's own.
  private static func color(_ color: Color) -> String? {
    switch color {
    case .standard: nil
    case .indexed(let index), .exact(let index): self.color(index)
    case .rgb(let red, let green, let blue): hex([Int(red), Int(green), Int(blue)])
    }
  }

  private static func hex(_ parts: [Int]) -> String {
    "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Foreground and background as they are drawn; the background is nil where it is the screen's own.
  static func colors(of style: Style) -> (foreground: String, background: String?) {
    let foreground = color(style.foreground) ?? foreground
    let ground = color(style.background)
    guard style.attributes.contains(.reverse) else { return (foreground, ground) }
    return (ground ?? background, foreground)
  }
}
