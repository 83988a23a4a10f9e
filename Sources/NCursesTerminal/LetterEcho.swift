import CNCurses
import TerminalCanvas

/// Draws letters that are typed where the frame on the screen says that they will stand, before anything else is done about them.
/// The next frame finds them there, or takes back what was foreseen wrongly.
///
/// What stands on the screen can wait: all but the first of a number of letters are handed on together.
struct LetterEcho {
  /// Columns from the caret on that the next one may be drawn in; 0: the next frame has it.
  private var room = 0
  private var widths = DisplayWidth.standard
  /// A letter that comes later is the first of its kind: what else it changes is to be seen at once.
  private var restEnd: Int64 = 0
  private static let rest: Int64 = 500_000_000
  /// When the first one came that waits; nil: none does.
  private var since: Int64?
  private static let longestWait: Int64 = 600_000_000

  /// When letters that wait are to be handed on at the latest.
  var due: Int64? { since.map { $0 + Self.longestWait } }

  /// - Parameters:
  ///   - canvas: The frame on the screen.
  ///   - hasPictures: Pixels are on it, which drawing could damage.
  mutating func prepare(for canvas: Canvas, size: Size, hasPictures: Bool) {
    restEnd = cn_now() + Self.rest
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
  /// - Returns: Whether it can wait, until ``due``.
  mutating func draw(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let width = room > 0 ? PlainScalar.alone(in: bytes).map(widths.width) ?? 0 : 0
    guard width > 0, width <= room, cn_send_ahead(bytes.baseAddress, bytes.count, Int32(width)) else {
      room = 0
      return false
    }
    room -= width
    let now = cn_now()
    defer { restEnd = now + Self.rest }
    guard now < restEnd else { return false }
    since = since ?? now
    return true
  }

  /// Those that wait are handed on.
  ///
  /// - Returns: How long the first of them waited.
  mutating func handOn() -> Duration {
    defer { since = nil }
    return .nanoseconds(since.map { cn_now() - $0 } ?? 0)
  }
}
