import DailiesCore
import GRDB

/// A row of `take_rows`: what lists ask about a take.
struct ListRow: Equatable {
  private var number: Int
  private var shelf: TakeView
  private var keys: TakeKeys?

  init(_ take: Take) {
    number = take.number.value
    shelf = TakeView(take)
    keys = TakeKeys(take)
  }

  /// For a take whose record tells nothing.
  init(unreadable number: Int, phase: String, isHidden: Bool) {
    self.number = number
    shelf = TakeView(phase: TakePhase(rawValue: phase) ?? .failed, isHidden: isHidden)
  }

  /// - Parameter hasVerdict: The column `verdict` is there: it came with schema 11.
  func write(_ db: Database, hasVerdict: Bool = true) throws {
    let columns =
      ["number", "age", "shelf", "state", "shot", "length", "size", "cost", "prompt", "finished"]
      + (hasVerdict ? ["verdict"] : [])
    let changes = columns.dropFirst(2).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO take_rows (\(columns.joined(separator: ", ")))
        VALUES (\(databaseQuestionMarks(count: columns.count)))
        ON CONFLICT DO UPDATE SET \(changes)
        """)
    var arguments: StatementArguments = [number, -number, shelf.rawValue]
    arguments += [keys?.state ?? .max, keys?.shot ?? TakeKeys.noShot, keys?.length ?? .max, keys?.size ?? .max]
    arguments += [keys?.cost ?? .max, keys?.prompt ?? "", keys?.finished ?? .max]
    if hasVerdict { arguments += [keys?.verdict ?? Int64(Judgement.noRank)] }
    try statement.execute(arguments: arguments)
  }

  /// Keeps the row of a take true: what has not changed is not written.
  static func keep(_ take: Take, replacing old: Take?, _ db: Database) throws {
    let row = ListRow(take)
    if row != old.map(ListRow.init) { try row.write(db) }
  }
}
