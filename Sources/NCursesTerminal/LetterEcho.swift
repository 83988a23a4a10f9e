import CNCurses
import TerminalCanvas

/// Draws a letter that is typed where the frame on the screen says that it will stand, before anything else is done about it. The
/// next frame finds it there, or puts right what was foreseen wrongly.
struct LetterEcho {
  /// Columns from the caret on that it may be drawn in; 0: the next frame has it.
  private var room = 0

  /// - Parameters:
  ///   - canvas: The frame on the screen.
  ///   - hasPictures: Pixels are on it, which drawing could damage.
  mutating func prepare(for canvas: Canvas, size: Size, hasPictures: Bool) {
    // Nor is anything risked where cells were drawn beside ncurses.
    guard canvas.letterRoom > 0, canvas.size == size, !hasPictures, !canvas.hasPaintedCells, let caret = canvas.caret,
      canvas.isCertain(row: caret.row)
    else {
      room = 0
      return
    }
    room = canvas.letterRoom
  }

  /// - Parameter shown: The frame on the screen; the letter is in it afterwards.
  mutating func draw(_ letter: Unicode.Scalar, on shown: inout Canvas?, colors: inout ColorPairs) {
    guard room > 0, let caret = shown?.caret, let width = shown?.widths.width(of: letter), width > 0, width <= room
    else { return }
    room = 0
    let choice = colors.choice(for: .plain)
    cn_put(Int32(caret.row), Int32(caret.column), [letter.value], [1], 1, choice.attributes, choice.pair)
    cn_show(Int32(caret.row), Int32(caret.column + width))
    cn_send()
    shown?.take(letter, width: width)
  }
}
