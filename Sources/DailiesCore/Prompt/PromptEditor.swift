package import TerminalCanvas

/// The text of a prompt while it is written: caret, selection, undo steps and soft-wrapped lines, as one value.
///
/// Offsets count UTF-8 bytes of the whole text and lie between grapheme clusters; paragraphs are parted by "\n", the
/// only line end there is ("\r\n" and "\r" become "\n" on their way in). Every other character is kept as it came;
/// marks for control characters are the screen's business. A key costs one `memmove` of the text and the wrapping of
/// a few lines, however long the text or its paragraphs are.
package struct PromptEditor: Equatable, Sendable {
  /// On which side of a soft wrap the caret is drawn.
  enum Affinity: Sendable {
    case lineStart, lineEnd
  }

  /// What the last key was about, where that matters to the next one.
  enum Streak: Equatable, Sendable {
    case none
    /// What is deleted next joins what was deleted.
    case deleting
    /// The column that moves up and down return to.
    case vertical(goal: Int)
  }

  var content: ClusteredText
  var lines: LineTable
  var affinity = Affinity.lineStart
  var streak = Streak.none
  package internal(set) var selection = TextSelection(0)
  package internal(set) var history = EditHistory()
  /// What ``bringBack()`` inserts.
  package internal(set) var deleted = ""
  /// What ``insertCut()`` inserts.
  package internal(set) var cutText = ""
  /// Counts the changes of the text, so that "was it changed" needs no comparison.
  package internal(set) var revision = 0
  /// The first screen line that is shown.
  package internal(set) var scrollTop = 0
  /// When the input at hand came, set by the host before it applies it. Only pauses matter: they part undo steps.
  package var now = Timestamp(milliseconds: 0)

  package init(_ text: String = "", columns: Int = 80, widths: DisplayWidth = .standard) {
    content = ClusteredText(Self.withPlainLineEnds(text))
    lines = LineTable(of: content, columns: max(1, columns), widths: widths)
    selection = TextSelection(content.byteCount)
  }

  package var text: String { content.string }
  package var isEmpty: Bool { content.byteCount == 0 }
  /// Grapheme clusters, line ends included; costs nothing.
  package var characterCount: Int { content.clusterCount }
  package var caret: Int { selection.caret }

  package var selectedText: String? {
    selection.isEmpty ? nil : String(content.slice(selection.range))
  }

  /// Replaces the whole text, as one undo step; the caret goes to its end.
  package mutating func setText(_ text: String) {
    edit(0..<content.byteCount, with: Self.withPlainLineEnds(text), as: .whole)
  }

  /// Lets the next edit begin a new undo step.
  package mutating func breakUndoGroup() { history.close() }

  /// Replaces a part of the text, puts the caret after it and records the step. Where the new text grew together
  /// with what follows, the caret stands after the cluster.
  mutating func edit(_ range: Range<Int>, with new: String, as kind: EditHistory.Kind) {
    guard !range.isEmpty || !new.isEmpty else { return }
    let before = selection
    let edit = EditHistory.Edit(offset: range.lowerBound, removed: String(content.slice(range)), inserted: new)
    replace(range, with: new)
    putCaret(content.boundary(atOrAfter: range.lowerBound + new.utf8.count))
    history.record(edit, as: kind, before: before, after: selection, at: now)
  }

  /// Changes text and lines; caret and history are the caller's.
  mutating func replace(_ range: Range<Int>, with new: String) {
    let start = content.replace(range, with: new)
    lines.rewrap(content, from: start, oldEnd: range.upperBound)
    revision += 1
  }

  /// Moves the caret without ending an undo step.
  mutating func putCaret(_ offset: Int, affinity: Affinity = .lineStart, extending: Bool = false) {
    selection = TextSelection(anchor: extending ? selection.anchor : offset, caret: offset)
    self.affinity = affinity
    streak = .none
  }

  static func withPlainLineEnds(_ text: String) -> String {
    let mayHoldReturns = text.utf8.withContiguousStorageIfAvailable { $0.holds(0x0D) } ?? true
    guard mayHoldReturns else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte != 0x0A || last != 0x0D { bytes.append(byte == 0x0D ? 0x0A : byte) }
      last = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
