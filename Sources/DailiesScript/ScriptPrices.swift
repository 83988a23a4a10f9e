import DailiesCore
import DailiesRuntime
import Synchronization

/// The price table of a script: as the file of a person, without the file.
final class ScriptPrices: Sendable {
  private let prices: Mutex<PriceTable>

  init(_ table: PriceTable) { prices = Mutex(table) }

  var table: PriceTable { prices.withLock(\.self) }

  var access: PriceAccess {
    PriceAccess(
      load: { [self] in (table, []) },
      add: { [self] price in
        prices.withLock { $0.prices.append(price) }
        return nil
      })
  }
}
