import TerminalCanvas

/// What a piece of the screen means; a theme says how that looks. The accent marks one thing: where the person is.
enum Role: Hashable, Sendable, CaseIterable {
  case text, dim, accent, good, attention, bad, work
}

/// What a piece of the screen stands on.
enum Ground: Hashable, Sendable, CaseIterable {
  case screen
  /// The selected row of a list that takes the keys.
  case selection
  /// The title line and the footer.
  case bar
}

/// How roles look, and which characters draw lines. The terminal's own foreground and background stay wherever the
/// theme has nothing to say.
package struct Theme: Hashable, Sendable {
  package enum Palette: Hashable, Sendable, CaseIterable {
    /// The fixed part of the 256-colour palette.
    case colors256
    /// The terminal's own sixteen colours.
    case colors16
    /// The first eight of them; what should be grey is faint.
    case colors8
    /// Bold and reverse only: for `NO_COLOR` and terminals without colour.
    case mono
  }

  package enum Background: Hashable, Sendable {
    case dark, light
  }

  package enum Lines: Hashable, Sendable {
    case thin
    /// `+-|` and `#.`: where the thin lines are missing, or would be two columns wide.
    case ascii
    /// No lines at all, and bars without a length: for ears.
    case none
  }

  package var palette: Palette
  /// Matters to `.colors256` alone: its colours have darker twins for a light background.
  package var background: Background
  package var lines: Lines
  /// Pictures in half blocks have the colours of their pixels; matters to `.colors256` alone.
  package var hasTrueColor = false
  /// False: pictures are their outlines.
  package var showsPictures = true

  package init(_ palette: Palette, background: Background = .dark, lines: Lines = .thin) {
    self.palette = palette
    self.background = background
    self.lines = lines
  }

  package static let colors256 = Theme(.colors256)
  package static let colors16 = Theme(.colors16)
  package static let mono = Theme(.mono)

  /// The theme for a terminal of `colorCount` colours, when none was asked for.
  ///
  /// - Parameter isColorless: Colour is not wanted (`NO_COLOR`).
  package static func standard(colorCount: Int, isColorless: Bool) -> Theme {
    if isColorless || colorCount < 8 { return .mono }
    return Theme(colorCount < 16 ? .colors8 : .colors16)
  }

  func style(_ role: Role, on ground: Ground = .screen) -> Style {
    switch palette {
    case .colors256: fixedColors(role, on: ground)
    case .colors16, .colors8: ownColors(role, on: ground)
    case .mono: plain(role, on: ground)
    }
  }

  /// The selected part of a text that is written.
  var selectedText: Style { Style(.reverse) }

  private func fixedColors(_ role: Role, on ground: Ground) -> Style {
    let isDark = background == .dark
    let foreground: Color =
      switch role {
      case .text: .standard
      case .dim: .indexed(isDark ? 245 : 242)
      case .accent: .indexed(isDark ? 80 : 30)
      case .good: .indexed(isDark ? 114 : 28)
      case .attention: .indexed(isDark ? 221 : 130)
      case .bad: .indexed(isDark ? 203 : 160)
      case .work: .indexed(isDark ? 75 : 26)
      }
    switch ground {
    case .screen: return Style(foreground: foreground)
    case .selection: return Style(foreground: foreground, background: .indexed(isDark ? 237 : 253), .bold)
    case .bar: return Style(foreground: foreground, background: .indexed(isDark ? 235 : 254))
    }
  }

  private func ownColors(_ role: Role, on ground: Ground) -> Style {
    let foreground: Color =
      switch role {
      case .text: .standard
      case .dim: palette == .colors8 ? .standard : .indexed(8)
      case .accent: .indexed(6)
      case .good: .indexed(2)
      case .attention: .indexed(3)
      case .bad: .indexed(1)
      case .work: .indexed(4)
      }
    switch ground {
    case .screen: return Style(foreground: foreground, palette == .colors8 && role == .dim ? .dim : [])
    case .selection: return Style(.reverse)
    case .bar: return Style(foreground: role == .dim ? .standard : foreground, .reverse)
    }
  }

  private func plain(_ role: Role, on ground: Ground) -> Style {
    let isStrong = [.accent, .attention, .bad].contains(role)
    let attributes: Style.Attributes = isStrong ? .bold : []
    return Style(ground == .screen ? attributes : attributes.union(.reverse))
  }
}

extension Theme {
  var horizontal: String { pick("─", "-", " ") }
  /// Signs of a column that is sorted by, in its own direction and the other way round.
  var descending: String { pick("▼", "v", "v") }
  var ascending: String { pick("▲", "^", "^") }
  var vertical: String { pick("│", "|", " ") }
  /// The corners from the top left, clockwise.
  var corners: [String] {
    switch lines {
    case .thin: ["┌", "┐", "┘", "└"]
    case .ascii: ["+", "+", "+", "+"]
    case .none: [" ", " ", " ", " "]
    }
  }
  var barDone: String { pick("█", "#", " ") }
  var barLeft: String { pick("░", ".", " ") }
  /// Stands behind the number of a marked take.
  var mark: String { pick("✓", "x", "x") }
  /// Stands for one character of a key that is not shown.
  var bullet: String { pick("•", "*", "*") }

  private func pick(_ thin: String, _ ascii: String, _ none: String) -> String {
    switch lines {
    case .thin: thin
    case .ascii: ascii
    case .none: none
    }
  }
}
