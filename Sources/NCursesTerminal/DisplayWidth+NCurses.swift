import CNCurses
import TerminalCanvas

extension DisplayWidth {
  /// Lets ncurses count as the canvas does.
  static func countInNCurses() {
    cn_use_widths { codePoint, ambiguousIsWide, linesAreWide in
      let widths = DisplayWidth(ambiguousIsWide: ambiguousIsWide, linesAreWide: linesAreWide)
      return Int32(Unicode.Scalar(codePoint).map { widths.width(of: $0) } ?? 1)
    }
    cn_change_widths(false, false)
  }
}
