import CNCurses
import TerminalCanvas

/// Draws a letter that is typed where the frame on the screen says that it will stand, before anything else is done about it. The
/// next frame finds it there, or takes back what was foreseen wrongly.
struct LetterEcho {
  /// Columns from the caret on that it may be drawn in; 0: the next frame has it.
  private var room = 0
  private var widths = DisplayWidth.standard

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
    (room, widths) = (canvas.letterRoom, canvas.widths)
  }

  /// - Parameter bytes: What came from the keyboard, alone and between keys.
  mutating func draw(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard room > 0, let letter = PlainScalar.alone(in: bytes) else { return }
    let width = widths.width(of: letter)
    guard width > 0, width <= room else { return }
    room = 0
    cn_send_ahead(bytes.baseAddress, bytes.count, Int32(width))
  }
}
