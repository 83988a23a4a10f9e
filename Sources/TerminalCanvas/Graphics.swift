/// How a terminal is sent pixels.
package struct Graphics: Hashable, Sendable {
  package enum Way: String, Hashable, Sendable {
    /// The graphics protocol of kitty.
    case kitty
    case sixel
    /// That of kitty through tmux: the pixels are handed through to the terminal around it, and text stands for them
    /// (``KittyPlaceholder``).
    case placeholders
  }

  package var way: Way
  /// The size of a cell.
  package var cell: CellPixels
  /// How many colours a sixel picture may have.
  package var colors: Int

  package init(_ way: Way, cell: CellPixels, colors: Int = 256) {
    self.way = way
    self.cell = cell
    self.colors = colors
  }
}

/// The size of a cell, in pixels of the terminal.
package struct CellPixels: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// Nil for what cannot be the size of a cell.
  package init?(width: Int, height: Int) {
    guard (1...256).contains(width), (1...256).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  private init(standard width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }

  /// That of the VT340, for a terminal that does not say.
  package static let standard = CellPixels(standard: 10, 20)
}

/// What a terminal said of showing pixels.
package struct PictureAbilities: Hashable, Sendable {
  /// It took the question of the kitty graphics protocol; in tmux, the terminal around that.
  package var takesKitty = false
  /// Sixel is among its device attributes (4).
  package var takesSixel = false
  /// It says that it is tmux.
  package var isTmux = false
  package var cell: CellPixels?
  /// The colours that it keeps for sixel; nil: it did not say.
  package var colors: Int?

  package init() {}

  /// The better way of those it takes. Nothing stretches a sixel picture: it is drawn only where the size of a cell is
  /// known.
  package var best: Graphics? {
    if takesKitty { return graphics(.kitty) }
    return takesSixel && cell != nil ? graphics(.sixel) : nil
  }

  /// A way, whether the terminal said that it takes it or not; kitty's in tmux by placeholders.
  package func graphics(_ way: Graphics.Way) -> Graphics {
    Graphics(
      way == .kitty && isTmux ? .placeholders : way, cell: cell ?? .standard, colors: min(256, max(2, colors ?? 256)))
  }
}
