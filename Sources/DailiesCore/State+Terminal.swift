import TerminalCanvas

extension State {
  /// Asks the terminal again how wide it draws what: it may have another font, or be another one.
  mutating func askForWidths() -> [Effect] {
    isMeasuring = true
    note(Note(Strings.measuring))
    return [.measureTerminal]
  }

  /// Lays everything out as the terminal draws it.
  mutating func measured(_ measurement: WidthMeasurement) -> [Effect] {
    if isMeasuring { note(Note(measurement.widths == widths ? Strings.measuredSame : Strings.measured)) }
    isMeasuring = false
    if measurement.widths != widths {
      widths = measurement.widths
      layOut()
    }
    return [.keepWidths(measurement)]
  }

  /// Whether dark text reads better than light text on a colour; its parts are from 0 to 1.
  ///
  /// - Source: ITU-R BT.709 for the weights of the parts.
  static func isLight(_ red: Double, _ green: Double, _ blue: Double) -> Bool {
    0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5
  }
}
