/// Two takes beside each other.
package struct CompareScreen: Equatable, Sendable {
  /// Columns of a terminal from which both stand beside each other, and those between them.
  package static let roomForTwo = 80
  package static let gap = 2

  package enum Side: Hashable, Sendable, CaseIterable {
    case left, right

    package var other: Side { self == .left ? .right : .left }
  }

  package private(set) var left: Take
  package private(set) var right: Take
  /// The one that verdicts and the player are for.
  package var side = Side.right
  /// The prompts are told by their differences; else each as it is.
  package var showsDifference = true
  package var scroll = ScrollPosition()
  /// Of both films.
  package var second = 0.0
  /// From the left prompt to the right one.
  package let difference: TextDifference

  /// The older one stands at the left.
  package init(_ a: Take, _ b: Take) {
    (left, right) = a.number < b.number ? (a, b) : (b, a)
    difference = TextDifference(from: left.order.prompt, to: right.order.prompt)
  }

  package subscript(side: Side) -> Take { side == .left ? left : right }

  package var take: Take { self[side] }

  mutating func receive(_ take: Take) {
    if left.number == take.number { left = take }
    if right.number == take.number { right = take }
  }
}
