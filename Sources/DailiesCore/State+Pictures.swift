package import TerminalCanvas
package import VideosAPI

/// How pictures are shown, as the setting `pictures` says.
package enum PictureChoice: String, Hashable, Sendable, CaseIterable {
  /// By the best way that the terminal says it has.
  case auto
  /// As pixels, whatever the terminal says.
  case kitty, sixel
  /// Two pixels a cell, in every terminal.
  case blocks
  /// Not at all: their outline, and words.
  case off
}

extension Settings {
  package var pictureChoice: PictureChoice { PictureChoice(rawValue: pictures) ?? .auto }
}

extension State {
  /// How pixels are sent to this terminal; nil: pictures are half blocks.
  package var graphics: Graphics? {
    switch settings.pictureChoice {
    case .auto: pictureAbilities.best
    case .kitty: pictureAbilities.graphics(.kitty)
    case .sixel: pictureAbilities.graphics(.sixel)
    case .blocks, .off: nil
    }
  }

  /// Whether films are shown at all: the terminal has colours enough, or shows pixels. Without that they are told of in
  /// words.
  package var drawsPictures: Bool {
    settings.pictureChoice != .off && linear == nil && (hasColorsForPictures || graphics != nil)
  }

  /// The pixels that a place of so many cells shows of a picture: two in each cell, or those of the terminal.
  package func pixels(forCells area: Size) -> VideoSize {
    let cell = graphics?.cell
    return VideoSize(width: area.columns * (cell?.width ?? 1), height: area.rows * (cell?.height ?? 2))
  }

  /// The terminal said what it can do with pixels. What is seen now was drawn for half blocks.
  mutating func picturesFound(_ abilities: PictureAbilities) -> [Effect] {
    let drewPictures = drawsPictures
    pictureAbilities = abilities
    layOut()
    let effects: [Effect] = drawsPictures != drewPictures && list.lacksRows ? [.loadRows(list.query)] : []
    guard case .proof(let proof)? = layers.last else { return effects }
    return effects + drawProof(proof.image)
  }
}
