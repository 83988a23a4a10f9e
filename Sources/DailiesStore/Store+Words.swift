package import DailiesCore
import GRDB

/// What a person says of takes: hidden or not, tags, shot, comment. Every change is one transaction, however many takes it
/// is about.
extension Store {
  /// What came of a change.
  package struct Edit: Sendable {
    /// One for each take that was changed.
    package var steps: [ListAct.Step] = []
    /// Those takes, as they now stand.
    package var takes: [Take] = []
    /// How many stayed as they are.
    package var left = 0
  }

  /// Changes what is said of some takes; those that are like that already stay untouched.
  package func edit(
    _ numbers: [Take.Number], _ change: TakeChange, now: Timestamp
  ) async throws(StoreError) -> Edit {
    let owner = owner
    return try await write { db in
      var edit = Edit()
      for number in numbers {
        guard let take = try Self.find(number, db)?.take else { continue }
        let word = change.word(for: take)
        try Self.write(word, to: take, owner: owner, now: now, db, &edit)
      }
      return edit
    }
  }

  /// Gives takes the words that the steps of an act end with. What somebody changed since the act is left alone.
  package func replay(_ act: ListAct, now: Timestamp) async throws(StoreError) -> Edit {
    let owner = owner
    return try await write { db in
      var edit = Edit()
      for step in act.steps {
        guard let take = try Self.find(step.number, db)?.take, step.before.inPlace(in: take) == step.before else {
          edit.left += 1
          continue
        }
        try Self.write(step.after, to: take, owner: owner, now: now, db, &edit)
      }
      return edit
    }
  }

  private static func write(
    _ word: TakeWord, to take: Take, owner: Owner, now: Timestamp, _ db: Database, _ edit: inout Edit
  ) throws {
    let before = word.inPlace(in: take)
    guard before != word else {
      edit.left += 1
      return
    }
    let changed = try change(take.number, owner: owner, now: now, db) { take in
      word.write(to: &take)
      return true
    }
    guard let changed else { return }
    edit.steps.append(ListAct.Step(number: take.number, before: before, after: word))
    edit.takes.append(changed)
  }

  // MARK: Reading

  /// Takes by their numbers, in that order; those that do not exist are left out.
  package func takes(_ numbers: [Take.Number]) async throws(StoreError) -> [Take] {
    try await read { db in try numbers.compactMap { try Self.find($0, db)?.take } }
  }

  /// The numbers of the takes that a list shows, in its order: all, or those between two of them.
  package func numbers(_ query: NumberQuery) async throws(StoreError) -> [Take.Number] {
    try await numbers(query.scope, between: query.ends.map { ($0.first, $0.last) })
  }

  /// The tags there are, the most used first.
  package func tagNames() async throws(StoreError) -> [KnownName] {
    try await read { db in
      try Self.names(db, "SELECT tag AS name, count(*) AS takes FROM take_tags GROUP BY tag")
    }
  }

  /// The shots there are, the one with most takes first. Counted where lists count, whatever view a take belongs to.
  package func shotNames() async throws(StoreError) -> [KnownName] {
    try await read { db in
      try Self.names(
        db,
        """
        SELECT shot AS name, sum(shot_counts.takes) AS takes FROM shot_counts WHERE shot <> ?
        GROUP BY shot HAVING sum(shot_counts.takes) > 0
        """, [TakeKeys.noShot])
    }
  }

  private static func names(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [KnownName] {
    try Row.fetchAll(db, sql: sql + " ORDER BY takes DESC, name", arguments: arguments).map {
      KnownName(name: $0["name"], count: $0["takes"])
    }
  }
}

/// The tags of takes in a table of their own.
enum TagNames {
  static func write(_ take: Take, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM take_tags WHERE number = ?", arguments: [take.number.value])
    for tag in take.tags ?? [] {
      try db.execute(sql: "INSERT OR IGNORE INTO take_tags VALUES (?, ?)", arguments: [tag, take.number.value])
    }
  }
}
