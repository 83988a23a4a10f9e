/// What one yes will send: the last look before money is spent.
package struct ReviewSheet: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package var order: Order
    package var isTicked = true
    package var takes: Int

    package init(order: Order, takes: Int) {
      self.order = order
      self.takes = takes
    }
  }

  package var rows: [Row]
  /// What the takes will remember of where they come from.
  package var origin = TakeOrigin()
  package var selected = 0
  /// Said when Enter could not send.
  package var refusal: Note?

  package init(rows: [Row]) { self.rows = rows }

  /// The orders that Enter sends, in order: one for each take.
  package var orders: [Order] {
    rows.flatMap { row in
      Array(repeating: row.order, count: row.isTicked ? row.takes : 0)
    }
  }

  /// Seconds of film asked for in all.
  package var seconds: Int { orders.reduce(0) { $0 + $1.seconds } }

  /// Does what a key of the sheet does; false when it is not one.
  package mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .previousRow: selected = max(0, selected - 1)
    case .nextRow: selected = min(rows.count - 1, selected + 1)
    case .tick: rows[selected].isTicked.toggle()
    case .moreTakes: changeTakes(by: 1)
    case .fewerTakes: changeTakes(by: -1)
    default: return false
    }
    refusal = nil
    return true
  }

  private mutating func changeTakes(by step: Int) {
    let range = ShotSettings.takesRange
    rows[selected].takes = min(range.upperBound, max(range.lowerBound, rows[selected].takes + step))
  }
}
