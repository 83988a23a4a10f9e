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

  func write(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO take_rows (number, age, shelf, state, shot, length, size, cost, prompt, finished)
        VALUES (\(databaseQuestionMarks(count: 10)))
        ON CONFLICT DO UPDATE SET shelf = excluded.shelf, state = excluded.state, shot = excluded.shot,
          length = excluded.length, size = excluded.size, cost = excluded.cost, prompt = excluded.prompt,
          finished = excluded.finished
        """)
    var arguments: StatementArguments = [number, -number, shelf.rawValue]
    arguments += [keys?.state ?? .max, keys?.shot ?? TakeKeys.noShot, keys?.length ?? .max, keys?.size ?? .max]
    arguments += [keys?.cost ?? .max, keys?.prompt ?? "", keys?.finished ?? .max]
    try statement.execute(arguments: arguments)
  }

  /// Keeps the row of a take true: what has not changed is not written.
  static func keep(_ take: Take, replacing old: Take?, _ db: Database) throws {
    let row = ListRow(take)
    if row != old.map(ListRow.init) { try row.write(db) }
  }
}
