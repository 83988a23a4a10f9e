/// The takes that are marked, by their numbers: they stay marked whatever the list shows, and in whatever order.
package struct Marks: Equatable, Sendable {
  package private(set) var numbers: Set<Take.Number> = []
  /// Where the range begins that is drawn now, by moving; nil: none is.
  package private(set) var rangeStart: RangeStart?
  /// What the store was asked for; until it answers nothing is done to the marked ones.
  package private(set) var awaited: NumberQuery?
  /// The take that was marked last: a range begins there.
  private var last: RangeStart?

  package struct RangeStart: Hashable, Sendable {
    package var number: Take.Number
    /// Its row when it was seen last, counted over all that match.
    package var index: Int
  }

  package init() {}

  package var isEmpty: Bool { numbers.isEmpty }
  package var count: Int { numbers.count }

  /// In the order of the numbers.
  package var sorted: [Take.Number] { numbers.sorted() }

  mutating func toggle(_ number: Take.Number, at index: Int) {
    if numbers.remove(number) == nil {
      numbers.insert(number)
      last = RangeStart(number: number, index: index)
    } else if last?.number == number {
      last = nil
    }
  }

  mutating func add(_ more: [Take.Number]) { numbers.formUnion(more) }

  mutating func remove(_ gone: some Sequence<Take.Number>) {
    numbers.subtract(gone)
    if let last, !numbers.contains(last.number) { self.last = nil }
  }

  mutating func clear() {
    numbers = []
    last = nil
    rangeStart = nil
  }

  /// Marks all of them; if they all are marked already, none.
  mutating func toggleAll(_ all: [Take.Number]) {
    if numbers.isSuperset(of: all) { remove(all) } else { add(all) }
  }

  /// Begins a range at the take that was marked last, else at this one.
  mutating func startRange(at number: Take.Number, index: Int) {
    rangeStart = last ?? RangeStart(number: number, index: index)
  }

  mutating func endRange() { rangeStart = nil }

  mutating func await(_ query: NumberQuery) { awaited = query }

  /// Takes in what the store found; an answer to an older question is ignored.
  ///
  /// - Returns: Whether it was awaited.
  mutating func receive(_ query: NumberQuery, _ found: [Take.Number]) -> Bool {
    guard query == awaited else { return false }
    awaited = nil
    if query.ends == nil { toggleAll(found) } else { add(found) }
    return true
  }

  /// The rows have moved: where the range begins is looked up anew.
  mutating func follow(_ list: TakeList) {
    func moved(_ start: RangeStart?) -> RangeStart? {
      guard var start else { return nil }
      if let place = list.rows.firstIndex(where: { $0.number == start.number }) { start.index = list.offset + place }
      return start
    }
    rangeStart = moved(rangeStart)
    last = moved(last)
  }
}

/// Which takes a key that marks is about: all that a list shows, or those from one of its takes to another.
package struct NumberQuery: Hashable, Sendable {
  package var scope: TakeScope
  /// Both belong to it, in either order; nil: all.
  package var ends: Ends?

  package struct Ends: Hashable, Sendable {
    package var first: Take.Number
    package var last: Take.Number

    package init(first: Take.Number, last: Take.Number) {
      self.first = first
      self.last = last
    }
  }

  package init(list: TakeQuery, ends: Ends? = nil) {
    scope = list.scope
    self.ends = ends
  }
}
