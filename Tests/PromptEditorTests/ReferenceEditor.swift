/// The plainest editor there can be: an array of clusters, cut anew after every change.
struct ReferenceEditor {
  private(set) var clusters: [Character]
  private(set) var caret: Int
  private(set) var anchor: Int
  private(set) var deleted = ""
  private(set) var cutText = ""
  /// The last change or move was a deletion of a word or line.
  private var isDeleting = false

  init(_ text: String) {
    clusters = Array(text)
    caret = clusters.count
    anchor = caret
  }

  var text: String { String(clusters) }
  var caretOffset: Int { bytes(to: caret) }
  var anchorOffset: Int { bytes(to: anchor) }

  private var selection: Range<Int> { min(caret, anchor)..<max(caret, anchor) }

  mutating func insert(_ text: String) { replace(selection, with: text) }

  mutating func deleteBackward() { delete(max(0, caret - 1)..<caret) }
  mutating func deleteForward() { delete(caret..<min(clusters.count, caret + 1)) }

  mutating func deleteToLineStart() {
    let start = lineStart(caret)
    keepAndDelete((start == caret ? max(0, caret - 1) : start)..<caret)
  }

  mutating func deleteToLineEnd() {
    let end = lineEnd(caret)
    keepAndDelete(caret..<(end == caret ? min(clusters.count, caret + 1) : end))
  }

  /// Words are not its business: it is told where they end, in bytes.
  mutating func deleteWord(backTo start: Int) { keepAndDelete(cluster(atOrAfter: start)..<caret) }
  mutating func deleteWord(onTo end: Int) { keepAndDelete(caret..<cluster(atOrAfter: end)) }

  mutating func bringBack() { if !deleted.isEmpty { insert(deleted) } }

  mutating func cut() {
    copy()
    if !selection.isEmpty { replace(selection, with: "") }
  }

  mutating func copy() { if !selection.isEmpty { cutText = String(clusters[selection]) } }

  mutating func insertCut() { if !cutText.isEmpty { insert(cutText) } }

  mutating func selectAll() {
    move(0, false)
    move(clusters.count, true)
  }

  mutating func dropSelection() { move(caret, false) }

  mutating func transpose() {
    let middle = caret == lineEnd(caret) ? caret - 1 : caret
    guard middle > lineStart(caret), middle < lineEnd(caret) else { return }
    replace(middle - 1..<middle + 1, with: String([clusters[middle], clusters[middle - 1]]))
  }

  mutating func moveLeft(extending: Bool) {
    move(!extending && caret != anchor ? selection.lowerBound : max(0, caret - 1), extending)
  }

  mutating func moveRight(extending: Bool) {
    move(!extending && caret != anchor ? selection.upperBound : min(clusters.count, caret + 1), extending)
  }

  mutating func moveParagraphUp(extending: Bool) { move(lineStart(max(0, caret - 1)), extending) }
  mutating func moveParagraphDown(extending: Bool) { move(lineEnd(min(clusters.count, caret + 1)), extending) }
  mutating func moveToTextStart(extending: Bool) { move(0, extending) }
  mutating func moveToTextEnd(extending: Bool) { move(clusters.count, extending) }

  /// Puts the caret where another editor has it.
  mutating func follow(caret: Int, anchor: Int) {
    self.caret = cluster(atOrAfter: caret)
    self.anchor = cluster(atOrAfter: anchor)
    isDeleting = false
  }

  /// Takes over a text that another editor went back or forth to.
  mutating func follow(_ text: String, caret: Int, anchor: Int) {
    clusters = Array(text)
    follow(caret: caret, anchor: anchor)
  }

  private mutating func move(_ index: Int, _ extending: Bool) {
    caret = index
    if !extending { anchor = index }
    isDeleting = false
  }

  private mutating func keepAndDelete(_ range: Range<Int>) {
    guard selection.isEmpty else { return delete(range) }
    guard !range.isEmpty else { return }
    let piece = String(clusters[range])
    deleted = isDeleting ? range.upperBound == caret ? piece + deleted : deleted + piece : piece
    delete(range)
    isDeleting = true
  }

  private mutating func delete(_ range: Range<Int>) {
    let range = selection.isEmpty ? range : selection
    if !range.isEmpty { replace(range, with: "") }
  }

  private mutating func replace(_ range: Range<Int>, with text: String) {
    if range.isEmpty, text.isEmpty { return }
    let offset = bytes(to: range.lowerBound) + text.utf8.count
    clusters = Array(String(clusters[..<range.lowerBound]) + text + String(clusters[range.upperBound...]))
    follow(caret: offset, anchor: offset)
  }

  private func lineStart(_ index: Int) -> Int {
    (clusters[..<index].lastIndex(of: "\n") ?? -1) + 1
  }

  private func lineEnd(_ index: Int) -> Int {
    clusters[index...].firstIndex(of: "\n") ?? clusters.count
  }

  private func bytes(to index: Int) -> Int { clusters[..<index].reduce(0) { $0 + $1.utf8.count } }

  private func cluster(atOrAfter offset: Int) -> Int {
    var index = 0
    var at = 0
    while at < offset {
      at += clusters[index].utf8.count
      index += 1
    }
    return index
  }
}
