import TerminalCanvas

/// What the terminal said so far of showing pixels, and what it is to be asked next.
struct PictureInquiry {
  struct News: Equatable {
    /// What is to be told, once it is another thing than was told before.
    var found: PictureAbilities?
    /// What is to be asked now. The answer comes when it likes, or never.
    var question: String?
  }

  private(set) var told = PictureAbilities()
  private var abilities = PictureAbilities()
  /// The size of a cell, as the terminal answered since it was asked last.
  private var cell: CellPixels?
  /// The terminal around tmux was asked: its answer comes behind those of tmux.
  private var isAskingAround = false
  private var knowsPlaceholders = true

  mutating func forgetCell() { cell = nil }

  /// - Parameter driverCell: For terminals that do not say how large a cell is: those at the other end of a connection often
  ///   tell the driver.
  mutating func receive(_ answer: TerminalAnswer, driverCell: () -> CellPixels?) -> News {
    switch answer {
    case .name(let name): abilities.isTmux = name.hasPrefix("tmux")
    case .kittyGraphics(KittyGraphics.placeholderQuestionID, let isTaken): knowsPlaceholders = !isTaken
    case .kittyGraphics(KittyGraphics.questionID, let isTaken):
      abilities.takesKitty = isTaken && knowsPlaceholders
      return isAskingAround ? News(found: tell()) : News()
    case .cellSize(let width, let height): cell = CellPixels(width: width, height: height)
    case .colorRegisters(let count):
      abilities.colors = count
      return News(found: abilities.takesSixel ? tell() : nil)
    case .deviceAttributes(let attributes):
      // The first one is the class of the terminal.
      abilities.takesSixel = attributes.dropFirst().contains(4)
      abilities.cell = cell ?? driverCell()
      guard abilities.isTmux, !isAskingAround else {
        let asksColors = abilities.takesSixel && abilities.colors == nil
        return News(found: tell(), question: asksColors ? TerminalModes.colorQuestion : nil)
      }
      isAskingAround = true
      let question = KittyGraphics.placeholderQuestion + KittyGraphics.question
      return News(found: tell(), question: TmuxPassthrough.wrapped(question))
    default: break
    }
    return News()
  }

  private mutating func tell() -> PictureAbilities? {
    guard abilities != told else { return nil }
    told = abilities
    return abilities
  }
}
