/// What stands in one cell, or in one cell and its continuation: one base with at most four zero-width marks, or a
/// cluster that the terminal draws as one.
package struct Glyph: Hashable, Sendable {
  let held: CellText
  /// Columns: 1 or 2.
  package let width: UInt8

  package var text: String { held.string }
}

/// How many columns a terminal gives to text. One value serves the layout, the canvas and ncurses, so that all three
/// agree on where the caret is.
///
/// Widths are those of single code points, as xterm and tmux count (the classes of wcwidth, Unicode 16). A cluster
/// that does not fit one cell (joined families, flags, skin tones, more than four marks) is laid out as its code
/// points side by side, with the sum of their widths, unless the terminal is known to draw it as one
/// (``WidthMeasurement``).
package struct DisplayWidth: Hashable, Sendable {
  /// Whether East Asian ambiguous characters (`…`, `±`, `α`) take two columns here.
  package var ambiguousIsWide: Bool
  /// The same of lines and blocks (U+2500 to U+259F), which some terminals keep narrow beside wide letters.
  package var linesAreWide: Bool
  /// What this terminal draws as one.
  package var clusters: ClusterHabits

  package init(ambiguousIsWide: Bool = false, linesAreWide: Bool? = nil, clusters: ClusterHabits = []) {
    self.ambiguousIsWide = ambiguousIsWide
    self.linesAreWide = linesAreWide ?? ambiguousIsWide
    self.clusters = clusters
  }

  package static let standard = DisplayWidth()

  /// The most zero-width marks a cell of ncurses holds beside its base (`CCHARW_MAX` is 5).
  package static let marksPerCell = 4

  /// The columns of one code point as it would be written: 0, 1 or 2. Control characters count 1, the width of the
  /// mark that stands for them.
  package func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0xA1: return 1
    case 0x2500...0x259F:
      return WidthClass(of: scalar) == .ambiguous && linesAreWide ? 2 : 1
    case 0x1F1E6...0x1F1FF: return clusters.contains(.wideIndicators) ? 2 : 1
    case 0x1FA80...0x1FAFF where clusters.contains(.narrowNewEmoji) && ClusterHabits.newEmoji.contains(scalar.value):
      return 1
    default: return columns(of: WidthClass(of: scalar))
    }
  }

  /// The columns of one cluster, marks of ``PrintableText`` included.
  package func width(of character: Character) -> Int {
    if let width = widthOfPlain(character) { return width }
    var total = 0
    forEachGlyph(of: character) { _, width in total += width }
    return total
  }

  /// The columns of a line of text, marks of ``PrintableText`` included.
  package func width(of text: some StringProtocol) -> Int {
    if PrintableText.isPlainASCII(text.utf8) { return text.utf8.count }
    var total = 0
    forEachGlyph(of: text) { glyph in
      total += Int(glyph.width)
      return true
    }
    return total
  }

  /// The line of text in glyphs, cleaned by ``PrintableText``; nothing is left out.
  package func glyphs(of text: some StringProtocol) -> [Glyph] {
    var glyphs: [Glyph] = []
    forEachGlyph(of: text) { glyph in
      glyphs.append(glyph)
      return true
    }
    return glyphs
  }

  /// Gives `body` the glyphs of a line of text one by one, until it returns false.
  func forEachGlyph(of text: some StringProtocol, _ body: (Glyph) -> Bool) {
    let scalars = text.unicodeScalars
    var at = text.startIndex
    while at < text.endIndex {
      let scalar = scalars[at]
      let next = scalars.index(after: at)
      // Where clusters end need not be asked between letters that never join.
      if Self.standsAlone(scalar), next == text.endIndex || Self.standsAlone(scalars[next]) {
        guard body(Glyph(held: CellText(scalar), width: UInt8(width(of: scalar)))) else { return }
        at = next
        continue
      }
      var goesOn = true
      forEachGlyph(of: text[at]) { scalars, width in
        goesOn = goesOn && body(Glyph(held: CellText(String(scalars)), width: UInt8(width)))
      }
      guard goesOn else { return }
      text.formIndex(after: &at)
    }
  }

  /// Whether a code point, beside another such, is a cluster by itself (``PlainScalar``) that is shown as it is.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case let value: PlainScalar.isPlain(beyondASCII: value)
    }
  }

  /// Cuts one cluster, cleaned, into what fits a cell. A mark without a base stands on a dotted circle.
  private func forEachGlyph(of character: Character, _ body: (String.UnicodeScalarView, Int) -> Void) {
    if let width = widthOfPlain(character) { return body(character.unicodeScalars, width) }
    if let width = widthAsOne(character) { return body(character.unicodeScalars, width) }
    var glyph = String.UnicodeScalarView()
    var glyphWidth = 0
    var marks = 0
    for scalar in PrintableText.clean(String(character)).unicodeScalars {
      let width = width(of: scalar)
      if width == 0, marks < Self.marksPerCell, !glyph.isEmpty {
        glyph.append(scalar)
        marks += 1
        continue
      }
      if !glyph.isEmpty { body(glyph, glyphWidth) }
      glyph.removeAll()
      if width == 0 { glyph.append(PrintableText.dottedCircle) }
      glyph.append(scalar)
      glyphWidth = max(1, width)
      marks = width == 0 ? 1 : 0
    }
    if !glyph.isEmpty { body(glyph, glyphWidth) }
  }

  /// The columns of a cluster that is one code point, shown as it is; nil for all others.
  private func widthOfPlain(_ character: Character) -> Int? {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    guard scalars.index(after: scalars.startIndex) == scalars.endIndex, !PrintableText.isMarked(first) else {
      return nil
    }
    let width = width(of: first)
    return width > 0 ? width : nil
  }

  /// The columns of a cluster that this terminal draws as one; nil for all others, for what is shown as a mark, and for what
  /// no cell holds.
  private func widthAsOne(_ character: Character) -> Int? {
    guard !clusters.isEmpty, character.utf8.count <= CellText.capacity,
      let kind = ClusterKind(character.unicodeScalars), clusters.contains(kind.habit),
      character.unicodeScalars.elementsEqual(PrintableText.clean(String(character)).unicodeScalars)
    else { return nil }
    switch kind {
    case .textSelector: return 1
    case .conjunct: return min(2, max(1, character.unicodeScalars.reduce(0) { $0 + width(of: $1) }))
    default: return 2
    }
  }

  private func columns(of kind: WidthClass) -> Int {
    switch kind {
    case .narrow: 1
    case .zero: 0
    case .wide: 2
    case .ambiguous: ambiguousIsWide ? 2 : 1
    }
  }
}

/// The width class of a code point; the raw values are those of ``WidthTable``.
enum WidthClass: UInt32 {
  case narrow, zero, wide, ambiguous

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0xA1: self = .narrow
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .wide
    default:
      let wanted = scalar.value << 2 | 3
      var low = 0
      var high = WidthTable.steps.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if WidthTable.steps[middle] <= wanted { low = middle } else { high = middle }
      }
      self = WidthClass(rawValue: WidthTable.steps[low] & 3) ?? .narrow
    }
  }
}
