import DailiesCore
import GRDB

extension ShotCounts {
  /// The counts of shots, in the order asked for; a shot without takes has none.
  static func of(_ shots: [String], _ db: Database) throws -> [ShotCounts] {
    guard !shots.isEmpty else { return [] }
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM shot_counts WHERE shot IN (\(databaseQuestionMarks(count: shots.count))) AND takes > 0",
      arguments: StatementArguments(shots.map { $0.isEmpty ? TakeKeys.noShot : $0 }))
    let counts = gather(rows)
    return shots.compactMap { shot in counts.first { $0.shot == shot } }
  }

  /// All shots by name; what belongs to none comes last.
  static func all(limit: Int, _ db: Database) throws -> [ShotCounts] {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM shot_counts WHERE takes > 0 ORDER BY shot")
    var counts: [ShotCounts] = []
    while let row = try rows.next() {
      let shot: String = row["shot"]
      let name = shot == TakeKeys.noShot ? "" : shot
      if counts.last?.shot != name {
        if counts.count == limit { break }
        counts.append(ShotCounts(shot: name))
      }
      if let view = TakeView(rawValue: row["shelf"]) { counts[counts.count - 1].byView[view] = row["takes"] }
    }
    return counts
  }

  private static func gather(_ rows: [Row]) -> [ShotCounts] {
    var byShot: [String: ShotCounts] = [:]
    for row in rows {
      let shot: String = row["shot"]
      let name = shot == TakeKeys.noShot ? "" : shot
      if let view = TakeView(rawValue: row["shelf"]) {
        byShot[name, default: ShotCounts(shot: name)].byView[view] = row["takes"]
      }
    }
    return Array(byShot.values)
  }
}
