import DailiesCore
import Foundation
import GRDB
import GRDBSQLite
import Testing

@testable import DailiesStore

/// What a list costs with a hundred thousand takes, in steps of SQLite's machine instead of time.
@Suite struct ListCostTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  /// A store with so many takes: every second one saved, a few live ones, of four hundred shots.
  private func store(_ count: Int, in workshop: StoreWorkshop) async throws -> Store {
    let store = try workshop.open()
    _ = try await store.record()
    try await store.write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE more(number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM more WHERE number < ?)
          INSERT INTO takes (number, phase, is_hidden, profile, base_url, recorded, revision, record)
          SELECT more.number, CASE WHEN more.number % 1000 = 0 THEN 'running' WHEN more.number % 2 THEN 'saved'
            ELSE 'failed' END, 0, profile, base_url, recorded, more.number, json_set(record, '$.number', more.number)
          FROM more JOIN takes ON takes.number = 1;
          INSERT INTO take_rows
          SELECT number, -number, CASE phase WHEN 'running' THEN 'live' ELSE phase END, number % 7,
            'sc' || number % 400, number % 3, number % 5, number % 1000, 'a boat', number % 5000, number % 4
          FROM takes WHERE number > 1;
          """, arguments: [count])
    }
    return store
  }

  private final class Counter {
    var steps = 0
  }

  /// Steps of SQLite's machine that a page takes, to the nearest ten.
  private func steps(_ store: Store, _ query: TakeQuery) async throws -> Int {
    try await store.read { db in
      let counts = try Store.counts(db)
      let counter = Counter()
      sqlite3_progress_handler(
        db.sqliteConnection, 10,
        { context in
          if let context { Unmanaged<Counter>.fromOpaque(context).takeUnretainedValue().steps += 10 }
          return 0
        }, Unmanaged.passUnretained(counter).toOpaque())
      defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
      _ = try ListPage(query, ListSource(query.scope, counts: counts), counts: counts, db)
      return counter.steps
    }
  }

  @Test func aPageCostsWithAHundredThousandTakesWhatItCostsWithAThousand() async throws {
    let other = try StoreWorkshop()
    let few = try await store(1_000, in: other)
    let first = try await steps(few, TakeQuery(range: 0..<130))
    let many = try await store(100_000, in: workshop)
    #expect(try await steps(many, TakeQuery(range: 0..<130)) <= first + 100)
    for key in TakeSort.Key.allCases {
      let scope = TakeScope(sort: TakeSort(key))
      #expect(try await steps(many, TakeQuery(scope, range: 0..<130)) <= first * 2, "\(key)")
      #expect(try await steps(many, TakeQuery(scope, range: 99_900..<100_030)) <= first * 2, "\(key), the end")
    }
    // From a row that is known the way is short, also in the midst of them.
    let middle = TakeQuery(
      TakeScope(), range: 50_000..<50_130, anchors: [TakeQuery.Anchor(Take.Number(50_000), at: 50_000)])
    #expect(try await steps(many, middle) <= first * 4 + 12_000)
    #expect(try await steps(many, TakeQuery(TakeScope(view: .live), range: 0..<130)) <= first * 2)
    #expect(try await steps(many, TakeQuery(TakeScope(shot: "sc07"), range: 0..<130)) <= first * 2)
  }

  @Test func everyOrderIsReadFromAnIndexThatHoldsAllThatIsAsked() async throws {
    let store = try await store(2000, in: workshop)
    for key in TakeSort.Key.allCases {
      for isReversed in [false, true] {
        let scope = TakeScope(sort: TakeSort(key, isReversed: isReversed))
        try await store.read { db in
          let source = ListSource(scope, counts: try Store.counts(db))
          for end in [false, true] {
            let keys = try #require(try source.place(of: Take.Number(1000), db)).keys
            for (condition, arguments) in [
              ("", []), (source.condition(.after), keys), (source.condition(.before), keys),
            ] {
              let plan = try Row.fetchAll(
                db,
                sql: "EXPLAIN QUERY PLAN SELECT number \(source.sql)\(condition) \(source.order(fromEnd: end)) LIMIT 9",
                arguments: source.arguments + StatementArguments(arguments)
              ).map { $0["detail"] as String }
              #expect(plan.count == 1, "sorted anew: \(plan)")
              #expect(plan.first?.contains("COVERING INDEX take_rows_by_\(key.rawValue)") == true, "\(plan)")
            }
          }
        }
      }
    }
  }
}
