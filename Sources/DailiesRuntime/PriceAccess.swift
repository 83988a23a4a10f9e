package import DailiesCore

/// The price table as the screens reach it; its file is the business of who made this.
package struct PriceAccess: Sendable {
  /// Reads the table again, and tells what is wrong in it unless that was told before.
  package let load: @Sendable () async -> (PriceTable, [Note])
  /// Adds a price for good; nil when that went well.
  package let add: @Sendable (PriceTable.Price) async -> Problem?

  package init(
    load: @escaping @Sendable () async -> (PriceTable, [Note]),
    add: @escaping @Sendable (PriceTable.Price) async -> Problem?
  ) {
    self.load = load
    self.add = add
  }

  /// No price is known, and none can be added.
  package static let none = PriceAccess(load: { (PriceTable(), []) }, add: { _ in Problem(.settingsFailed) })
}
