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
    head = String(
      text.drop(while: \.isWhitespace).prefix(Self.headLength).map { $0.isNewline || $0 == "\0" ? " " : $0 })
    characters = record.prompt.characterCount
    isBlank = text.isEmpty && !record.prompt.history.canUndo && !record.prompt.history.canRedo
  }
}
