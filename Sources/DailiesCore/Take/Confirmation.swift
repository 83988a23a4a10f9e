/// What one yes asks for: the orders, one for each take, and where they come from.
package struct Confirmation: Hashable, Sendable {
  package var orders: [Order]
  package var origin: TakeOrigin
  /// Of each order, where its takes come from elsewhere than from `origin`; empty: all come from there.
  package var origins: [TakeOrigin?] = []
  /// What becomes of the first before the others leave; nil: they need not wait for it.
  package var canary: Canary?

  package init(_ orders: [Order], origin: TakeOrigin = TakeOrigin(), canary: Canary? = nil) {
    self.orders = orders
    self.origin = origin
    self.canary = canary
  }

  /// Where the take of an order comes from, by the place of the order.
  package func origin(of index: Int) -> TakeOrigin {
    origins.indices.contains(index) ? origins[index] ?? origin : origin
  }
}

extension Confirmation: ExpressibleByArrayLiteral {
  package init(arrayLiteral orders: Order...) { self.init(orders) }
}

/// Where a take comes from; all but the shot is fixed when its intent is recorded.
package struct TakeOrigin: Hashable, Codable, Sendable {
  /// The shot it is a take of: as the person named the draft, or moved it since; nil while it has no name.
  package var shot: String?
  /// The take whose prompt and settings it began with (*again*, *edit*).
  package var parent: Take.Number?
  /// The draft it was sent from.
  package var draft: DraftID?

  package init(shot: String? = nil, parent: Take.Number? = nil, draft: DraftID? = nil) {
    self.shot = shot
    self.parent = parent
    self.draft = draft
  }
}
