/// A colour of the terminal: its own default, or an index into its palette (0-15 the terminal's own, 16-255 fixed).
package enum Color: Hashable, Sendable {
  case standard
  case indexed(UInt8)
  /// An index that is sent as it is, however many colours the terminal is said to have.
  case exact(UInt8)
  case rgb(UInt8, UInt8, UInt8)

  /// Whether it is none of the colours that ncurses knows of.
  var isBesideNCurses: Bool {
    switch self {
    case .standard, .indexed: false
    case .exact, .rgb: true
    }
  }
}

/// How a cell is drawn.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(foreground: Color = .standard, background: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own text.
  package static let plain = Style()

  package func adding(_ more: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(more)
    return style
  }
}

extension Style {
  /// Whether it has colours that ncurses cannot write.
  package var isPainted: Bool { foreground.isBesideNCurses || background.isBesideNCurses }
}

extension Style.Attributes {
  /// Source: ECMA-48, SGR.
  package var codes: [String] {
    [(Self.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")].filter { contains($0.0) }.map(\.1)
  }
}

extension Color {
  /// - Parameter base: 30 in front, 40 behind.
  /// - Source: xterm, "Control Sequences", SGR 38 and 48.
  package func code(from base: Int) -> String {
    switch self {
    case .standard: "\(base + 9)"
    case .indexed(let index), .exact(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
