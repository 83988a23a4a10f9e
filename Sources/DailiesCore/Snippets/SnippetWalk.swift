/// The slots of a snippet that was inserted, while Tab walks them. Offsets count UTF-8 bytes of the whole prompt.
package struct SnippetWalk: Equatable, Sendable {
  /// The slots as they are now, and last the place behind the snippet.
  private(set) var stops: [Range<Int>]
  private(set) var current = 0
  /// The whole text as it was when the stops were last right, in bytes.
  private(set) var byteCount: Int

  /// - Parameters:
  ///   - start: Where the snippet begins.
  ///   - byteCount: Of the whole text, the snippet in it.
  /// - Returns: nil when there is no slot to walk.
  init?(_ text: SnippetText, at start: Int, byteCount: Int) {
    guard !text.slots.isEmpty else { return nil }
    let end = start + text.plain.utf8.count
    stops = text.slots.map { $0.range.lowerBound + start..<$0.range.upperBound + start }
    if stops.last?.upperBound != end || text.slots.last?.range.isEmpty == false { stops.append(end..<end) }
    self.byteCount = byteCount
  }

  var stop: Range<Int> { stops[current] }

  /// Goes to the next stop, or the one before; false when there is none.
  mutating func move(by step: Int) -> Bool {
    guard stops.indices.contains(current + step) else { return false }
    current += step
    return true
  }

  /// Follows a change of the text; false when it was not made in the current slot: the walk is over then.
  ///
  /// - Parameter caret: Where it left the caret.
  mutating func follow(byteCount now: Int, caret: Int) -> Bool {
    let grown = now - byteCount
    byteCount = now
    let old = stop
    guard old.upperBound + grown >= old.lowerBound, (old.lowerBound...old.upperBound + grown).contains(caret) else {
      return false
    }
    stops[current] = old.lowerBound..<old.upperBound + grown
    for index in stops.indices where index != current && stops[index].lowerBound >= old.upperBound {
      stops[index] = stops[index].lowerBound + grown..<stops[index].upperBound + grown
    }
    return true
  }
}
