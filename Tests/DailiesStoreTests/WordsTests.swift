import DailiesCore
import DailiesStore
import GRDB
import Testing

/// What a person says of takes, as the store keeps it.
@Suite struct WordsTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  private func record(_ count: Int) async throws -> [Take.Number] {
    try await store.recordIntents(
      Confirmation((1...count).map { .sample("prompt \($0)") }), service: .sample, leavesAt: nil, now: .second(0)
    ).map(\.number)
  }

  @Test func aChangeOfManyIsOneTransactionWithWhatWasThereBefore() async throws {
    let numbers = try await record(20)
    _ = try await store.edit([numbers[0]], .tags(.set(["night"])), now: .second(1))
    let raw = try workshop.raw()
    let before = try await raw.read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    let edit = try await store.edit(numbers, .tags(.adjust(adding: ["night"], removing: [])), now: .second(2))
    #expect(try await raw.read { try Int.fetchOne($0, sql: "PRAGMA data_version") } == before.map { $0 + 1 })
    #expect(edit.steps.count == 19)
    #expect(edit.left == 1)
    #expect(edit.takes.allSatisfy { $0.tags == ["night"] })
    #expect(edit.steps.allSatisfy { $0.before == .tags(nil) && $0.after == .tags(["night"]) })
    #expect(try await store.rows(TakeQuery(search: "#night", range: 0..<1)).total == 20)
  }

  @Test func anActIsTakenBackAndDoneAgainButNotWhatSomebodyChangedSince() async throws {
    let numbers = try await record(3)
    let edit = try await store.edit(numbers, .set(.comment("dark")), now: .second(1))
    _ = try await store.edit([numbers[1]], .set(.comment("bright")), now: .second(2))
    let undone = try await store.replay(ListAct(edit.steps).reversed, now: .second(3))
    #expect(undone.left == 1)
    #expect(try await store.takes(numbers).map(\.comment) == [nil, "bright", nil])
    _ = try await store.replay(ListAct(undone.steps).reversed, now: .second(4))
    #expect(try await store.takes(numbers).map(\.comment) == ["dark", "bright", "dark"])
  }

  @Test func theLedgerFollowsATakeThatIsMovedToAShot() async throws {
    let numbers = try await record(2)
    _ = try await store.edit(numbers, .set(.shot("gate")), now: .second(1))
    _ = try await store.edit([numbers[0]], .set(.shot("market")), now: .second(2))
    let rows = try await store.ledger(LedgerQuery(.shot)).rows
    #expect(rows.map(\.key) == ["gate", "market"])
    #expect(rows.map(\.takes) == [1, 1])
  }

  @Test func theLedgerCountsFilmsThatAreNotWhatWasOrdered() async throws {
    let numbers = try await record(3)
    for (number, seconds) in zip(numbers, [8.0, 4.0]) {
      _ = try await store.change(number, now: .second(2)) { take in
        (take.phase, take.sent) = (.saved, .second(1))
        take.film = Take.FilmFacts(width: 1280, height: 720, seconds: seconds, hasSound: false)
        return true
      }
      #expect(try await store.take(number)?.film?.hasSound == false)
    }
    let rows = try await store.ledger(LedgerQuery(.day))
    #expect(rows.rows.reduce(0) { $0 + $1.takes } == 3)
    #expect(rows.differingTakes == 1 && rows.totals.map(\.differingTakes) == [1])
    #expect(rows.csv.split(separator: "\r\n")[1].hasSuffix(",1"))
  }

  @Test func knownTagsAndShotsComeTheMostUsedFirst() async throws {
    let numbers = try await record(3)
    _ = try await store.edit(numbers, .tags(.set(["night", "灯笼"])), now: .second(1))
    _ = try await store.edit([numbers[0]], .tags(.set(["retake", "灯笼"])), now: .second(2))
    #expect(try await store.tagNames().map(\.name) == ["灯笼", "night", "retake"])
    #expect(try await store.tagNames().map(\.count) == [3, 2, 1])
    _ = try await store.edit([numbers[2]], .set(.shot("gate")), now: .second(3))
    #expect(try await store.shotNames() == [KnownName(name: "gate", count: 1)])
    _ = try await store.edit(numbers, .set(.shot("market")), now: .second(4))
    _ = try await store.edit([numbers[0]], .set(.hidden(true)), now: .second(5))
    _ = try await store.edit([numbers[1]], .set(.shot("alley")), now: .second(6))
    let names = [KnownName(name: "market", count: 2), KnownName(name: "alley", count: 1)]
    #expect(try await store.shotNames() == names)
  }

  @Test func tagsFromBeforeTheirTableAreFound() async throws {
    let numbers = try await record(2)
    _ = try await store.edit(numbers, .tags(.set(["night"])), now: .second(1))
    store.close()
    let raw = try workshop.raw()
    try await raw.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE take_tags; DROP TABLE checks; DELETE FROM grdb_migrations WHERE identifier = '6 tags, checks'
          """)
    }
    try raw.close()
    #expect(try await workshop.open(at: 2).tagNames() == [KnownName(name: "night", count: 2)])
  }

  @Test func theNumbersOfAListComeInItsOrderAllOrBetweenTwo() async throws {
    let numbers = try await record(30)
    _ = try await store.edit([numbers[10]], .set(.hidden(true)), now: .second(1))
    let all = try await store.numbers(NumberQuery(list: TakeQuery()))
    #expect(all == numbers.reversed().filter { $0 != numbers[10] })
    let ends = NumberQuery.Ends(first: numbers[8], last: numbers[12])
    let some = try await store.numbers(NumberQuery(list: TakeQuery(), ends: ends))
    #expect(some == [numbers[12], numbers[11], numbers[9], numbers[8]])
  }

  @Test func takesOfOneYesRememberEachItsOwnOrigin() async throws {
    var confirmation = Confirmation([.sample("a"), .sample("b")], origin: TakeOrigin(shot: "gate"))
    confirmation.origins = [TakeOrigin(parent: Take.Number(7)), nil]
    let takes = try await store.recordIntents(confirmation, service: .sample, leavesAt: nil, now: .second(0))
    #expect(takes.map(\.origin) == [TakeOrigin(parent: Take.Number(7)), TakeOrigin(shot: "gate")])
  }
}
