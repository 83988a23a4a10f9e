/// What a list wants to read from the store.
package struct TakeQuery: Hashable, Sendable {
  package var scope: TakeScope
  /// Rows wanted, counted from the first of all that belong to the scope.
  package var range: Range<Int>
  /// Takes with the rows at which the list has them. The first one that is there holds the range: where it has moved out
  /// of it, the range has moved as far. None is: the range is taken as it is.
  package var anchors: [Anchor]

  package struct Anchor: Hashable, Sendable {
    package var number: Take.Number
    package var index: Int

    package init(_ number: Take.Number, at index: Int) {
      self.number = number
      self.index = index
    }
  }

  package init(_ scope: TakeScope, range: Range<Int>, anchors: [Anchor] = []) {
    self.scope = scope
    self.range = range
    self.anchors = anchors
  }

  package init(view: TakeView = .all, search: String = "", range: Range<Int> = 0..<0) {
    self.init(TakeScope(view: view, search: search), range: range)
  }

  package var view: TakeView { scope.view }
  package var search: String { scope.search }
}
