/// One key press with its modifiers, as the terminal reported it.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// A typed character; letters with control or alt are lower case.
    case character(Character)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F63.
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A character that is typed, not one that is a command by its modifiers.
  package var isPlainCharacter: Bool {
    if case .character = code { modifiers.isSubset(of: .shift) } else { false }
  }

  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  package static func control(_ character: Character) -> Key { Key(.character(character), .control) }
  package static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
  package static func function(_ number: Int) -> Key { Key(.function(number)) }
  package static let enter = Key(.enter)
  package static let tab = Key(.tab)
  package static let backTab = Key(.tab, .shift)
  package static let escape = Key(.escape)
  package static let backspace = Key(.backspace)
  package static let delete = Key(.delete)
  package static let up = Key(.up)
  package static let down = Key(.down)
  package static let left = Key(.left)
  package static let right = Key(.right)
  package static let home = Key(.home)
  package static let end = Key(.end)
  package static let pageUp = Key(.pageUp)
  package static let pageDown = Key(.pageDown)
}

/// A mouse report (SGR, 1006), by button events (1002).
package struct Mouse: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press, release, wheelUp, wheelDown
    /// Moved with the left button held.
    case drag
  }

  package var kind: Kind
  package var at: Point
  package var modifiers: Key.Modifiers
  /// What the frame has there, as it was marked on its canvas; the terminal does not know.
  package var spot: Int?

  package init(_ kind: Kind, at: Point, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.at = at
    self.modifiers = modifiers
  }
}

/// What the terminal answered to a question of ours.
package enum TerminalAnswer: Hashable, Sendable {
  /// A cursor position report (CPR).
  case cursor(Point)
  /// The flags of the kitty keyboard protocol: it is spoken.
  case kittyKeyboard(flags: Int)
  /// Primary device attributes (DA1).
  case deviceAttributes([Int])
  /// What the terminal calls itself, with its version (XTVERSION).
  case name(String)
  /// What came of a question of the kitty graphics protocol.
  case kittyGraphics(id: Int, isTaken: Bool)
  /// The size of a cell in pixels (XTWINOPS 16).
  case cellSize(width: Int, height: Int)
  /// How many colours are kept for sixel (XTSMGRAPHICS).
  case colorRegisters(Int)
  /// The background colour (OSC 11), each part from 0 to 1.
  case background(red: Double, green: Double, blue: Double)
}

/// One thing that came in from the terminal.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste, whole; line ends are "\n". Always text, never commands.
  case paste(String)
  case mouse(Mouse)
  case focus(Bool)
  case answer(TerminalAnswer)
}
