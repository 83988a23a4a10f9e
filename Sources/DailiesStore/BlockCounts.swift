import DailiesCore
import GRDB

/// How many takes stand on a shelf for every 256 numbers in a row (`block_counts`).
enum BlockCounts {
  static let size = 256

  enum Side: String {
    case above = ">"
    case below = "<"
  }

  /// The takes of a view in all blocks above or below one.
  static func takes(_ view: TakeView, _ side: Side, _ block: Int, _ db: Database) throws -> Int {
    let shelf = view == .all ? "shelf <> 'hidden'" : "shelf = ?"
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT sum(takes) FROM block_counts WHERE \(shelf) AND block \(side.rawValue) ?"),
      arguments: (view == .all ? [] : [view.rawValue]) + [block]) ?? 0
  }
}
