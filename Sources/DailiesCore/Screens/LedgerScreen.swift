/// Screen 3: what was spent, the limits, and the prices.
package struct LedgerScreen: Equatable, Sendable {
  package var grouping = LedgerGrouping.day
  /// What the store found last; nil while it is being read.
  package var found: LedgerRows?
  package var scroll = ScrollPosition()
  /// Where Esc leads back to.
  package var cameFrom = Focus.prompt

  package init() {}

  package var query: LedgerQuery { LedgerQuery(grouping) }

  mutating func turn(by step: Int) {
    let all = LedgerGrouping.allCases
    let at = all.firstIndex(of: grouping) ?? 0
    show(all[(at + step + all.count) % all.count])
  }

  mutating func show(_ grouping: LedgerGrouping) {
    self.grouping = grouping
    scroll = ScrollPosition()
  }
}
