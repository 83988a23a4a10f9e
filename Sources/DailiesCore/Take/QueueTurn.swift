/// When a take that waits to be sent has its turn: by its place, then by its number.
package struct QueueTurn: Hashable, Comparable, Sendable {
  package let rank: Int
  package let number: Take.Number

  package static func < (left: QueueTurn, right: QueueTurn) -> Bool {
    (left.rank, left.number) < (right.rank, right.number)
  }
}

extension Take {
  package var turn: QueueTurn { QueueTurn(rank: rank, number: number) }
}
