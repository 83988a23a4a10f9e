import DailiesCore

/// What the drawer shows of a draft's words.
struct DraftFacts: Equatable {
  /// Its first characters on one line, without blanks before them.
  var head: String
  var characters: Int
  /// Nothing was ever written in it that undo could bring back.
  var isBlank: Bool

  private static let headLength = 120

  init(_ record: DraftRecord) {
    let text = record.prompt.text
    head = String(text.drop(while: \.isWhitespace).prefix(Self.headLength))
    // Seldom has it anything that a line cannot hold: looking costs less than a new text.
    if head.unicodeScalars.contains(where: Self.isControl) {
      head = String(head.map { $0.isNewline || $0 == "\0" ? " " : $0 })
    }
    characters = record.prompt.characterCount
    isBlank = text.isEmpty && !record.prompt.history.canUndo && !record.prompt.history.canRedo
  }

  /// Whether it may be a line end or NUL.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }
}
