/// What one yes will send: the last look before money is spent.
package struct ReviewSheet: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package var order: Order
    package var isTicked = true
    package var takes: Int
    /// What tells its prompt from those of the other rows; nil when it is the only one.
    package var label: String?
    /// What one take of it costs by the person's price table; nil: no price is known.
    package var price: Money?
    /// Where its takes come from, where that is not the same for all rows.
    package var origin: TakeOrigin?

    package init(order: Order, takes: Int, label: String? = nil) {
      self.order = order
      self.takes = takes
      self.label = label
    }
  }

  package private(set) var rows: [Row]
  /// What the takes will remember of where they come from.
  package var origin = TakeOrigin()
  /// The service it was opened for: its prices and limits are that one's.
  package internal(set) var service: Take.Service?
  package internal(set) var selected = 0
  /// Said when Enter could not send.
  package var refusal: Note?
  /// What becomes of the first take before the others leave; nil: they do not wait for it.
  package var canary: Canary?
  /// What is worth knowing before the yes: said above the sum, never in the way.
  package var warnings: [Note] = []
  /// The prompt as it was typed, and what its rows were unfolded from; nil for a prompt that is sent as it is.
  package private(set) var source: Source?

  /// A prompt that stands for several.
  package struct Source: Equatable, Sendable {
    package var typed: Order
    package var takes: Int
    package var contents: Contents
    /// The rows are left, and the text is sent as it was typed.
    package var isSentAsTyped = false

    package enum Contents: Equatable, Sendable {
      case unfolding(Unfolding)
      /// It cannot be unfolded.
      case flaw(PatternFlaw)
    }
  }

  package init(rows: [Row]) { self.rows = rows }

  /// - Parameters:
  ///   - order: With the prompt as it was typed.
  ///   - takes: Takes of each row.
  ///   - reading: What the prompt is read as.
  ///   - ceiling: Rows at most.
  ///   - seed: For texts that are drawn by chance.
  package init(_ order: Order, takes: Int, reading: PromptPattern.Reading, ceiling: Int, seed: UInt64) {
    rows = []
    switch reading {
    case .plain: rows = [Row(order: order, takes: takes)]
    case .pattern(let pattern):
      let unfolding = Unfolding(pattern, ceiling: ceiling, seed: seed)
      source = Source(typed: order, takes: takes, contents: .unfolding(unfolding))
      unfold()
    case .flaw(let flaw):
      source = Source(typed: order, takes: takes, contents: .flaw(flaw), isSentAsTyped: true)
      unfold()
      // Sent as typed only after a yes of its own.
      rows[0].isTicked = false
    }
  }

  /// It is about more than one prompt, or about how one is read: rows are short then, and the selected one is shown whole.
  package var isBatch: Bool { source != nil || rows.count > 1 }

  package var flaw: PatternFlaw? { if case .flaw(let flaw)? = source?.contents { flaw } else { nil } }

  /// What the rows were unfolded from; nil while the text is to be sent as it was typed.
  package var unfolding: Unfolding? {
    guard let source, !source.isSentAsTyped, case .unfolding(let unfolding) = source.contents else { return nil }
    return unfolding
  }

  // MARK: What is sent

  /// The orders that Enter sends, in order: one for each take.
  package var orders: [Order] {
    rows.flatMap { row in
      Array(repeating: row.order, count: row.isTicked ? row.takes : 0)
    }
  }

  /// What Enter asks for.
  package var confirmation: Confirmation {
    var confirmation = Confirmation(orders, origin: origin, canary: takes > 1 ? canary : nil)
    if rows.contains(where: { $0.origin != nil }) {
      confirmation.origins = rows.flatMap { Array(repeating: $0.origin, count: $0.isTicked ? $0.takes : 0) }
    }
    return confirmation
  }

  /// Takes asked for in all.
  package var takes: Int { rows.reduce(0) { $0 + ($1.isTicked ? $1.takes : 0) } }

  /// Seconds of film asked for in all.
  package var seconds: Int { rows.reduce(0) { $0 + ($1.isTicked ? $1.takes * $1.order.seconds : 0) } }

  /// What all of it costs by the price table; nil when the price of a ticked row is not known, or in another currency.
  package var price: Money? {
    var sum: Money?
    for row in rows where row.isTicked {
      guard let price = row.price?.times(row.takes) else { return nil }
      if let before = sum, before.currency != price.currency { return nil }
      sum = Money(millionths: (sum?.millionths ?? 0) + price.millionths, price.currency)
    }
    return sum
  }

  /// Gives every row its price.
  package mutating func setPrices(_ price: (Order) -> Money?) {
    for index in rows.indices { rows[index].price = price(rows[index].order) }
  }

  // MARK: Keys

  /// Does what a key of the sheet does; false when it is not one.
  ///
  /// - Parameter page: Rows of a page.
  package mutating func perform(_ command: Command, page: Int = 5) -> Bool {
    switch command {
    case .previousRow, .scrollUp: select(selected - 1)
    case .nextRow, .scrollDown: select(selected + 1)
    case .pageUp: select(selected - page)
    case .pageDown: select(selected + page)
    case .selectFirst: select(0)
    case .selectLast: select(rows.count - 1)
    case .tick: rows[selected].isTicked.toggle()
    case .tickAll: tickAll(true)
    case .tickNone: tickAll(false)
    case .moreTakes: changeTakes(by: 1)
    case .fewerTakes: changeTakes(by: -1)
    case .drawAgain: change { $0.drawAgain() }
    case .moreRows: change { $0.resize(up: true) }
    case .fewerRows: change { $0.resize(up: false) }
    case .sendAsTyped: toggleAsTyped()
    case .changeCanary: canary = Canary.next(after: canary)
    default: return false
    }
    refusal = nil
    return true
  }

  private mutating func select(_ index: Int) { selected = max(0, min(index, rows.count - 1)) }

  private mutating func tickAll(_ isTicked: Bool) {
    for index in rows.indices { rows[index].isTicked = isTicked }
  }

  private mutating func changeTakes(by step: Int) {
    let range = ShotSettings.takesRange
    rows[selected].takes = min(range.upperBound, max(range.lowerBound, rows[selected].takes + step))
  }

  // MARK: Unfolding

  private mutating func change(_ change: (inout Unfolding) -> Void) {
    guard var unfolding else { return }
    let before = unfolding
    change(&unfolding)
    guard unfolding != before, unfolding.isSample || before.isSample else { return }
    source?.contents = .unfolding(unfolding)
    unfold()
  }

  private mutating func toggleAsTyped() {
    guard flaw == nil else { return }
    source?.isSentAsTyped.toggle()
    unfold()
  }

  private mutating func unfold() {
    guard let source else { return }
    // Those that stay on the sheet stay as the person left them.
    let before = Dictionary(rows.map { ($0.order.prompt, $0) }) { first, _ in first }
    if let unfolding {
      rows = unfolding.variants().map { variant in
        var order = source.typed
        order.prompt = variant.text
        return before[variant.text] ?? Row(order: order, takes: source.takes, label: variant.label)
      }
    } else {
      rows = [Row(order: source.typed, takes: source.takes)]
    }
    select(selected)
  }
}
