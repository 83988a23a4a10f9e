import CNCurses
import TerminalCanvas

/// Hands out the colour pairs of ncurses as styles ask for them, in the colours this terminal has.
struct ColorPairs {
  /// What a style's colours are on this terminal.
  struct Choice: Equatable {
    var pair: Int32 = 0
    /// What the colours cannot say by themselves: CN_BOLD for a bright colour where there are only eight.
    var attributes: Int32 = 0
  }

  private struct Colors: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let count: Int
  private let hasDefault: Bool
  private var pairs: [Colors: Int32] = [:]
  private var choices: [Style: Choice] = [:]

  /// - Parameter count: 0, 8, 16 or 256 colours; others count as the next lower.
  init(count: Int, hasDefault: Bool) {
    self.count = count
    self.hasDefault = hasDefault
  }

  mutating func choice(for style: Style) -> Choice {
    guard count >= 8, style.foreground != .standard || style.background != .standard else { return Choice() }
    var key = style
    key.attributes = []
    if let known = choices[key] { return known }
    var choice = Choice()
    let foreground = index(style.foreground, orElse: 7, attributes: &choice.attributes)
    var ignored: Int32 = 0
    let background = index(style.background, orElse: 0, attributes: &ignored)
    choice.pair = pair(Colors(foreground: foreground, background: background))
    choices[key] = choice
    return choice
  }

  private mutating func pair(_ colors: Colors) -> Int32 {
    if let known = pairs[colors] { return known }
    let pair = Int32(pairs.count + 1)
    guard pair < cn_pair_count() else { return 0 }
    cn_define_pair(pair, colors.foreground, colors.background)
    pairs[colors] = pair
    return pair
  }

  private func index(_ color: Color, orElse fallback: Int32, attributes: inout Int32) -> Int32 {
    guard case .indexed(let index) = color else { return hasDefault ? -1 : fallback }
    if count >= 256 { return Int32(index) }
    let basic = Palette.nearestBasic(to: index)
    if count >= 16 || basic < 8 { return Int32(basic) }
    // Bright black on eight colours would be black on black.
    attributes = basic == 8 ? CN_DIM : CN_BOLD
    return basic == 8 ? (hasDefault ? -1 : fallback) : Int32(basic - 8)
  }
}

/// The 256 colours of xterm, of which a terminal with fewer shows the nearest.
enum Palette {
  private static let basic: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  static func nearestBasic(to index: UInt8) -> UInt8 {
    if index < 16 { return index }
    let wanted = components(of: index)
    var best: UInt8 = 0
    var least = Int.max
    for (candidate, color) in basic.enumerated() {
      let (red, green, blue) = (color.0 - wanted.0, color.1 - wanted.1, color.2 - wanted.2)
      let distance = red * red + green * green + blue * blue
      if distance < least { (best, least) = (UInt8(candidate), distance) }
    }
    return best
  }

  /// Red, green and blue from 0 to 255 of the colours 16 to 255: a cube of 6 x 6 x 6, then 24 greys.
  private static func components(of index: UInt8) -> (Int, Int, Int) {
    if index >= 232 {
      let grey = 8 + 10 * Int(index - 232)
      return (grey, grey, grey)
    }
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = Int(index) - 16
    return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
  }
}
