import CNCurses
import TerminalCanvas

/// Draws letters that are typed where the frame on the screen says that they will stand, before anything else is done about them.
/// The next frame finds them there, or takes back what was foreseen wrongly.
///
/// What stands on the screen can wait: all but the first of a burst of letters are handed on together.
struct LetterEcho {
  /// Columns from the caret on that the next one may be drawn in; 0: the next frame has it.
  private var room = 0
  private var widths = DisplayWidth.standard
  /// When the burst of letters is over, in the nanoseconds of `cn_now`: of the next one, what else it changes is to be seen at once.
  private var burstEnd: Int64 = 0
  private static let pause: Int64 = 500_000_000

  /// - Parameters:
  ///   - canvas: The frame on the screen.
  ///   - hasPictures: Pixels are on it, which drawing could damage.
  mutating func prepare(for canvas: Canvas, size: Size, hasPictures: Bool) {
    // Nothing is risked where cells were drawn beside ncurses.
    guard canvas.letterRoom > 0, canvas.size == size, !hasPictures, !canvas.hasPaintedCells, let caret = canvas.caret,
      canvas.isCertain(row: caret.row)
    else {
      room = 0
      return
    }
    (room, widths) = (canvas.letterRoom, canvas.widths)
  }

  /// - Parameter bytes: What came from the keyboard, alone and between keys.
  /// - Returns: Whether it is on the screen and may wait for others.
  mutating func draw(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let letter = PlainScalar.alone(in: bytes) else {
      room = 0
      return false
    }
    let now = cn_now()
    defer { burstEnd = now + Self.pause }
    let width = widths.width(of: letter)
    guard width > 0, width <= room, cn_send_ahead(bytes.baseAddress, bytes.count, Int32(width)) else {
      room = 0
      return false
    }
    room -= width
    return now < burstEnd
  }
}
