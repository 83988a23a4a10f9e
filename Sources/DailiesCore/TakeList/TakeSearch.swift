/// Looks for the next take of a list that holds some words.
package struct TakeSearch: Hashable, Sendable {
  /// Where to look; its own search is left aside.
  package var scope: TakeScope
  package var words: String
  /// Nil: from the end of the list.
  package var start: Take.Number?
  package var isBackward: Bool

  package init(_ words: String, in scope: TakeScope, from start: Take.Number?, isBackward: Bool = false) {
    self.words = words
    self.scope = scope
    self.start = start
    self.isBackward = isBackward
  }
}
